import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { Path, SourceFiles } from './places.ts';

/**
 * Texts that one language has and another has not. An incomplete language falls back and is
 * listed; in a complete one only optional texts can still be missing here.
 */
export function checkTranslations(files: ContentFiles, at: SourceFiles): Problem[] {
	const { languages } = files.playbook;
	if (languages.length < 2) return [];
	const problems: Problem[] = [];
	const walk = (value: unknown, path: Path, file: SourceFile) => {
		if (value === null || typeof value !== 'object') return;
		const texts = value as Record<string, unknown>;
		if (!languages.some(({ id }) => typeof texts[id] === 'string')) {
			for (const [key, part] of Object.entries(value))
				walk(part, [...path, Array.isArray(value) ? Number(key) : kebabCase(key)], file);
			return;
		}
		languages.forEach(({ id, complete }, i) => {
			if (texts[id] !== undefined) return;
			// A text stands either under its own name or, by its name, in the block of each language.
			const place = file.has(path) ? [...path, id] : [...path.slice(0, -1), id, path.at(-1) ?? ''];
			problems.push(
				i === 0 || complete
					? file.problem(
							place,
							`is missing in ${id}`,
							`Write it in ${id}, or take it out of the others.`,
						)
					: file.problem(
							place,
							`has no ${id} text yet`,
							'Until it has, another is shown.',
							'doubt',
						),
			);
		});
	};
	walk(files.playbook, [], at.playbook);
	for (const team of files.teams) walk(team, [], at.team(team.id));
	walk(files.sources, [], at.sources);
	walk(files.glossary, [], at.glossary);
	return problems;
}

function kebabCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
