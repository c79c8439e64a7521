/** Which texts of the interface the code asks for, as far as its source says. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { root } from './playbook.ts';

const hole = String.raw`\$\{(?:[^{}]|\{[^{}]*\})*\}`;
/** `status.${is}`, or 'level.' and 'search.kind-' where something is put behind. */
const patterned = new RegExp(
	`\`([\\w-]+\\.(?:[\\w.-]|${hole})*)\`|'([\\w-]+\\.(?:[\\w.-]*[.-])?)'`,
	'g',
);

const files = new Map(
	globSync(['src/**/*.{ts,astro}', 'scripts/*.ts'], { cwd: root })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !/\.test\.ts$|\/testing\.ts$/.test(file))
		.map((file) => [file, read(file)]),
);
const reached = new Map([...files.keys()].map((file) => [file, reachedFrom(file)]));

/** Whether the code says a key, or a pattern that it fits with words that are said where it stands. */
export function isUsed(key: string): boolean {
	for (const [file, { quoted, patterns }] of files) {
		if (quoted.has(key)) return true;
		for (const pattern of patterns) {
			const filled = pattern.exec(key)?.slice(1);
			if (filled?.every((word) => isSaid(word, file))) return true;
		}
	}
	return false;
}

function read(file: string) {
	const code = readFileSync(join(root, file), 'utf8');
	const all = (of: RegExp) => [...code.matchAll(of)].map((found) => found.at(-1) ?? '');
	return {
		quoted: new Set(all(/(['"`])([\w.-]+)\1/g)),
		properties: new Set(all(/([\w-]+)\??:/g)),
		patterns: [...code.matchAll(patterned)].map(([, template, start]) => {
			const text = template ?? `${start}\${}`;
			const parts = text.split(new RegExp(hole)).map((part) => part.replaceAll('.', '\\.'));
			return new RegExp(`^${parts.join('([\\w-]+)')}$`);
		}),
		imports: all(/ from '([.~][^']+)'/g).map((to) =>
			to.startsWith('~/') ? to.replace('~', 'src') : join(dirname(file), to),
		),
	};
}

/** A value comes from the file itself, or from what it imports: a schema, a list of statuses. */
function isSaid(word: string, file: string): boolean {
	if (files.get(file)?.properties.has(word)) return true;
	return [...(reached.get(file) ?? [])].some((other) => files.get(other)?.quoted.has(word));
}

function reachedFrom(file: string): Set<string> {
	const found = new Set([file]);
	for (const one of found) for (const other of files.get(one)?.imports ?? []) found.add(other);
	return found;
}
