import { expect, test } from 'vitest';
import { canonical, isObject, isSame, own } from './json.ts';

test.each([
	[{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
	[{ a: undefined }, '{}'],
	[undefined, 'null'],
	['"\ud800', '"\\"\\ud800"'],
	[{ '10': 1, '9': 2 }, '{"10":1,"9":2}'],
])('writes %j with sorted keys', (value, text) => {
	expect(canonical(value)).toBe(text);
});

test('tells objects from arrays and null', () => {
	expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
});

test('compares content, not the order of keys', () => {
	expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
	expect(isSame([1, 2], [2, 1])).toBe(false);
	expect(isSame('1', 1)).toBe(false);
	expect(isSame(null, undefined)).toBe(false);
});

test('finds only what an object holds itself', () => {
	const object: { [key: string]: unknown } = { a: 1 };
	expect(own(object, 'a')).toBe(1);
	expect(own(object, 'constructor')).toBeUndefined();
	expect(own(object, '__proto__')).toBeUndefined();
	expect(own(undefined, 'a')).toBeUndefined();
});
