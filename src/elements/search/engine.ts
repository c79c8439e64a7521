/** From what somebody types to what is found; strictly first, then more and more forgiving. */
import {
	loadKnownWords,
	loadSetting,
	pagesWith,
	type FoundPage,
} from '../../browser/search-index.ts';
import { rank, type Hit } from '../../search/rank.ts';
import { nearest } from '../../search/slips.ts';
import { expand } from '../../search/synonyms.ts';
import { pairs, readQuery, segments, type Query } from '../../search/text.ts';
import type { Entry } from '../../search/unit.ts';

export interface Found {
	readonly hits: readonly Hit[];
	/** What was looked for, for marking it. */
	readonly queries: readonly Query[];
	/** What was looked for instead, when a word was mistyped. */
	readonly corrected?: string;
	/** So many hold all words; the rest hold some of them, or nearly. */
	readonly whole?: number;
	/** More pages hold the words than were read. */
	readonly isCut?: boolean;
	/** The first of them, shown while the rest are read: how many there are is not known yet. */
	readonly isEarly?: boolean;
}

/** So many pages are read at first, so that something is there at once; and so many at most. */
const first = 3;
const most = 60;
/** With fewer than this, what comes near is shown as well; and so much of it. */
const few = 3;
const nearby = 20;

/**
 * Finds what answers a text; with an empty one, everything. `show` gets the first results early,
 * then all. Ends silently once `isStale` says that something else was asked for.
 */
export async function find(
	typed: string,
	show: (found: Found) => void,
	isStale: () => boolean,
): Promise<void> {
	const { synonyms } = await loadSetting();
	const queries = expand(typed, synonyms);
	if (queries.length === 0) return browse(typed, show, isStale);
	const strict = await findStrictly(queries, show, isStale);
	const isLong = queries.some(({ terms }) => terms.length > 1);
	if (isStale() || strict.length >= few || (strict.length > 0 && !isLong)) return;
	if (strict.length > 0) return findLoosely(queries, strict, show, isStale);
	const corrected = await correct(typed);
	if (isStale()) return;
	if (corrected) {
		const others = expand(corrected, synonyms);
		const found = await findStrictly(others, (result) => show({ ...result, corrected }), isStale);
		if (isStale() || found.length > 0) return;
	}
	await findLoosely(queries, [], show, isStale);
}

/** Shows what holds some of the words, or nearly, after what holds them all. */
async function findLoosely(
	queries: readonly Query[],
	strict: readonly Hit[],
	show: (found: Found) => void,
	isStale: () => boolean,
): Promise<void> {
	const { units, isCut } = await read(await pagesWithAny(queries), most);
	if (isStale()) return;
	const known = new Set(strict.map(({ unit }) => unit));
	const near = rank(units, queries, 'loose').filter(({ unit }) => !known.has(unit));
	show({ hits: [...strict, ...near.slice(0, nearby)], queries, isCut, whole: strict.length });
}

async function browse(typed: string, show: (found: Found) => void, isStale: () => boolean) {
	if (typed.trim()) return show({ hits: [], queries: [] });
	const { units, isCut } = await read(await pagesWith(null), most);
	const hits = units.map((unit) => ({ unit, score: 0 }));
	if (!isStale()) show({ hits, queries: [], isCut });
}

/** Shows what holds all words, and says how much that is. */
async function findStrictly(
	queries: readonly Query[],
	show: (found: Found) => void,
	isStale: () => boolean,
): Promise<readonly Hit[]> {
	const pages = await union(queries.map((query) => pagesWith(textOf(query))));
	if (pages.length > first) {
		const { units } = await read(pages, first);
		const hits = rank(units, queries, 'strict');
		if (isStale()) return [];
		if (hits.length > 0) {
			show({ hits, queries, isEarly: true });
			await seen();
		}
	}
	const { units, isCut } = await read(pages, most);
	const hits = rank(units, queries, 'strict');
	if (!isStale() && hits.length > 0) show({ hits, queries, isCut });
	return hits;
}

/** Resolves once what was drawn is seen: the rest must not hold it back. */
function seen(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
}

/** The same text with each unknown word replaced by the nearest known one, if there is any. */
async function correct(typed: string): Promise<string | undefined> {
	const known = await loadKnownWords();
	let text = readQuery(typed).text;
	for (const { text: word, isHan } of readQuery(typed).terms) {
		const [meant] = isHan ? [] : nearest(word, known);
		if (meant) text = text.replace(word, meant);
	}
	return text === readQuery(typed).text ? undefined : text;
}

/** Pages that hold any of the words, or any part of a Chinese one. */
function pagesWithAny(queries: readonly Query[]): Promise<FoundPage[]> {
	const parts = queries.flatMap(({ terms }) =>
		terms.flatMap(({ text, isHan }) =>
			isHan ? [text, ...segments(text), ...pairs(text)] : [text],
		),
	);
	return union([...new Set(parts)].slice(0, 24).map((part) => pagesWith(part)));
}

async function union(searches: readonly Promise<FoundPage[]>[]): Promise<FoundPage[]> {
	const all = (await Promise.all(searches)).flat();
	return [...new Map(all.map((page) => [page.id, page])).values()];
}

async function read(
	pages: readonly FoundPage[],
	count: number,
): Promise<{ units: Entry[]; isCut: boolean }> {
	const units = await Promise.all(pages.slice(0, count).map((page) => page.read()));
	return { units: units.flat(), isCut: pages.length > count };
}

function textOf({ terms }: Query): string {
	return terms.map(({ text }) => text).join(' ');
}
