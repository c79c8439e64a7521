import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where `overrides/Search.astro` wants the links. */
const place = /<meta name="search-code"\s*\/?>/;

/**
 * The search's code comes in several files that import each other, and its index begins with a list
 * that names the next file; one after the other they would take a round trip each. Links to all of
 * them, beside the dialog, let them come at once. Gives what puts them into a page of that build.
 */
export async function searchLinks(
	out: string,
	assets: string,
	base: string,
): Promise<(html: string) => string> {
	const names = await readdir(join(out, assets));
	const entry = names.find((name) => /^search-dialog\..+\.js$/.test(name));
	if (!entry) throw new Error('The build has no code for the search dialog.');
	const needed = new Set([entry]);
	// What is added while going through is gone through too.
	for (const name of needed)
		for (const other of importsOf(await readFile(join(out, assets, name), 'utf8')))
			needed.add(other);
	const scripts = [...needed].map((name) => `${base}/${assets}/${name}`);
	const index = await readIndexFiles(join(out, 'pagefind'));
	return (html) => {
		const [, language = ''] = /<html lang="([^"]+)"/.exec(html) ?? [];
		const data = (index.get(language.toLowerCase()) ?? [])
			.map((file) => `${base}/pagefind/${file}`)
			.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`)
			.join('');
		// What the page runs is there; Firefox calls it an error to be asked for that again.
		const code = scripts
			.filter((src) => !html.includes(`src="${src}"`))
			.map((src) => `<link rel="modulepreload" href="${src}">`)
			.join('');
		return html.replace(place, code + data);
	};
}

/**
 * The files an index begins with, by language. Pagefind asks for its list with a mark against stale
 * caches, by default the time; with a mark made from the list itself the link can say it, too.
 */
async function readIndexFiles(folder: string): Promise<Map<string, string[]>> {
	const list = 'pagefind-entry.json';
	const text = await readFile(join(folder, list), 'utf8');
	const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
	const { languages } = JSON.parse(text) as { languages: Record<string, { hash: string }> };
	return new Map(
		Object.entries(languages).map(([language, { hash }]) => [
			language,
			[`${list}?ts=${mark}`, `pagefind.${hash}.pf_meta`],
		]),
	);
}

/** The files a built module needs before it can run; those of `import()` come later. */
export function importsOf(code: string): string[] {
	return [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
		([, name = '']) => name,
	);
}
