import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, markWords } from './excerpt.ts';
import { readQuery } from './text.ts';

const shown = (text: string, typed: string) =>
	markWords(text, [readQuery(typed)])
		.map(({ text, marked }) => (marked ? `[${text}]` : text))
		.join('');

test.each([
	['用真实打印机做测试', '打印机', '用真实[打印机]做测试'],
	['打印机压力测试', '打印 机压', '[打印机压]力测试'],
	['The Printers and print queues', 'printer', 'The [Printers] and print queues'],
	['ＳＫＵ code', 'sku', '[ＳＫＵ] code'],
	['an item of IT', 'it', 'an item of [IT]'],
	['nothing', 'printer', 'nothing'],
	['W-15', 'w15', '[W-15]'],
])('marks %j for %j', (text, typed, expected) => {
	expect(shown(text, typed)).toBe(expected);
});

test('marks never change a text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
			const pieces = markWords(text, [readQuery(typed)]);
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
		}),
	);
});

test('shows the place of the words in a long text, and says that there is more', () => {
	const long = `${'before '.repeat(60)}the printer stands here ${'after '.repeat(60)}`;
	const pieces = excerpt(long, [readQuery('printer')]);
	const text = pieces.map((piece) => piece.text).join('');
	expect(text).toMatch(/^… .*printer.* …$/);
	expect(text.length).toBeLessThan(170);
});

const cut = (text: string, typed: string) =>
	excerpt(text, [readQuery(typed)])
		.map((piece) => piece.text)
		.join('');

test('cuts no word, also not the last of a text', () => {
	for (let more = 0; more < 20; more++) {
		const text = `${'so '.repeat(60)}the stock list ${'is '.repeat(15 + more)}not for changing.`;
		const [, shown = ''] = /^… (.*?)(?: …)?$/.exec(cut(text, 'stock')) ?? [];
		expect(` ${text} `).toContain(` ${shown} `);
		const chinese = `${'先'.repeat(60)}看库存，${'再'.repeat(20 + more)}导出 spreadsheet 文件，交给仓库。`;
		expect(cut(chinese, '库存')).not.toMatch(/[a-z](?<!spreadsheet) …$/);
	}
});

test('sets no space between Chinese sentences', () => {
	expect(cut('只生成 1 个订单。 没货还卖，丢新客最快。', '订单')).toBe(
		'只生成 1 个订单。没货还卖，丢新客最快。',
	);
});

test('begins no Chinese excerpt with the end of a sentence', () => {
	const text = `${'前面的话。'.repeat(20)}这里说库存${'，后面的话'.repeat(20)}`;
	for (let more = 0; more < 10; more++)
		expect(cut('多'.repeat(more) + text, '库存')).toMatch(/^… \p{Script=Han}/u);
});
