import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { Path, SourceFiles } from './places.ts';

/** Ids are unique: items in the whole playbook, roles and KPIs in their team, the rest by kind. */
export function checkIds(
	{ teams, sources, glossary, playbook }: ContentFiles,
	at: SourceFiles,
): Problem[] {
	const problems: Problem[] = [];
	const unique = (what: string, places: { id: string; file: SourceFile; path: Path }[]) => {
		for (const group of Map.groupBy(places, (place) => place.id).values()) {
			const first = group[0];
			for (const place of group.slice(1)) {
				const firstLine = first?.file.problem(first.path, '');
				problems.push(
					place.file.problem(
						place.path,
						`the ${what} "${place.id}" exists already`,
						`It stands in ${firstLine?.file}:${firstLine?.line}. Give this one an id of its own.`,
					),
				);
			}
		}
	};
	const inTeams = (field: 'items' | 'handoffs' | 'statements') =>
		teams.flatMap((team) =>
			team[field].map(({ id }, i) => ({ id, file: at.team(team.id), path: [field, i, 'id'] })),
		);
	unique('item', inTeams('items'));
	unique('handoff', inTeams('handoffs'));
	unique('statement', inTeams('statements'));
	for (const team of teams)
		for (const field of ['roles', 'kpis'] as const)
			unique(
				field === 'roles' ? 'role' : 'KPI',
				team[field].map(({ id }, i) => ({ id, file: at.team(team.id), path: [field, i, 'id'] })),
			);
	const list = (entries: { id: string }[], file: SourceFile, before: Path = []) =>
		entries.map(({ id }, i) => ({ id, file, path: [...before, i, 'id'] }));
	unique('source', list(sources, at.sources));
	unique('glossary entry', list(glossary, at.glossary));
	for (const field of ['languages', 'phases', 'formats', 'markets'] as const)
		unique(field.slice(0, -1), list(playbook[field], at.playbook, [field]));
	for (const team of teams)
		team.items.forEach((item, i) => {
			if (!item.id.startsWith(`${team.prefix}-`))
				problems.push(
					at
						.team(team.id)
						.problem(
							['items', i, 'id'],
							`does not begin with "${team.prefix}-"`,
							`Call it "${team.prefix}-…".`,
						),
				);
		});
	return problems;
}
