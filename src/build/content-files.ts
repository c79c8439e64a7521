import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../model/content.ts';

const single = ['playbook', 'sources', 'glossary', 'ledger', 'synonyms'].map(
	(name) => `content/${name}.yaml`,
);

/** The YAML files of `content/` below `root` (a folder's path): path with forward slashes → text. */
export async function contentFiles(root: string): Promise<Files> {
	const paths = [...single];
	for (const folder of ['content/teams', 'content/lists']) {
		const names = await readdir(join(root, folder)).catch(() => []);
		paths.push(...names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${folder}/${name}`));
	}
	const texts = await Promise.all(
		paths.map(async (path) => {
			const text = await readFile(join(root, path), 'utf8').catch(() => undefined);
			return text === undefined ? [] : [[path, text] as const];
		}),
	);
	return new Map(texts.flat());
}
