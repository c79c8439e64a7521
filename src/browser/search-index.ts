/** The search's files: Pagefind with its index, the setting and the known words; each fetched once. */
import type { SearchSetting } from '../search/setting.ts';
import { readUnits, type Entry } from '../search/unit.ts';
import { settings } from './settings.ts';

/** A page that holds the words, not yet read. */
export interface FoundPage {
	readonly id: string;
	read(): Promise<readonly Entry[]>;
}

interface Pagefind {
	createInstance(options: object): { search(query: string | null): Promise<{ results: Result[] }> };
}

interface Result {
	id: string;
	data(): Promise<{ url: string; raw_content?: string; content: string; meta: { title?: string } }>;
}

const once = <T>(load: () => Promise<T>) => {
	let loading: Promise<T> | undefined;
	return () =>
		(loading ??= load().catch((error: unknown) => {
			// The next try may find the network back.
			loading = undefined;
			throw error;
		}));
};

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Names, other words for the same and texts, in the page's language. */
export const loadSetting = once(() =>
	fetchJson<SearchSetting>(`/api/search.${settings().language}.json`),
);

/** The words of the playbook in Latin letters, sorted: what a mistyped word may have meant. */
export const loadKnownWords = once(() =>
	fetchJson<string[]>(`/pagefind/words.${settings().language}.json`),
);

const loadEngine = once(async () => {
	const { createInstance } = (await import(
		/* @vite-ignore */ `${base}/pagefind/pagefind.js`
	)) as Pagefind;
	// Searching some hundred pages takes milliseconds: a worker would cost more than it saves.
	const engine = createInstance({ basePath: `${base}/pagefind/`, noWorker: true, ...listMark() });
	return { engine, pages: new Map<string, Promise<readonly Entry[]>>() };
});

/** The mark that the link beside the dialog has on the index's list, so that it is fetched once. */
function listMark(): { metaCacheTag?: string } {
	const link = document.querySelector<HTMLLinkElement>('link[href*="pagefind-entry.json?ts="]');
	return link ? { metaCacheTag: new URL(link.href).searchParams.get('ts') ?? '' } : {};
}

/** Starts all downloads that the first search needs. */
export function warmUp(): void {
	// Failures are reported to whoever searches.
	loadSetting().catch(() => {});
	pagesWith('').catch(() => {});
	// The engine's first search needs what browsers take long to load; now they only wait for files.
	const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
	(self.requestIdleCallback ?? setTimeout)(() => Segmenter && new Segmenter(settings().language));
}

/** The pages that hold all words of a text, best first; null: every page. */
export async function pagesWith(text: string | null): Promise<FoundPage[]> {
	const { engine, pages } = await loadEngine();
	const { results } = await engine.search(text);
	return results.map((result) => ({
		id: result.id,
		read() {
			let page = pages.get(result.id);
			if (!page) pages.set(result.id, (page = readPage(result, () => pages.delete(result.id))));
			return page;
		},
	}));
}

async function readPage(result: Result, forget: () => void): Promise<Entry[]> {
	try {
		const { url, raw_content, content, meta } = await result.data();
		return readUnits(raw_content ?? content, { href: url, title: meta.title ?? '' });
	} catch (error) {
		forget();
		throw error;
	}
}

async function fetchJson<T>(path: string): Promise<T> {
	const response = await fetch(`${base}${path}`);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response.json() as Promise<T>;
}
