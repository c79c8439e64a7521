import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedStores } from '../../src/build/shared-stores.ts';
import { dist, pages } from './site.ts';

const stores = sharedStores();
/** Marks of its code, its styles, its markup and its words, none of which a minifier changes. */
const marks = ['pb-shared', 'no-such-version', 'If-None-Match', ':shared:', 'shared.is-step'];

const texts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(js|css|html|json)$/.test(name) && !name.includes('pagefind'))
	.map((name) => [name, readFileSync(join(dist, name), 'utf8')] as const);

if (stores.length === 0)
	test('without a store not one byte of shared projects is built', () => {
		const found = texts.flatMap(([name, text]) =>
			marks.filter((mark) => text.includes(mark)).map((mark) => `${name}: ${mark}`),
		);
		expect(found).toEqual([]);
	});
else
	test('with a store each mark of shared projects is there', () => {
		for (const mark of marks)
			expect(
				texts.some(([, text]) => text.includes(mark)),
				mark,
			).toBe(true);
		const boards = pages.filter(({ html }) => html.includes('<pb-shared'));
		expect(boards.map(({ address }) => address.replace(/^.*(?=\/board\/)/, ''))).toEqual([
			'/board/',
			'/board/',
		]);
	});
