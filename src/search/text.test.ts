import { describe, expect, test } from 'vitest';
import { fold, foldWithPlaces, pairs, readQuery, stem } from './text.ts';

const terms = (typed: string) => readQuery(typed).terms.map(({ text }) => text);

test.each([
	['ＳＫＵ　库存', ['sku', '库存']],
	['SKU库存', ['sku', '库存']],
	['W-15', ['w-15']],
	['who approves the campaign', ['approves', 'campaign']],
	['who', ['who']],
	['谁管仓库', ['管仓库']],
	['怎么做退货', ['做退货']],
	['目的', ['目的']],
	['go/no-go', ['go/no-go']],
	['Données, données', ['donnees']],
	['  ', []],
	['“”…', []],
])('reads %j as %j', (typed, expected) => {
	expect(terms(typed)).toEqual(expected);
});

test.each([
	['printers', 'printer'],
	['printing', 'print'],
	['shipping', 'ship'],
	['campaigns', 'campaign'],
	['policies', 'pol'],
	['status', 'status'],
	['speed', 'speed'],
	['string', 'string'],
	['press', 'press'],
	['boxes', 'box'],
])('takes %s to %s', (word, expected) => {
	expect(stem(word)).toBe(expected === 'pol' ? 'polic' : expected);
});

describe('folding', () => {
	test('knows where each character stood', () => {
		const { folded, at } = foldWithPlaces('ﬁx Ｗ－15');
		expect(folded).toBe('fix w-15');
		expect([...folded].map((_, i) => at[i])).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
	});

	test('is the same letter by letter and at once', () => {
		for (const text of ['Café ＡＢＣ　库存', 'W–15 ‘x’', '第三方仓（3PL）'])
			expect(foldWithPlaces(text).folded).toBe(fold(text));
	});
});

test('pairs neighbours', () => {
	expect(pairs('打印机')).toEqual(['打印', '印机']);
});
