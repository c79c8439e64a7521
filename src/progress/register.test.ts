import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSame } from './json.ts';
import { compare, isRegister, laterRegister, latestMs, put, valueOf } from './register.ts';
import type { Register } from './register.ts';
import { anyRegister } from './testing.ts';

test.each([
	[['x', [0, 'ann']], true],
	[[null, [latestMs, 'ann'], 'rest', 1], true],
	[['x', [latestMs + 1, 'ann']], false],
	[['x', [-1, 'ann']], false],
	[['x', [1.5, 'ann']], false],
	[['x', ['1', 'ann']], false],
	[['x', [1, 2]], false],
	[['x', [1, 'ann', 3]], false],
	[['x'], false],
	[{ 0: 'x', 1: [1, 'ann'] }, false],
	[null, false],
])('says of %j whether it is a register: %j', (value, expected) => {
	expect(isRegister(value)).toBe(expected);
});

describe('the later register', () => {
	test.each<[string, Register<unknown>, Register<unknown>]>([
		['has the later time', ['a', [2, 'ann']], ['z', [1, 'zoe']]],
		['has the greater time as a number', ['a', [10, 'ann']], ['z', [9, 'zoe']]],
		['of one time has the greater writer', ['a', [1, 'ben']], ['z', [1, 'ann']]],
		['of one stamp has the greater JSON', ['b', [1, 'ann']], ['a', [1, 'ann'], 'z']],
		['of one value has the greater rest', ['a', [1, 'ann'], 2], ['a', [1, 'ann'], 1]],
		['compares JSON with sorted keys', [{ b: 2, a: 1 }, [1, 'n']], [{ a: 1, b: 1 }, [1, 'n']]],
	])('%s', (_, winner, loser) => {
		expect(laterRegister(winner, loser)).toBe(winner);
		expect(laterRegister(loser, winner)).toBe(winner);
	});

	test('is decided by a total order', () => {
		const any = anyRegister(fc.oneof(fc.boolean(), fc.constantFrom({ a: 1 }, [1])));
		fc.assert(
			fc.property(any, any, any, (...all) => {
				const [a, b, c] = all as unknown as Register<unknown>[] as [
					Register<unknown>,
					Register<unknown>,
					Register<unknown>,
				];
				expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
				expect(compare(a, b) === 0).toBe(isSame(a, b));
				if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
			}),
			{ numRuns: 1000 },
		);
	});
});

test('reads null and nothing alike, and false as a value', () => {
	expect(valueOf(undefined)).toBeNull();
	expect(valueOf([null, [1, 'ann']])).toBeNull();
	expect(valueOf([false, [1, 'ann']])).toBe(false);
});

describe('put', () => {
	const doc = { items: { a: { owner: ['Ann', [5, 'ann']] } }, other: {} };

	test('writes a register and shares what it does not touch', () => {
		const changed = put(doc, ['items', 'b', 'owner'], 'Ben', [6, 'ben']);
		expect(changed.items).toEqual({ ...doc.items, b: { owner: ['Ben', [6, 'ben']] } });
		expect(changed.items.a).toBe(doc.items.a);
		expect(changed.other).toBe(doc.other);
	});

	test('returns the same document where the value is there already', () => {
		expect(put(doc, ['items', 'a', 'owner'], 'Ann', [9, 'ben'])).toBe(doc);
		expect(put(doc, ['items', 'b', 'owner'], null, [9, 'ben'])).toBe(doc);
	});

	test('is later than what it replaces even under an old stamp', () => {
		const changed = put(doc, ['items', 'a', 'owner'], 'Ben', [2, 'ben']);
		expect(changed.items.a.owner).toEqual(['Ben', [6, 'ben']]);
	});

	test('takes inherited names for names', () => {
		const changed = put(doc, ['items', 'constructor', 'owner'], 'Ben', [6, 'ben']);
		expect(Object.hasOwn(changed.items, 'constructor')).toBe(true);
		expect(Object.prototype).not.toHaveProperty('owner');
	});
});
