import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexOf, type PlaybookIndex } from '../model/playbook.ts';
import type { Language } from '../model/schema.ts';
import { stem, wordsOf } from '../search/text.ts';
import { writeUnits } from '../search/unit.ts';
import { htmlPages } from './html-pages.ts';
import { readProse } from './page-prose.ts';
import { readPlaybook } from './read-playbook.ts';
import { linkSearchCode } from './search-code.ts';
import { searchPages, type FinishedPage, type SearchPage } from './search-pages.ts';

/** The full-text index of the finished pages, one per language, in `pagefind/`. */
export function searchIndex(): AstroIntegration {
	let root: string;
	let base: string;
	let assets: string;
	return {
		name: 'search-index',
		hooks: {
			'astro:config:setup'({ config }) {
				root = fileURLToPath(config.root);
				base = config.base.replace(/\/$/, '');
				assets = config.build.assets;
			},
			async 'astro:build:done'({ dir, logger }) {
				const { playbook } = await readPlaybook(root);
				if (!playbook) throw new Error('The content changed during the build: build again.');
				const out = fileURLToPath(dir);
				const index = indexOf(playbook);
				const pages = new Map<Language, SearchPage[]>();
				for (const language of playbook.languages)
					pages.set(
						language,
						searchPages(await finishedPages(out, index, language), index, language),
					);
				await writeIndex(pages, `${out}pagefind`);
				await linkSearchCode(out, assets, base);
				const units = [...pages.values()].flat().flatMap((page) => page.units).length;
				logger.info(`${units} items, terms, sections and pages can be searched.`);
			},
		},
	};
}

/** Writes Pagefind's index, and beside it each language's words for finding slips of the fingers. */
export async function writeIndex(
	pages: ReadonlyMap<Pick<Language, 'id'>, SearchPage[]>,
	outputPath: string,
) {
	const { createIndex, close } = await import('pagefind');
	const { index, errors } = await createIndex({});
	if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
	const stop = (result: { errors: string[] }) => {
		if (result.errors.length > 0)
			throw new Error(`The search index could not be made: ${result.errors.join(' ')}`);
	};
	for (const [{ id }, own] of pages)
		for (const { url, title, units } of own) {
			const content = writeUnits(units);
			stop(
				await index.addCustomRecord({ url, content, language: id.toLowerCase(), meta: { title } }),
			);
		}
	stop(await index.writeFiles({ outputPath }));
	await close();
	await nameEngines(outputPath);
	for (const [{ id }, own] of pages)
		await writeFile(`${outputPath}/words.${id}.json`, JSON.stringify(knownWords(own)));
	// Its own interfaces are not used, and searching in the page needs no worker.
	const unused = ['-ui', '-modular-ui', '-component-ui', '-highlight', '-worker'];
	for (const name of unused)
		for (const ending of ['js', 'css'])
			await rm(`${outputPath}/pagefind${name}.${ending}`, { force: true });
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

async function finishedPages(
	out: string,
	index: PlaybookIndex,
	language: Language,
): Promise<FinishedPage[]> {
	const others = index.playbook.languages.filter(({ path }) => path && path !== language.path);
	const found: FinishedPage[] = [];
	for (const file of await htmlPages(out)) {
		const url = `/${relative(out, file).split(sep).join('/')}`.replace(/index\.html$/, '');
		const start = language.path ? `/${language.path}/` : '/';
		if (!url.startsWith(start) || others.some(({ path }) => url.startsWith(`/${path}/`))) continue;
		const prose = readProse(await readFile(file, 'utf8'));
		const path = `/${url.slice(start.length)}`;
		if (!prose || path === '/search/') continue;
		// A page is a team's home if it has a place for its items and is not a list of everything.
		const homes = prose.isTool ? [] : index.playbook.teams.filter(isAtHome(prose.ids));
		found.push({ path, url, prose, team: homes.length === 1 ? homes[0] : undefined });
	}
	return found.sort((a, b) => (a.url < b.url ? -1 : 1));
}

const isAtHome =
	(ids: ReadonlySet<string>) =>
	({ items }: { items: readonly { id: string }[] }) =>
		items.length > 0 && items.every(({ id }) => ids.has(id));

/** Every word of Latin letters, once, in order; names of four letters and more can be mistyped. */
function knownWords(pages: readonly SearchPage[]): string[] {
	const all = new Set<string>();
	for (const { units } of pages)
		for (const { title, text, ownerName } of units)
			for (const word of wordsOf(`${title} ${text} ${ownerName}`))
				if (/^[a-z]{4,}$/.test(word)) all.add(word);
	// A form whose stem is a word itself adds nothing.
	return [...all].filter((word) => stem(word) === word || !all.has(stem(word))).sort();
}
