import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entry } from './testing.ts';
import { readUnits, writeUnits, type Entry } from './unit.ts';

const page = { href: '/base/teams/warehouse/', title: 'Warehouse' };

test('reads what it wrote, whatever the texts hold', () => {
	const text = fc.string({ unit: 'binary' });
	fc.assert(
		fc.property(
			fc.array(fc.record({ title: text, text, alias: text }), { maxLength: 5 }),
			(texts) => {
				const units = texts.map((own, i) =>
					entry({ anchor: `wh-${i}`, markets: ['eu', 'us'], ...own }),
				);
				const read = readUnits(writeUnits(units), page);
				expect(read.map(({ anchor }) => anchor)).toEqual(units.map(({ anchor }) => anchor));
				expect(read.every(({ markets }) => markets.join() === 'eu,us')).toBe(true);
			},
		),
		{ numRuns: 40 },
	);
});

test('gives back each fact that was written once for a row of units', () => {
	const fact = fc.constantFrom('', 'warehouse', 'it');
	const facts = fc.record({
		kind: fc.constantFrom('item', 'section', 'page'),
		team: fact,
		teamName: fact,
		phase: fact,
		level: fc.constantFrom('', 'essential', 'further'),
		owner: fact,
		ownerName: fact,
		markets: fc.subarray(['eu', 'us']),
		formats: fc.subarray(['remote']),
	});
	fc.assert(
		fc.property(fc.array(facts), (all) => {
			const units = all.map((own, i) => entry({ ...(own as Partial<Entry>), anchor: `wh-${i}` }));
			expect(readUnits(writeUnits(units), page)).toMatchObject(all);
		}),
	);
});

test('takes out the spaces without width that Pagefind puts between Chinese words', () => {
	const written = writeUnits([
		entry({ anchor: 'wh-a', title: '打印机压力测试', text: 'IT 团队在场。' }),
	]);
	const [read] = readUnits([...written].join('\u200b'), page);
	expect(read).toMatchObject({ title: '打印机压力测试', text: 'IT 团队在场。' });
});

test('leads to the place on the page, and a page to itself', () => {
	const units = [entry({ kind: 'page', anchor: '' }), entry({ anchor: 'wh-a' })];
	expect(readUnits(writeUnits(units), page).map(({ href }) => href)).toEqual([
		'/base/teams/warehouse/',
		'/base/teams/warehouse/#wh-a',
	]);
});

test('leaves out what is not a unit', () => {
	expect(readUnits('', page)).toEqual([]);
	expect(readUnits('someone else’s text ␞ nothing ␟ x', page)).toEqual([]);
});
