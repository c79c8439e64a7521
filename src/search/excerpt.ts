/** The part of a text that shows why it was found, and the words found in it. */
import { wordPattern } from './match.ts';
import { fold, foldWithPlaces, pairs, segments, type Query } from './text.ts';

/** A piece of text, marked if it is what was looked for. */
export interface Piece {
	readonly text: string;
	readonly marked: boolean;
}

/** A text with the words of the queries marked; neighbouring marks are one. */
export function markWords(text: string, queries: readonly Query[]): Piece[] {
	const { folded, at } = foldWithPlaces(text);
	const ranges = merge(places(folded, queries)).map(
		([from, to]) => [at[from] ?? 0, at[to] ?? text.length] as const,
	);
	const pieces: Piece[] = [];
	let done = 0;
	for (const [from, to] of ranges) {
		if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
		pieces.push({ text: text.slice(from, to), marked: true });
		done = to;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
	return pieces;
}

/** Some 130 letters, or half as many Han characters, round the densest group of words found. */
export function excerpt(whole: string, queries: readonly Query[]): Piece[] {
	// What stands one after the other is joined by spaces; Chinese sentences have none between them.
	const text = whole.replace(/(?<=[，。；：、！？）”]) +/g, '');
	const length = /\p{Script=Han}{4}/u.test(text) ? 65 : 130;
	if (text.length <= length * 1.2) return markWords(text, queries);
	const found = places(fold(text), queries).sort(([a], [b]) => a - b);
	const [first] = found.reduce<readonly [number, number]>(
		([best, most], [from]) => {
			const near = found.filter(([other]) => other >= from && other < from + length * 0.7).length;
			return near > most ? ([from, near] as const) : ([best, most] as const);
		},
		[0, 0],
	);
	const start = first < length * 0.6 ? 0 : border(text, first - Math.round(length * 0.3));
	const end = start + length >= text.length ? text.length : border(text, start + length);
	const shown = text.slice(start, end).trim();
	const part = `${start > 0 ? `… ${shown.replace(/^[，。；：、！？）”]+/, '')}` : shown}${end < text.length ? ' …' : ''}`;
	return markWords(part, queries);
}

function places(folded: string, queries: readonly Query[]): [number, number][] {
	const found: [number, number][] = [];
	for (const { terms } of queries)
		for (const { text, isHan } of terms) {
			if (!isHan) {
				for (const match of folded.matchAll(wordPattern(text)))
					found.push([match.index, wordEnd(folded, match.index + match[0].length)]);
			} else found.push(...hanPlaces(folded, text));
		}
	return found;
}

function hanPlaces(folded: string, run: string): [number, number][] {
	const whole = all(folded, run);
	if (whole.length > 0 || run.length < 3) return whole;
	const parts = segments(run).filter((part) => part.length > 1);
	const found = parts.flatMap((part) => all(folded, part));
	return found.length > 0 ? found : pairs(run).flatMap((two) => all(folded, two));
}

function all(text: string, part: string): [number, number][] {
	const found: [number, number][] = [];
	for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
		found.push([at, at + part.length]);
	return found;
}

function merge(ranges: [number, number][]): [number, number][] {
	const merged: [number, number][] = [];
	for (const [from, to] of ranges.sort(([a], [b]) => a - b)) {
		const last = merged.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}

/** A word that was found by its beginning is marked to its end. */
function wordEnd(text: string, from: number): number {
	const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(from, from + 30))?.[0] ?? '';
	return /\p{Script=Han}/u.test(rest) ? from : from + rest.length;
}

/** A place near `at` where a word begins or ends; between Han characters any place will do. */
function border(text: string, at: number): number {
	const after = inWord(text.slice(at), /^[^\s\p{Script=Han}，。；：、！？（）“”]*/u);
	const before = inWord(text.slice(0, at), /[^\s\p{Script=Han}，。；：、！？（）“”]*$/u);
	if (before === 0 || after === 0) return at;
	if (after < 16) return at + after;
	return before < 16 ? at - before : at;
}

function inWord(text: string, pattern: RegExp): number {
	return pattern.exec(text)?.[0].length ?? 0;
}
