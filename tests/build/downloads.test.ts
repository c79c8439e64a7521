import { describe, expect, test } from 'vitest';
import { contentDigest, type Manifest } from '../../src/components/downloads.ts';
import { base, fileAt, pageAt, pages, tags } from './site.ts';

const folder = `${base}downloads/`;
const text = fileAt(`${folder}manifest.json`)?.toString('utf8');
const manifest = text === undefined ? undefined : (JSON.parse(text) as Manifest);
/** PDFs of other content say other things than the pages: they are not offered. */
const isCurrent = manifest?.content === contentDigest();

const links = pages.flatMap(({ address, html }) =>
	tags(html).flatMap(({ name, attributes: { href = '' } }) =>
		name === 'a' && href.startsWith(folder) ? [{ address, file: href.slice(folder.length) }] : [],
	),
);

/** The PDFs that a page links. */
const linked = (address: string) =>
	links.filter((link) => link.address === pageAt(address).address).map(({ file }) => file);

if (!isCurrent)
	test('a build without PDFs, or with old ones, links none', () => {
		expect(links).toEqual([]);
	});
else
	describe('a build with PDFs', () => {
		test('has every file it links', () => {
			expect(links.length).toBeGreaterThan(0);
			for (const { file } of links)
				expect(
					fileAt(folder + file)
						?.subarray(0, 5)
						.toString(),
					file,
				).toBe('%PDF-');
		});

		test.each(['en', 'zh-CN'])('%s: home and print page link all, a team its own', (language) => {
			const prefix = language === 'en' ? '' : `/${language.toLowerCase()}`;
			const own = manifest?.files.filter((file) => file.language === language) ?? [];
			const all = own.map(({ file }) => file);
			expect(linked(`${prefix}/`)).toEqual(all);
			expect(linked(`${prefix}/print/`)).toEqual(all);
			const warehouse = own.filter(({ team }) => team === 'warehouse').map(({ file }) => file);
			expect(linked(`${prefix}/teams/warehouse/`)).toEqual(warehouse);
			expect(warehouse).toHaveLength(1);
		});
	});
