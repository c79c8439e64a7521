import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';

/** A line of the query set: who types what, and where that may land. */
export interface Asked {
	as: string;
	type: string;
	expect: string[];
}

/** The query set of a language. */
export function querySet(language: string): Asked[] {
	const file = new URL(`queries.${language}.yaml`, import.meta.url);
	return parse(readFileSync(file, 'utf8')) as Asked[];
}

/** Types a query on the results page and waits until all has come. */
export async function ask(page: Page, query: string): Promise<void> {
	await page.getByRole('main').getByRole('searchbox').fill(query);
	await page.locator('.search-results[aria-busy=false]').waitFor();
}

/** Where the results lead, in the order shown. */
export function landings(page: Page): Promise<string[]> {
	return page
		.locator('.search-results a.search-result')
		.evaluateAll((links) => links.map((link) => decodeURI(link.getAttribute('href') ?? '')));
}

/** Whether an address is what was expected: an anchor, or a page by its path. */
export function isExpected(href: string, expected: readonly string[]): boolean {
	const [path, anchor = ''] = href.split('#');
	return expected.some((one) => (one.startsWith('/') ? !anchor && path === one : anchor === one));
}

interface Texts {
	id: string;
	texts: string[];
}

/** Every item with all its texts in a language, from the published playbook and not from the index. */
export function itemTexts(dist: string, language: string): Texts[] {
	const playbook = JSON.parse(readFileSync(`${dist}/api/playbook.json`, 'utf8')) as {
		teams: { items: Record<string, unknown>[] }[];
	};
	return playbook.teams.flatMap(({ items }) =>
		items.map((item) => ({
			id: String(item['id']),
			texts: ['title', 'doneWhen', 'why', 'note'].flatMap((name) => {
				const text = item[name] as Record<string, string> | undefined;
				return text?.[language] ?? [];
			}),
		})),
	);
}

/** `count` words spread evenly over all texts, each with the items that hold it. */
export function groundTruth(dist: string, language: string, count: number) {
	const items = itemTexts(dist, language);
	const found = new Map<string, Set<string>>();
	for (const { id, texts } of items)
		for (const word of texts.flatMap((text) => wordsIn(text, language)))
			found.set(word, (found.get(word) ?? new Set()).add(id));
	const words = [...found.keys()].sort();
	const step = words.length / count;
	return Array.from({ length: count }, (_, i) => words[Math.floor(i * step)] ?? '').map((word) => ({
		word,
		items: items.flatMap(({ id, texts }) => (texts.some((text) => holds(text, word)) ? id : [])),
	}));
}

/** English: words of five letters and more. Chinese: each two to four neighbouring characters. */
function wordsIn(text: string, language: string): string[] {
	if (language === 'en') return text.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? [];
	const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
	return runs.flatMap((run) =>
		Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2 + (i % 3))),
	);
}

function holds(text: string, word: string): boolean {
	if (/[a-z]/.test(word)) return new RegExp(`\\b${word}\\b`, 'i').test(text);
	return text.includes(word);
}
