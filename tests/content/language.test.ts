import { expect, test } from 'vitest';
import { dictionary, findings, items, passages } from './playbook.ts';
import * as rules from './rules.ts';

const titles = items.map(({ id, title }) => ({
	place: id,
	en: title['en'] ?? '',
	zh: title['zh-CN'] ?? '',
}));
const interface_ = Object.entries(dictionary('zh-CN')).map(([place, zh]) => ({
	place: `zh-CN.json › ${place}`,
	en: '',
	zh,
}));
const chinese = [...passages, ...interface_];

/** Names of four words and more that stay as they are in a Chinese text: none so far. */
const names: string[] = [];

test('English titles are short enough for a label, a calendar and a board row', () => {
	const faults = findings(titles, ({ en }) => {
		const words = en.split(/\s+/).length;
		return words > 12 || en.length > 72 ? [`${words} words, ${en.length} characters`] : [];
	});
	expect(faults).toEqual([]);
});

test('Chinese titles have 28 characters at most', () => {
	const faults = findings(titles, ({ zh }) => ([...zh].length > 28 ? [`${[...zh].length}`] : []));
	expect(faults).toEqual([]);
});

test('titles have no full stop', () => {
	const ended = (text: string) => (/[.。；;，,]$/.test(text) ? [text] : []);
	expect(findings(titles, ({ en, zh }) => [...ended(en), ...ended(zh)])).toEqual([]);
});

test('no two items have the same title', () => {
	for (const language of ['en', 'zh'] as const) {
		const seen = Map.groupBy(titles, (title) => title[language]);
		expect([...seen].filter(([, same]) => same.length > 1).map(([title]) => title)).toEqual([]);
	}
});

test('figures are the same in both languages', () => {
	expect(findings(passages, ({ en, zh }) => rules.figureFaults(en, zh))).toEqual([]);
});

test('links and ids are the same in both languages', () => {
	const known = new Set(items.flatMap(({ id, no }) => [id, no]));
	const differ = (a: string[], b: string[]) =>
		a.join() === b.join() ? [] : [`${a.join()} / ${b.join()}`];
	expect(
		findings(passages, ({ en, zh }) => [
			...differ(rules.links(en), rules.links(zh)),
			...differ(rules.idsIn(en, known), rules.idsIn(zh, known)),
		]),
	).toEqual([]);
});

test('Chinese punctuation and spacing', () => {
	expect(findings(chinese, ({ zh }) => rules.chineseFaults(zh))).toEqual([]);
});

test('Chinese terms not to use', () => {
	expect(findings(chinese, ({ zh }) => zh.match(rules.forbiddenTerms) ?? [])).toEqual([]);
});

test('no English sentence is left in a Chinese text', () => {
	expect(findings(chinese, ({ zh }) => rules.latinRuns(zh, names))).toEqual([]);
});

test('every Chinese text is Chinese', () => {
	const bare = passages.filter(({ zh }) => !/\p{Script=Han}/u.test(zh) && /[a-z]{2}/i.test(zh));
	expect(bare.map(({ place, zh }) => `${place}: ${zh}`)).toEqual([]);
});

test('no filler in English', () => {
	// Laws and reports are called what they are called.
	const ours = passages.filter(({ place }) => !/^sources › .* › title$/.test(place));
	expect(findings(ours, ({ en }) => en.match(rules.filler)?.slice(0, 1) ?? [])).toEqual([]);
});

test('days are written out', () => {
	const notation = (text: string) => text.match(rules.dayNotation) ?? [];
	expect(findings(passages, ({ en, zh }) => [...notation(en), ...notation(zh)])).toEqual([]);
});
