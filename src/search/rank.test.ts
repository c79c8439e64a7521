import { expect, test } from 'vitest';
import { rank } from './rank.ts';
import { expand } from './synonyms.ts';
import { entry } from './testing.ts';
import { readQuery } from './text.ts';

const units = [
	entry({
		anchor: 'wh-print',
		no: 'W-15',
		title: 'Run the print stress hour',
		text: 'on real printers',
	}),
	entry({ anchor: 'wh-register', no: 'W-6', title: 'List every printer', text: 'measured speed' }),
	entry({
		anchor: 'wh-stock',
		no: 'W-18',
		title: 'Send the low-stock list',
		text: 'each morning by e-mail',
	}),
	entry({
		anchor: 'wh-far',
		no: 'W-1',
		title: 'Plan',
		text: 'stock is high. Nobody is low on tea.',
	}),
	entry({ anchor: 'wh-item', no: 'W-9', title: 'Every item', text: 'its item' }),
	entry({ anchor: 'wh-zh', no: 'W-2', title: '打印机压力测试', text: '对每台打印机做压力测试' }),
	entry({ anchor: 'wh-zh2', no: 'W-3', title: '清点库存', text: '测试过打印机之后，再看压力' }),
];
const order = (typed: string, mode: 'strict' | 'loose' = 'strict') =>
	rank(units, [readQuery(typed)], mode).map(({ unit }) => unit.anchor);

test.each([
	['w15', ['wh-print']],
	['W 15', ['wh-print']],
	['wh-print', ['wh-print']],
	['printer', ['wh-register', 'wh-print']],
	['low stock', ['wh-stock', 'wh-far']],
	['email', ['wh-stock']],
	['e-mail', ['wh-stock']],
	['it', []],
	['printer tea', []],
	['打印机压力测试', ['wh-zh', 'wh-zh2']],
	['压力 打印机', ['wh-zh', 'wh-zh2']],
	['warehouse stock', ['wh-stock', 'wh-far']],
	['warehouse', []],
	['', []],
])('finds for %j, in order, %j', (typed, expected) => {
	expect(order(typed)).toEqual(expected);
});

test('finds one wrong Chinese character only when asked to be loose', () => {
	expect(order('打引机')).toEqual([]);
	expect(order('打引机', 'loose')).toContain('wh-zh');
});

test('puts what was typed before what means the same', () => {
	const groups = [{ words: ['stock', 'inventory'], typed: ['库存'] }];
	const more = [...units, entry({ anchor: 'wh-inv', title: 'Inventory list' })];
	const found = (typed: string) =>
		rank(more, expand(typed, groups), 'strict').map(({ unit }) => unit.anchor);
	expect(found('inventory')[0]).toBe('wh-inv');
	expect(found('inventory')).toContain('wh-stock');
	expect(found('库存')).toContain('wh-inv');
	expect(found('inventories')).toContain('wh-inv');
});

test('keeps synonyms few, and whole words', () => {
	const groups = [{ words: Array.from({ length: 20 }, (_, i) => `word${i}x`), typed: ['IT'] }];
	expect(expand('it', groups).length).toBeLessThanOrEqual(6);
	expect(expand('item', groups).length).toBe(1);
});
