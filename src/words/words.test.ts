import { expect, test } from 'vitest';
import { wordsFrom } from './words.ts';

const en = wordsFrom(
	{
		hello: 'Hello {name}',
		'item.count_one': '{count} item',
		'item.count_other': '{count} items',
		whole: 'All {count}',
		twice: '{a} and {a}, not {b}',
	},
	'en',
);
const zh = wordsFrom({ 'item.count_other': '{count} 项', whole: '全部 {count}' }, 'zh-CN');
const pl = wordsFrom({ n_one: 'one', n_few: 'few', n_many: 'many', n_other: 'other' }, 'pl');

test.each([
	['hello', { name: 'Ann' }, 'Hello Ann'],
	['hello', { name: '$& {name}' }, 'Hello $& {name}'],
	['item.count', { count: 1 }, '1 item'],
	['item.count', { count: 0 }, '0 items'],
	['item.count', { count: 12 }, '12 items'],
	['whole', { count: 1 }, 'All 1'],
	['twice', { a: 2 }, '2 and 2, not {b}'],
	['hello', {}, 'Hello {name}'],
	['not.there', { count: 2 }, 'not.there'],
] as const)('%s with %j', (key, values, text) => {
	expect(en(key, values)).toBe(text);
});

test('values may be left out', () => {
	expect(en('hello')).toBe('Hello {name}');
});

test('each language has its own plural forms', () => {
	expect([0, 1, 2].map((count) => zh('item.count', { count }))).toEqual(['0 项', '1 项', '2 项']);
	expect([1, 2, 5, 1.5].map((count) => pl('n', { count }))).toEqual([
		'one',
		'few',
		'many',
		'other',
	]);
});

test('a count that is a text picks no form', () => {
	expect(en('whole', { count: 'three' })).toBe('All three');
	expect(en('item.count', { count: '1' })).toBe('1 items');
});
