/** The real content, read once as CI reads it, and walks over all its texts. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { contentFiles } from '../../src/build/content-files.ts';
import { readContent } from '../../src/model/content.ts';
import { indexOf, type Playbook } from '../../src/model/playbook.ts';
import { formatProblems } from '../../src/model/problem.ts';
import type { Text } from '../../src/model/schema.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const files = await contentFiles(root);
export const reading = readContent(files, { strictLedger: true });
if (!reading.playbook) throw new Error(`content/ has errors:\n${formatProblems(reading.problems)}`);

export const playbook: Playbook = reading.playbook;
export const index = indexOf(playbook);
export const items = index.items.map(({ item }) => item);
export const languages = playbook.languages.map(({ id }) => id);

/** A text in all its languages, and where it stands: `it › items › it-freeze › title`. */
export interface Passage {
	place: string;
	en: string;
	zh: string;
}

/** Every text of the playbook. */
export const passages: Passage[] = [...walk(playbook, [])];

function* walk(value: unknown, path: string[]): Generator<Passage> {
	if (value === null || typeof value !== 'object') return;
	if (languages.some((id) => typeof (value as Text)[id] === 'string')) {
		const text = value as Text;
		yield { place: path.join(' › '), en: text['en'] ?? '', zh: text['zh-CN'] ?? '' };
		return;
	}
	for (const [key, part] of Object.entries(value)) {
		const id = (part as { id?: unknown } | null)?.id;
		const isEntry = Array.isArray(value) && typeof id === 'string';
		yield* walk(part, key === 'teams' ? path : [...path, isEntry ? id : key]);
	}
}

/** A file of this folder as data. */
export function ownData<T>(name: string): T {
	return parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

/** The interface's texts in one language. */
export function dictionary(language: string): Record<string, string> {
	const file = join(root, 'content/i18n', `${language}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

const docs = join(root, 'content/docs');
const names = await readdir(docs, { recursive: true });
const pages = names
	.map((name) => name.replaceAll('\\', '/'))
	.filter((name) => /\.mdx?$/.test(name));

/** The pages of prose in both languages: path → text; a missing one is empty. */
export const prose = pages
	.filter((page) => !page.startsWith('zh-cn/'))
	.map((page) => ({
		page,
		en: readFileSync(join(docs, page), 'utf8'),
		zh: pages.includes(`zh-cn/${page}`) ? readFileSync(join(docs, 'zh-cn', page), 'utf8') : '',
	}));
/** Chinese pages without an English one. */
export const orphans = pages.filter(
	(page) => page.startsWith('zh-cn/') && !pages.includes(page.slice('zh-cn/'.length)),
);

/** What a rule finds wrong, one line per place, so that a failing test lists every one. */
export function findings(
	of: readonly Passage[],
	rule: (passage: Passage) => readonly string[],
): string[] {
	return of.flatMap((passage) => rule(passage).map((fault) => `${passage.place}: ${fault}`));
}
