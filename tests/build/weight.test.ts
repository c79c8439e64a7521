import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileAt, isData, pageAt, tags, type Page } from './site.ts';

/** What a team's page may weigh, in bytes as hosts send them (gzip). Search and dialogs come later. */
const limits = { scripts: 8 * 1024, styles: 10 * 1024, html: 22 * 1024, all: 40 * 1024 };

const zipped = (content: Buffer | string) => gzipSync(content, { level: 9 }).length;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The scripts a page loads on its own: those it names, and all they import statically. */
function scriptFiles(page: Page): string[] {
	const named = tags(page.html).flatMap(({ name, attributes }) =>
		name === 'script' && attributes['src'] ? attributes['src'] : [],
	);
	const found = new Set<string>();
	const add = (address: string) => {
		if (found.has(address)) return;
		found.add(address);
		const code = fileAt(address)?.toString() ?? '';
		for (const [, from = ''] of code.matchAll(/\b(?:from|import)\s*["']([^"']+\.js)["']/g))
			add(new URL(from, `http://host${address}`).pathname);
	};
	named.forEach(add);
	return [...found];
}

/** Its parts, each with its weight, so that a failing test says where the bytes are. */
function weigh(page: Page) {
	// What stands in a template is fetched when it is taken out.
	const all = tags(page.html.replace(/<template>[\s\S]*?<\/template>/g, ''));
	const read = (address: string): [string, number] => {
		const file = fileAt(address);
		if (!file) throw new Error(`${page.address} asks for ${address}, which is not there.`);
		return [address, zipped(file)];
	};
	const inline = (name: string) =>
		all
			.filter((tag) => tag.name === name && !tag.attributes['src'] && !isData(tag))
			.map(({ text }, i): [string, number] => [`inline ${name} ${i + 1}`, zipped(text)]);
	const sheets = all.flatMap(({ name, attributes }) =>
		name === 'link' && attributes['rel'] === 'stylesheet' ? (attributes['href'] ?? []) : [],
	);
	return {
		html: zipped(page.html),
		scripts: [...inline('script'), ...scriptFiles(page).map(read)],
		styles: [...inline('style'), ...sheets.map(read)],
	};
}

describe.each(['/teams/warehouse/', '/zh-cn/teams/warehouse/'])('%s', (address) => {
	const { html, scripts, styles } = weigh(pageAt(address));
	const bytes = (parts: [string, number][]) => sum(parts.map(([, weight]) => weight));

	test('its scripts weigh little', () => {
		expect(scripts.length).toBeGreaterThan(0);
		expect(bytes(scripts), JSON.stringify(scripts)).toBeLessThanOrEqual(limits.scripts);
	});

	test('its styles weigh little', () => {
		expect(styles.length).toBeGreaterThan(0);
		expect(bytes(styles), JSON.stringify(styles)).toBeLessThanOrEqual(limits.styles);
	});

	test('its HTML weighs little', () => {
		// A Han character is three bytes, and packs less well than a word.
		const more = address.startsWith('/zh-cn/') ? 512 : 0;
		expect(html).toBeLessThanOrEqual(limits.html + more);
	});

	test('it weighs little as a whole', () => {
		const files = [...scripts, ...styles].filter(([name]) => !name.startsWith('inline'));
		expect(html + bytes(files)).toBeLessThanOrEqual(limits.all);
	});
});
