import { relative } from 'node:path';
import { htmlPages } from '../../src/build/html-pages.ts';

const dist = process.env['PLAYWRIGHT_DIST'] ?? 'dist';

/** The address of every page of the build, without the base path. */
export const everyPage: string[] = htmlPages(dist)
	.map((path) => `/${relative(dist, path).replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/'))
	.sort();

/** One page of each kind, in both languages. */
export const kindsOfPage: string[] = [
	'/',
	'/board/',
	'/teams/',
	'/teams/warehouse/',
	'/checklists/',
	'/guides/launch-day/',
	'/guides/glossary/',
	'/print/',
].flatMap((page) => [page, `/zh-cn${page}`]);

/** All of them in the long run, one of each kind in the short one, with the tag that says so. */
export const pages = [
	...kindsOfPage.map((address) => ({ address, tag: [] as string[] })),
	...everyPage
		.filter((address) => !kindsOfPage.includes(address))
		.map((address) => ({ address, tag: ['@full'] })),
];
