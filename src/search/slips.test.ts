import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneSlip, nearest } from './slips.ts';

const word = fc.stringMatching(/^[a-z]{4,10}$/);

test('knows a letter missing, too many, wrong, and two swapped', () => {
	fc.assert(
		fc.property(word, fc.nat(), fc.constantFrom('a', 'b', 'x', 'z'), (right, at, letter) => {
			const i = at % right.length;
			const [before, after] = [right.slice(0, i), right.slice(i + 1)];
			const swapped =
				right.slice(0, i) + right.slice(i + 1, i + 2) + right.slice(i, i + 1) + right.slice(i + 2);
			for (const wrong of [
				before + after,
				before + letter + right.slice(i),
				before + letter + after,
				swapped,
			])
				if (wrong !== right) expect(isOneSlip(wrong, right), `${wrong} ${right}`).toBe(true);
		}),
	);
});

test('is the same both ways, and never for two slips', () => {
	fc.assert(fc.property(word, word, (a, b) => isOneSlip(a, b) === isOneSlip(b, a)));
	expect(isOneSlip('prnte', 'printer')).toBe(false);
});

test.each([
	['prnter', ['printer']],
	['prin', []],
	['abc', []],
	['zzzzzz', []],
])('takes %s for %j', (typed, expected) => {
	expect(nearest(typed, ['paint', 'printer', 'warehouse'])).toEqual(expected);
});
