/** The order of what was found: names and exact titles, then phrases, then words; titles over text. */
import { bare, foldUnit, match, matcherFor, type Folded, type Match, type Mode } from './match.ts';
import type { Query } from './text.ts';
import type { Entry, Kind } from './unit.ts';

/** A unit that answers the query, and how well. */
export interface Hit {
	readonly unit: Entry;
	readonly score: number;
}

const folds = new WeakMap<Entry, Folded>();

/** The units that answer any of the queries, best first. The first query is the one typed. */
export function rank(units: readonly Entry[], queries: readonly Query[], mode: Mode): Hit[] {
	const best = new Map<Entry, number>();
	for (const [i, query] of queries.entries()) {
		// What the person typed before what means the same.
		const trust = i === 0 ? 1 : 0.7;
		for (const [unit, score] of scores(units, query, mode))
			best.set(unit, Math.max(best.get(unit) ?? 0, score * trust));
	}
	return [...best]
		.map(([unit, score]) => ({ unit, score }))
		.sort((a, b) => b.score - a.score || order(a.unit.href, b.unit.href));
}

function scores(units: readonly Entry[], query: Query, mode: Mode): [Entry, number][] {
	const matcher = matcherFor(query, mode);
	const found = units.flatMap((unit): [Folded, Match][] => {
		const folded = foldOnce(unit);
		const how = match(matcher, folded);
		return how ? [[folded, how]] : [];
	});
	const rarity = query.terms.map((_, i) => rarityOf(i, found, units.length));
	return found.map(([folded, how]) => [folded.unit, score(folded, how, query, rarity)]);
}

/** A word that few units hold says more than one that many hold. */
function rarityOf(
	term: number,
	found: readonly (readonly [unknown, Match])[],
	all: number,
): number {
	const holding = found.filter(([, { inTitle, inText }]) => (inTitle[term] || inText[term]) ?? 0);
	return 0.4 + Math.log(1 + all / Math.max(1, holding.length)) / 4;
}

/** Somewhat before others that answer equally well: what people come for. */
const head: Record<Kind, number> = {
	item: 12,
	page: 10,
	term: 8,
	role: 6,
	kpi: 6,
	handoff: 2,
	section: 4,
	source: 0,
};

function score(
	{ unit, title, text, names }: Folded,
	how: Match,
	query: Query,
	rarity: readonly number[],
) {
	let sum = head[unit.kind] + (unit.level === 'essential' ? 6 : 0);
	if (names.includes(bare(query.text))) sum += 2000;
	const phrase = query.text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
	if (title === phrase) sum += 1000;
	else if (phrase.length > 1 && title.includes(phrase))
		sum += 250 + 100 * (phrase.length / title.length);
	else if (how.inTitle.length > 1 && how.inTitle.every((found) => found > 0)) sum += 150;
	if (how.inText.length > 1 && text.includes(phrase)) sum += 80;
	else if (
		how.inText.length > 1 &&
		text.split(/[.;:。；：！？]/).some((part) => holdsAll(part, query))
	)
		sum += 30;
	// In a long text a word stands by chance more easily than in a short one.
	const trust = 25 / (1 + Math.log2(1 + text.length / 400));
	for (const [i, weight] of rarity.entries())
		sum += weight * (60 * (how.inTitle[i] ?? 0) + trust * (how.inText[i] ?? 0));
	return sum;
}

function holdsAll(part: string, { terms }: Query): boolean {
	return terms.every(({ text }) => part.includes(text));
}

function foldOnce(unit: Entry): Folded {
	let folded = folds.get(unit);
	if (!folded) folds.set(unit, (folded = foldUnit(unit)));
	return folded;
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
