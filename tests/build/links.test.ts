import { describe, expect, test } from 'vitest';
import { base, fileAt, pages, tags } from './site.ts';

const anchors = new Map(
	pages.map(({ address, html }) => [
		address,
		new Set(
			tags(html).flatMap(({ attributes: { id, name } }) =>
				[id, name].filter((one) => one !== undefined),
			),
		),
	]),
);
const known = (url: URL) => anchors.has(url.pathname) || fileAt(url.pathname) !== undefined;

/** Why a link of a page leads nowhere; undefined where it leads somewhere, or to another site. */
function faultOf(link: string, address: string): string | undefined {
	const host = 'http://host';
	const url = new URL(link, host + address);
	if (url.origin !== host) return undefined;
	if (!url.pathname.startsWith(base)) return `${link}: outside ${base}`;
	if (!known(url)) return `${link}: no such page or file`;
	const anchor = decodeURIComponent(url.hash.slice(1));
	const targets = anchors.get(url.pathname);
	if (anchor && targets && !targets.has(anchor)) return `${link}: no such place on the page`;
	return undefined;
}

describe.each(pages)('$address', ({ address, html }) => {
	const all = tags(html);

	test('every link, script, style and picture of this site is there', () => {
		const links = all.flatMap(({ name, attributes: { href, src, action, rel } }) =>
			// Translated and canonical addresses are whole ones: seo tests look at them.
			name === 'link' && /^(canonical|alternate|sitemap)$/.test(rel ?? '')
				? []
				: [href, src, action].filter((link) => link !== undefined),
		);
		expect(links.length).toBeGreaterThan(0);
		expect([...new Set(links)].flatMap((link) => faultOf(link, address) ?? [])).toEqual([]);
	});

	test('every id stands once', () => {
		const ids = all.flatMap(({ attributes: { id } }) => id ?? []);
		expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
	});

	test('every label, description and popover names something that is there', () => {
		const targets = anchors.get(address);
		const named = all.flatMap(({ attributes }) =>
			[
				'for',
				'aria-labelledby',
				'aria-describedby',
				'aria-controls',
				'popovertarget',
				'list',
				'form',
			].flatMap((key) => attributes[key]?.split(/\s+/) ?? []),
		);
		expect(named.filter((id) => !targets?.has(id))).toEqual([]);
	});
});

/** What the site offers beside pages. */
test.each(['api/playbook.json', 'api/playbook.schema.json', 'llms.txt', 'pagefind/pagefind.js'])(
	'%s is there',
	(file) => {
		expect(fileAt(base + file)).toBeDefined();
	},
);

test('the parts of the design are shown in development alone', () => {
	expect(fileAt(`${base}components/index.html`)).toBeUndefined();
});
