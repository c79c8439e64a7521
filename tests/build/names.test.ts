/** What hosts are told to keep for good must have a name that changes with what is in it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist } from './site.ts';

const namesIn = (folder: string) =>
	readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' });

test('each script and style has a hash in its name', () => {
	const names = namesIn('_astro');
	expect(names.length).toBeGreaterThan(10);
	expect(names.filter((name) => !/\.[\w-]{8}\.(js|css)$/.test(name))).toEqual([]);
});

test("each part of the search index begins its name with its own text's hash", () => {
	const names = namesIn('pagefind').filter((name) => /\.pf_\w+$/.test(name));
	for (const kind of ['fragment', 'index', 'meta'])
		expect(names.some((name) => name.endsWith(`.pf_${kind}`))).toBe(true);
	const strangers = names.filter((name) => {
		const [, hash = '?'] = /_([0-9a-f]{7,})\.pf_\w+$/.exec(basename(name)) ?? [];
		return !pagefindHash(gunzipSync(readFileSync(join(dist, 'pagefind', name)))).startsWith(hash);
	});
	expect(strangers).toEqual([]);
});

/** SHA-1 of what follows Pagefind's own mark, with bytes below 16 in one figure, as it writes them. */
function pagefindHash(bytes: Buffer): string {
	const mark = 'pagefind_dcd';
	expect(bytes.subarray(0, mark.length).toString()).toBe(mark);
	const digest = createHash('sha1').update(bytes.subarray(mark.length)).digest();
	return [...digest].map((byte) => byte.toString(16)).join('');
}
