import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transform } from 'esbuild';
import { indexOf, type PlaybookIndex } from '../model/playbook.ts';
import type { Language } from '../model/schema.ts';
import { stem, wordsOf } from '../search/text.ts';
import { writeUnits } from '../search/unit.ts';
import { htmlPages } from './html-pages.ts';
import { readProse } from './page-prose.ts';
import { readPlaybook } from './read-playbook.ts';
import { searchPages, type BuiltPage } from './search-pages.ts';

/** The full-text index of the built pages, one per language, in `pagefind/`. */
export function searchIndex(): AstroIntegration {
	let root: string;
	return {
		name: 'search-index',
		hooks: {
			'astro:config:setup'({ config }) {
				root = fileURLToPath(config.root);
			},
			async 'astro:build:done'({ dir, logger }) {
				const { playbook } = await readPlaybook(root);
				if (!playbook) throw new Error('The content changed during the build: build again.');
				const out = fileURLToPath(dir);
				const units = await writeIndex(indexOf(playbook), out, join(out, 'pagefind'));
				logger.info(`${units} items, terms, sections and pages can be searched.`);
			},
		},
	};
}

/**
 * Writes Pagefind's index of the pages in `out`, and beside it each language's words for finding slips
 * of the fingers. Says how many units can be found.
 */
async function writeIndex(index: PlaybookIndex, out: string, outputPath: string): Promise<number> {
	const { createIndex, close } = await import('pagefind');
	const { index: records, errors } = await createIndex({});
	const stop = (errors: readonly string[]) => {
		if (errors.length > 0)
			throw new Error(`The search index could not be made: ${errors.join(' ')}`);
	};
	if (!records) return stop(errors) ?? 0;
	const files = htmlPages(out);
	let units = 0;
	// Pagefind works in a process of its own: while it takes in some pages, the next are read.
	let waiting: Promise<{ errors: string[] }[]> = Promise.resolve([]);
	for (const language of index.playbook.languages) {
		const words = new KnownWords();
		const pages = searchPages(builtPages(files, out, index, language), index, language);
		for (const some of chunks(pages, 16)) {
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
	stop((await records.writeFiles({ outputPath })).errors);
	await close();
	await nameEngines(outputPath);
	// Its own interfaces are not used, and searching in the page needs no worker.
	const unused = ['-ui', '-modular-ui', '-component-ui', '-highlight', '-worker'];
	for (const name of unused)
		for (const ending of ['js', 'css'])
			await rm(`${outputPath}/pagefind${name}.${ending}`, { force: true });
	await minify(`${outputPath}/pagefind.js`);
	return units;
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
	index: PlaybookIndex,
	language: Language,
): Generator<BuiltPage> {
	const others = index.playbook.languages.filter(({ path }) => path && path !== language.path);
	const start = language.path ? `/${language.path}/` : '/';
	const addresses = files
		.map((file) => {
			const url = `/${relative(out, file).split(sep).join('/')}`.replace(/index\.html$/, '');
			return { file, url };
		})
		.filter(({ url }) => url.startsWith(start))
		.filter(({ url }) => !others.some(({ path }) => url.startsWith(`/${path}/`)))
		.sort((a, b) => (a.url < b.url ? -1 : 1));
	for (const { file, url } of addresses) {
		const path = `/${url.slice(start.length)}`;
		if (path === '/search/') continue;
		// One small file after the other: waiting for each takes longer than reading it.
		const prose = readProse(readFileSync(file, 'utf8'));
		if (!prose) continue;
		// A page is a team's home if it has a place for its items and is not a list of everything.
		const homes = prose.isTool ? [] : index.playbook.teams.filter(isAtHome(prose.ids));
		yield { path, url, prose, team: homes.length === 1 ? homes[0] : undefined };
	}
}

const isAtHome =
	(ids: ReadonlySet<string>) =>
	({ items }: { items: readonly { id: string }[] }) =>
		items.length > 0 && items.every(({ id }) => ids.has(id));

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
