import { describe, expect, test } from 'vitest';
import { policyFor } from './finish-pages.ts';
import { sharedStores, storeSources } from './shared-stores.ts';

describe('the stores an owner names', () => {
	test('are none unless there are any', () => {
		expect(sharedStores('')).toEqual([]);
	});

	test('are the site itself, folders of it, and addresses', () => {
		const stores = sharedStores('self /dav/ https://dav.example.com:8443/team/');
		expect(stores).toEqual(['self', '/dav/', 'https://dav.example.com:8443/team/']);
		expect(storeSources(stores)).toEqual(['https://dav.example.com:8443/team/']);
	});

	test.each([
		'https://dav.example.com/team',
		'https://*/',
		"https://a.example/;script-src'unsafe-inline'/",
		'https://user:secret@dav.example.com/',
		'ftp://dav.example.com/',
		'dav/',
		'//dav.example.com/',
	])('are refused where a policy could not name them: %s', (store) => {
		expect(() => sharedStores(store)).toThrow('must be self');
	});
});

test('the policy lets pages speak with these stores and no others', () => {
	expect(policyFor('')).toContain("connect-src 'self';");
	expect(policyFor('', ['self', '/dav/'])).toContain("connect-src 'self';");
	expect(policyFor('', ['https://dav.example.com/team/'])).toContain(
		"connect-src 'self' https://dav.example.com/team/;",
	);
});
