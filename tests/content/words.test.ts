import { expect, test } from 'vitest';
import { dictionary, languages } from './playbook.ts';
import { isUsed } from './used-words.ts';

const plural = /_(zero|one|two|few|many|other)$/;
const all = languages.map((language) => {
	const entries = dictionary(language);
	const forms = Object.keys(entries).filter((key) => plural.test(key));
	return {
		language,
		entries,
		plain: Object.keys(entries).filter((key) => !plural.test(key)),
		counted: [...new Set(forms.map((key) => key.replace(plural, '')))],
		categories: new Intl.PluralRules(language).resolvedOptions().pluralCategories,
	};
});
const [first, ...others] = all;

test.each(others)('$language has the keys of the first language', ({ plain, counted }) => {
	expect(plain.sort()).toEqual(first?.plain.sort());
	expect(counted.sort()).toEqual(first?.counted.sort());
});

test('every text is asked for somewhere', () => {
	const keys = [...(first?.plain ?? []), ...(first?.counted ?? [])];
	expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test.each(all)('$language has the plural forms it needs, and no other', (words) => {
	const forms = Object.keys(words.entries).filter((key) => plural.test(key));
	const needed = words.counted.flatMap((key) => words.categories.map((form) => `${key}_${form}`));
	expect(forms.sort()).toEqual(needed.sort());
});

test.each(all)('$language has no empty text', ({ entries }) => {
	expect(Object.keys(entries).filter((key) => !entries[key]?.trim())).toEqual([]);
});

test.each(others)('$language fills the same holes as the first language', (words) => {
	const holes = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
	const of = ({ entries }: typeof words, key: string) =>
		holes(entries[key] ?? entries[`${key}_other`]);
	const keys = [...words.plain, ...words.counted];
	const differ = keys.filter((key) => String(of(words, key)) !== String(first && of(first, key)));
	expect(differ).toEqual([]);
});

test.each(all)(
	'$language: every form of a counted text has the same holes',
	({ entries, counted }) => {
		const holes = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort().join();
		const differ = Object.keys(entries).filter((key) => {
			const base = key.replace(plural, '');
			return counted.includes(base) && holes(entries[key]) !== holes(entries[`${base}_other`]);
		});
		expect(differ).toEqual([]);
	},
);
