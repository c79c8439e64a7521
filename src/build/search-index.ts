import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { transform } from 'esbuild';
import type { PlaybookIndex } from '../model/playbook.ts';
import type { Language } from '../model/schema.ts';
import { stem, wordsOf } from '../search/text.ts';
import { writeUnits } from '../search/unit.ts';
import { readProse } from './page-prose.ts';
import { searchPages, type BuiltPage } from './search-pages.ts';

/** An index that has taken in all pages and can be written. */
export interface SearchIndex {
	/** How many units can be found. */
	units: number;
	/** Writes the files of the index to `pagefind/`. */
	write: () => Promise<void>;
}

/**
 * Lets Pagefind take in the pages of `files` below `out`, one language after the other, and writes
 * beside its index each language's words for finding slips of the fingers. Pagefind works in a process
 * of its own: while it takes in some pages the next are read, and while it writes there is time for
 * something else.
 */
export async function searchIndex(
	files: readonly string[],
	index: PlaybookIndex,
	out: string,
): Promise<SearchIndex> {
	const { createIndex, close } = await import('pagefind');
	const { index: records, errors } = await createIndex({});
	if (!records) throw failure(errors);
	const outputPath = join(out, 'pagefind');
	let units = 0;
	let waiting: Promise<{ errors: string[] }[]> = Promise.resolve([]);
	for (const language of index.playbook.languages) {
		const words = new KnownWords();
		const found = searchPages(builtPages(files, out, index, language), index, language);
		for (const some of chunks(found, 16)) {
			const added = some.map(({ url, title, units: own }) => {
				units += own.length;
				for (const { title, text, ownerName } of own) words.add(title, text, ownerName);
				const id = language.id.toLowerCase();
				const content = writeUnits(own);
				return records.addCustomRecord({ url, content, language: id, meta: { title } });
			});
			for (const { errors } of await waiting) stop(errors);
			waiting = Promise.all(added);
		}
		mkdirSync(outputPath, { recursive: true });
		writeFileSync(join(outputPath, `words.${language.id}.json`), JSON.stringify(words.sorted()));
	}
	for (const { errors } of await waiting) stop(errors);
	const write = async () => {
		stop((await records.writeFiles({ outputPath })).errors);
		await close();
		await nameEngines(outputPath);
		// Its own interfaces are not used, and searching in the page needs no worker.
		const unused = ['-ui', '-modular-ui', '-component-ui', '-highlight', '-worker'];
		for (const name of unused)
			for (const ending of ['js', 'css'])
				await rm(`${outputPath}/pagefind${name}.${ending}`, { force: true });
		await minify(`${outputPath}/pagefind.js`);
	};
	return { units, write };
}

const failure = (errors: readonly string[]) =>
	new Error(`The search index could not be made: ${errors.join(' ')}`);

function stop(errors: readonly string[]): void {
	if (errors.length > 0) throw failure(errors);
}

/**
 * Gives each language's WebAssembly the name of the language, so that pages can ask for it before
 * they know Pagefind's own list of which language has which.
 */
async function nameEngines(outputPath: string): Promise<void> {
	const entryFile = `${outputPath}/pagefind-entry.json`;
	const entry = JSON.parse(await readFile(entryFile, 'utf8')) as {
		languages: Record<string, { wasm: string | null }>;
	};
	const file = (name: string) => `${outputPath}/wasm.${name}.pagefind`;
	for (const [language, about] of Object.entries(entry.languages)) {
		const name = about.wasm ?? 'unknown';
		if (name !== language) await copyFile(file(name), file(language));
		about.wasm = language;
	}
	await rm(file('unknown'), { force: true });
	await writeFile(entryFile, JSON.stringify(entry));
}

/** Pagefind's script comes as it was written: a third of it are long names and spaces. */
async function minify(file: string): Promise<void> {
	const { code } = await transform(await readFile(file, 'utf8'), { minify: true, format: 'esm' });
	await writeFile(file, code);
}

/** The pages of one language in the order of their addresses, each read when it is asked for. */
function* builtPages(
	files: readonly string[],
	out: string,
	{ playbook }: PlaybookIndex,
	language: Language,
): Generator<BuiltPage> {
	const others = playbook.languages.filter(({ path }) => path && path !== language.path);
	const start = language.path ? `/${language.path}/` : '/';
	const addresses = files
		.map((file) => {
			const url = `/${relative(out, file).split(sep).join('/')}`.replace(/index\.html$/, '');
			return { file, url };
		})
		.filter(({ url }) => url.startsWith(start))
		.filter(({ url }) => !others.some(({ path }) => url.startsWith(`/${path}/`)))
		.sort((a, b) => (a.url < b.url ? -1 : 1));
	const begins = new Map(playbook.teams.map((team) => [team.items[0]?.id, team]));
	for (const { file, url } of addresses) {
		const path = `/${url.slice(start.length)}`;
		if (path === '/search/') continue;
		// One small file after the other: waiting for each takes longer than reading it.
		const prose = readProse(readFileSync(file, 'utf8'));
		if (!prose) continue;
		// A page is a team's home if it has a place for its items and is not a list of everything.
		const homes = [...prose.ids]
			.flatMap((id) => begins.get(id) ?? [])
			.filter(({ items }) => items.every(({ id }) => prose.ids.has(id)));
		const isHome = !prose.isTool && homes.length === 1;
		yield { path, url, prose, team: isHome ? homes[0] : undefined };
	}
}

function* chunks<T>(all: Iterable<T>, size: number): Generator<T[]> {
	let some: T[] = [];
	for (const one of all) {
		some.push(one);
		if (some.length < size) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}

/** The words of Latin letters that a playbook holds; names of four letters and more can be mistyped. */
class KnownWords {
	#words = new Set<string>();
	/** What was read already: texts repeat themselves, and reading a word takes longer than knowing it. */
	#read = new Set<string>();

	add(...texts: readonly string[]): void {
		for (const part of texts.flatMap((text) => text.split(/\s+/))) {
			if (this.#read.has(part)) continue;
			this.#read.add(part);
			for (const word of wordsOf(part)) if (/^[a-z]{4,}$/.test(word)) this.#words.add(word);
		}
	}

	/** In order, without forms whose stem is a word itself: they add nothing. */
	sorted(): string[] {
		const words = this.#words;
		return [...words].filter((word) => stem(word) === word || !words.has(stem(word))).sort();
	}
}
