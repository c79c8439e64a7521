/** Whether and how well a unit answers a query. */
import { fold, pairs, segments, stem, type Query, type Term } from './text.ts';
import type { Entry } from './unit.ts';

/** A unit with its texts folded once. */
export interface Folded {
	readonly unit: Entry;
	readonly title: string;
	/** All that can be found of it besides the title. */
	readonly text: string;
	/** The title of its page: helps to tell units apart, but is no reason to find one. */
	readonly context: string;
	/** What names it exactly, without hyphens: id, short number, other names. */
	readonly names: readonly string[];
}

/** How strictly words are compared; the loose way is for queries that find nothing otherwise. */
export type Mode = 'strict' | 'loose';

/** A matcher made once per query. */
export interface Matcher {
	readonly query: Query;
	readonly mode: Mode;
	readonly tests: readonly TermTest[];
}

/** One word of the query, ready to be looked for. */
interface TermTest {
	/** 0: not there; up to 1: the whole word itself. */
	in(text: string): number;
}

/** Folds a unit. */
export function foldUnit(unit: Entry): Folded {
	const names = [unit.no, unit.anchor, ...unit.alias.split(';')].map(bare).filter(Boolean);
	const also = [unit.alias, unit.ownerName, unit.no, unit.anchor.replaceAll('-', ' ')].join(' ');
	const text = fold(`${unit.text} ${also}`);
	return { unit, title: fold(unit.title), text, context: fold(unit.pageTitle), names };
}

/** Prepares a query. */
export function matcherFor(query: Query, mode: Mode = 'strict'): Matcher {
	return { query, mode, tests: query.terms.map((term) => testFor(term, mode)) };
}

/** Where each word of the query was found: in the title and in the text, 0 to 1 each. */
export interface Match {
	readonly inTitle: readonly number[];
	readonly inText: readonly number[];
}

/** Looks a query up in a unit; undefined if a word is missing (loosely: most of them). */
export function match({ tests, mode }: Matcher, unit: Folded): Match | undefined {
	const inTitle: number[] = [];
	const inText: number[] = [];
	let found = 0;
	let inContext = 0;
	for (const test of tests) {
		const title = test.in(unit.title);
		const text = test.in(unit.text);
		if (title > 0 || text > 0) found++;
		else if (test.in(unit.context) > 0) inContext++;
		else if (mode === 'strict') return undefined;
		inTitle.push(title);
		inText.push(text);
	}
	const needed = mode === 'strict' ? tests.length : Math.ceil(tests.length / 2);
	return found > 0 && found + inContext >= needed ? { inTitle, inText } : undefined;
}

/** A name without what people leave out or write otherwise: `W-15`, `w 15` and `w15` are one. */
export function bare(text: string): string {
	return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function testFor(term: Term, mode: Mode): TermTest {
	return term.isHan ? hanTest(term.text, mode) : wordTest(term.text);
}

/** A pattern for a word and what begins with it; hyphens may be there or not. */
export function wordPattern(word: string): RegExp {
	const core = bare(word);
	// Very short words must be whole, or "it" would find "item"; a lone letter with digits likewise.
	const end = core.length < 3 || /\d$/.test(core) ? '(?![\\p{L}\\p{N}])' : '';
	const letters = [...stem(core)].map(escape).join("[-'./& ]?");
	const loose = /[^\p{L}\p{N}]/u.test(word) ? letters : [...stem(core)].map(escape).join('-?');
	return new RegExp(`(?<![\\p{L}\\p{N}])${loose}${end}`, 'gu');
}

function wordTest(word: string): TermTest {
	const pattern = wordPattern(word);
	// One printer or many: the same word. But "its" is not many of "it".
	const many = word.length > 2 ? '(?:e?s)?' : '';
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escape(word)}${many}(?![\\p{L}\\p{N}])`, 'u');
	return {
		in(text) {
			if (whole.test(text)) return 1;
			pattern.lastIndex = 0;
			return pattern.test(text) ? 0.6 : 0;
		},
	};
}

function hanTest(run: string, mode: Mode): TermTest {
	const parts = tellingParts(run);
	const twos = pairs(run);
	const slips = mode === 'loose' ? slipsOf(run) : [];
	return {
		in(text) {
			if (text.includes(run)) return 1;
			if (run.length < 3) return 0;
			if (parts.every((part) => text.includes(part))) return 0.5;
			if (mode === 'strict') return 0;
			if (slips.some((slip) => slip.test(text))) return 0.4;
			const share = twos.filter((two) => text.includes(two)).length / twos.length;
			return share >= 0.5 ? 0.4 * share : 0;
		},
	};
}

/** The words of a run; single characters (发, 前, 看) only where they are most of it. */
function tellingParts(run: string): string[] {
	const all = segments(run);
	const long = all.filter((part) => part.length > 1);
	return [...new Set(long.join('').length * 2 >= run.length ? long : all)];
}

/** A Han word with any one of its characters wrong. */
function slipsOf(run: string): RegExp[] {
	return [...run].map(
		(_, i) => new RegExp(`${run.slice(0, i)}\\p{Script=Han}${run.slice(i + 1)}`, 'u'),
	);
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
