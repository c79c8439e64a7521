import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlPages } from './html-pages.ts';

/** Where `overrides/Search.astro` wants the links. */
const place = /<meta name="search-code"\s*\/?>/;

/**
 * The search's code comes in several files that import each other; one after the other they would
 * take a round trip each. Links to all of them, beside the dialog, let them come at once.
 */
export async function linkSearchCode(out: string, assets: string, base: string): Promise<void> {
	const names = await readdir(join(out, assets));
	const entry = names.find((name) => /^search-dialog\..+\.js$/.test(name));
	if (!entry) throw new Error('The build has no code for the search dialog.');
	const needed = new Set([entry]);
	// What is added while going through is gone through too.
	for (const name of needed)
		for (const other of importsOf(await readFile(join(out, assets, name), 'utf8')))
			needed.add(other);
	const links = [...needed]
		.map((name) => `<link rel="modulepreload" href="${base}/${assets}/${name}">`)
		.join('');
	for (const path of await htmlPages(out)) {
		const html = await readFile(path, 'utf8');
		if (place.test(html)) await writeFile(path, html.replace(place, links));
	}
}

/** The files a built module needs before it can run; those of `import()` come later. */
export function importsOf(code: string): string[] {
	return [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
		([, name = '']) => name,
	);
}
