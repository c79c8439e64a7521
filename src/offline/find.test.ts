import { expect, test } from 'vitest';
import { find } from './find.ts';

const files = new Map(['/a/', '/a/teams/it/', '/a/404.html', '/a/_astro/x.js'].map((f) => [f, '']));
const at = (address: string) => find(new URL(address, 'https://example.test'), files);

test('a listed address gives its file, whatever the query', () => {
	expect(at('/a/teams/it/')).toEqual({ file: '/a/teams/it/' });
	expect(at('/a/_astro/x.js?v=2')).toEqual({ file: '/a/_astro/x.js' });
	expect(at('/a/404.html')).toEqual({ file: '/a/404.html' });
});

test("a folder's index.html is the folder", () => {
	expect(at('/a/index.html')).toEqual({ file: '/a/' });
	expect(at('/a/teams/it/index.html#x')).toEqual({ file: '/a/teams/it/' });
});

test('a missing slash leads to the address that has it, with its query', () => {
	expect(at('/a/teams/it?from=mail')).toEqual({ redirect: '/a/teams/it/?from=mail' });
	expect(at('/a')).toEqual({ redirect: '/a/' });
});

test('anything else is not answered', () => {
	for (const address of ['/a/teams/', '/a/nothing', '/b/', '/', '/a/teams/it/x'])
		expect(at(address)).toEqual({});
});
