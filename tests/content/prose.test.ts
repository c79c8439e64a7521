import { expect, test } from 'vitest';
import { findings, orphans, prose, type Passage } from './playbook.ts';
import * as rules from './rules.ts';

/** Pages that are for all languages at once. */
const single = ['404.mdx'];
const pages = prose.filter(({ page }) => !single.includes(page));

/** The page without its head and imports, line by line. */
function lines(text: string): string[] {
	const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
	return body.split('\n').filter((line) => line.trim() && !line.startsWith('import '));
}

/** Lines side by side: a table row, a heading, a list entry or a paragraph each. */
const passages: Passage[] = pages.flatMap(({ page, en, zh }) => {
	const chinese = lines(zh);
	return lines(en).map((line, i) => ({
		place: `${page} › line ${i + 1} of the text`,
		en: line,
		zh: chinese[i] ?? '',
	}));
});
/** Words only, cell by cell: no links, components, emphasis or table rules. */
const worded = passages.flatMap(({ place, en, zh }) => {
	const chinese = words(zh);
	return words(en).map((text, i) => ({ place, en: text, zh: chinese[i] ?? '' }));
});

function words(line: string): string[] {
	const plain = line.replace(/\]\([^)]*\)/g, '').replace(/<[^>]*>|\{[^}]*\}|[[\]*`]|^#+ |^- /g, '');
	return plain.split('|').map((cell) => cell.trim());
}

test('every page is there in both languages', () => {
	expect(pages.filter(({ zh }) => !zh).map(({ page }) => page)).toEqual([]);
	expect(orphans).toEqual([]);
});

test.each(pages)('$page has the same structure in both languages', ({ en, zh }) => {
	const shape = (text: string) =>
		lines(text).map((line) => {
			const components = line.match(/<\/?[A-Z]\w*/g) ?? [];
			const start = /^(#+|- |\d+\. |\||:::)/.exec(line)?.[0] ?? 'text';
			return [start, line.split('|').length, ...components].join(' ');
		});
	expect(shape(zh)).toEqual(shape(en));
	const fields = (text: string) => text.split('---')[1]?.match(/^[a-zA-Z]+:/gm);
	expect(fields(zh)).toEqual(fields(en));
});

test.each(pages)('$page has the same links in both languages', ({ en, zh }) => {
	expect(rules.links(zh)).toEqual(rules.links(en));
	const foreign = [...zh.matchAll(/\]\((\/[^)]*)\)/g)].map(([, href = '']) => href);
	expect(foreign.filter((href) => !href.startsWith('/zh-cn/'))).toEqual([]);
});

test('figures are the same in both languages', () => {
	expect(findings(worded, ({ en, zh }) => rules.figureFaults(en, zh))).toEqual([]);
});

test('Chinese punctuation, spacing and terms', () => {
	const faults = findings(worded, ({ zh }) => [
		...rules.chineseFaults(zh),
		...(zh.match(rules.forbiddenTerms) ?? []),
		...rules.latinRuns(zh, []),
	]);
	expect(faults).toEqual([]);
});

test('no filler in English, and days are written out', () => {
	const faults = findings(worded, ({ en, zh }) => [
		...(en.match(rules.filler)?.slice(0, 1) ?? []),
		...(en.match(rules.dayNotation) ?? []),
		...(zh.match(rules.dayNotation) ?? []),
	]);
	expect(faults).toEqual([]);
});
