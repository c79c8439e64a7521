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
