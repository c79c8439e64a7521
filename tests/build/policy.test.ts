import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sharedStores, storeSources } from '../../src/build/shared-stores.ts';
import { isData, pages, tags, type Page, type Tag } from './site.ts';

/** The policy's rules by name: `script-src` → `["'self'", …]`. */
function policyOf({ html }: Page): Map<string, string[]> {
	const meta = tags(html).find((tag) => tag.attributes['http-equiv'] !== undefined);
	const rules = (meta?.attributes['content'] ?? '')
		.split(';')
		.map((rule) => rule.trim().split(/\s+/));
	return new Map(rules.map(([name = '', ...values]) => [name, values]));
}

const hashOf = ({ text }: Tag) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inline = ({ html }: Page, name: string) =>
	tags(html).filter((tag) => tag.name === name && !tag.attributes['src'] && !isData(tag));

test('there are pages in both languages', () => {
	expect(pages.length).toBeGreaterThanOrEqual(40);
	expect(pages.filter(({ address }) => address.includes('/zh-cn/')).length).toBeGreaterThanOrEqual(
		20,
	);
});

describe.each(pages)('$address', (page) => {
	const policy = policyOf(page);

	test('the policy is the first thing in the head, and the only one', () => {
		expect(page.html).toMatch(/<head><meta http-equiv="content-security-policy" content="/i);
		expect(page.html.match(/http-equiv="content-security-policy"/gi)).toHaveLength(1);
	});

	test('scripts come from here or by their hash alone', () => {
		const allowed = policy.get('script-src') ?? [];
		const known = inline(page, 'script').map(hashOf);
		expect(allowed.slice().sort()).toEqual(
			[...new Set(["'self'", "'wasm-unsafe-eval'", ...known])].sort(),
		);
	});

	test('styles come from here or by their hash; attributes may set them', () => {
		const known = inline(page, 'style').map(hashOf);
		expect((policy.get('style-src') ?? []).slice().sort()).toEqual(
			[...new Set(["'self'", ...known])].sort(),
		);
		expect(policy.get('style-src-attr')).toEqual(["'unsafe-inline'"]);
	});

	test('all else is shut', () => {
		expect(policy.get('default-src')).toEqual(["'self'"]);
		expect(policy.get('connect-src')).toEqual(["'self'", ...storeSources(sharedStores())]);
		for (const rule of ['object-src', 'base-uri', 'form-action'])
			expect(policy.get(rule)).toEqual(["'none'"]);
	});

	test('no handler is written into a tag, no link runs a script', () => {
		const faults = tags(page.html).flatMap(({ name, attributes }) =>
			Object.entries(attributes)
				.filter(([key, value]) => /^on[a-z]/i.test(key) || /^\s*javascript:/i.test(value))
				.map(([key, value]) => `<${name} ${key}="${value}">`),
		);
		expect(faults).toEqual([]);
	});

	test('nothing is fetched from elsewhere', () => {
		const fetched = tags(page.html).flatMap(({ name, attributes }) => {
			const { src, srcset, data, poster, href, rel = '' } = attributes;
			const linked =
				name === 'link' && !/^(canonical|alternate|sitemap)$/.test(rel) ? href : undefined;
			return [src, srcset, data, poster, linked].filter((url) => url !== undefined);
		});
		expect(fetched.filter((url) => /^(?:[a-z]+:)?\/\//i.test(url))).toEqual([]);
	});
});
