import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base, dist, fileAt, pages, tags } from './site.ts';

/** The address the site was built for; none: it may stand anywhere. */
const site = process.env['SITE_URL'];

/** Addresses in the head that say where a page, its translation or its picture is. */
const own = pages.flatMap(({ address, html }) =>
	tags(html).flatMap(({ name, attributes: { rel, href, property, content, hreflang } }) => {
		const isLink = name === 'link' && /^(canonical|alternate)$/.test(rel ?? '');
		const isMeta = name === 'meta' && /^og:(url|image)$/.test(property ?? '');
		const url = isLink ? href : isMeta ? content : undefined;
		return url === undefined ? [] : [{ address, kind: rel ?? property ?? '', url, hreflang }];
	}),
);
const texts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(html|js|css|json|txt|xml|webmanifest)$/.test(name))
	.map((name) => ({ name, text: readFileSync(join(dist, name), 'utf8') }));

test('no file names the machine it was built on', () => {
	const local = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)|file:\/\/\//;
	expect(texts.filter(({ text }) => local.test(text)).map(({ name }) => name)).toEqual([]);
});

if (!site)
	describe('built without an address', () => {
		test('says of no page where it is', () => {
			expect(own.filter(({ url }) => /^\w+:/.test(url))).toEqual([]);
		});

		test('has no sitemap, which would need addresses', () => {
			expect(texts.filter(({ name }) => name.startsWith('sitemap'))).toEqual([]);
		});
	});
else
	describe('built for an address', () => {
		const root = site.replace(/\/$/, '');
		const readable = pages.filter(({ address }) => !/404/.test(address));

		test('all of them begin with it', () => {
			expect(own.length).toBeGreaterThan(0);
			expect(own.filter(({ url }) => !url.startsWith(root + base))).toEqual([]);
		});

		test.each(readable)(
			'$address says where it is, and where its translations are',
			({ address }) => {
				const here = own.filter((entry) => entry.address === address);
				const canonical = here.filter(({ kind }) => kind === 'canonical').map(({ url }) => url);
				expect(canonical).toEqual([root + address]);
				const others = here.filter(({ hreflang }) => hreflang !== undefined);
				expect(others.map(({ hreflang }) => hreflang).sort()).toEqual(
					expect.arrayContaining(['en', 'zh-CN']),
				);
				const missing = others.filter(
					({ url }) => !pages.some((page) => root + page.address === url),
				);
				expect(missing).toEqual([]);
			},
		);

		test('the sitemap has every page', () => {
			const sitemap = fileAt(`${base}sitemap-0.xml`)?.toString() ?? '';
			const absent = readable.filter(
				({ address }) => !sitemap.includes(`<loc>${root}${address}</loc>`),
			);
			expect(absent.map(({ address }) => address)).toEqual([]);
		});
	});
