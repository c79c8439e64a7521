import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { headers, hostHeaders, immutable } from './host-headers.ts';

/** What is written for a site below this path: the text of each file that is there. */
async function written(base: string) {
	const folder = mkdtempSync(join(tmpdir(), 'playbook-headers-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const { hooks } = hostHeaders();
	await hooks['astro:config:done']?.({ config: { base } } as never);
	await hooks['astro:build:done']?.({ dir: pathToFileURL(`${folder}/`) } as never);
	const read = (name: string) =>
		existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
	return { headers: read('_headers'), redirects: read('_redirects') };
}

const safety = Object.entries(headers)
	.map(([name, value]) => `  ${name}: ${value}\n`)
	.join('');
const kept = ['_astro', 'pagefind/fragment', 'pagefind/index'];
const rule = (folder: string) => `\n${folder}/*\n  Cache-Control: ${immutable}\n`;

test('at the root of a host there is nothing to redirect', async () => {
	const { headers, redirects } = await written('/');
	expect(redirects).toBeUndefined();
	expect(headers).toBe(`/*\n${safety}${kept.map((folder) => rule(`/${folder}`)).join('')}`);
});

test.each(['/shop/playbook', '/shop/playbook/'])(
	'below %s its addresses lead to the files at the root, and the root to the site',
	async (base) => {
		const { headers, redirects } = await written(base);
		expect(redirects).toBe('/shop/playbook/* /:splat 200\n/ /shop/playbook/ 302\n');
		expect(headers).toContain(`/shop/playbook/*\n${safety}`);
		for (const folder of kept) expect(headers).toContain(rule(`/shop/playbook/${folder}`));
	},
);
