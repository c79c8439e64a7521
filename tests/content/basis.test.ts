import { expect, test } from 'vitest';
import { index, items, languages, ownData, playbook } from './playbook.ts';

interface Basis {
	basis: ('brief' | 'public-source' | 'practice')[];
	/** What we were unsure of when it was written. */
	unsure?: string;
}

const basis = ownData<Record<string, Basis>>('basis.yaml');
const facts = ownData<Record<string, { where: string[] }>>('facts.yaml');
const based = items.flatMap((item) => (basis[item.id] ? [{ item, ...basis[item.id] }] : []));

test('what is listed exists', () => {
	const ids = new Set(items.map(({ id }) => id));
	expect(Object.keys(basis).filter((id) => !ids.has(id))).toEqual([]);
});

test('every doubt is kept as a note, in every language', () => {
	const unsure = based.filter((entry) => entry.unsure);
	expect(unsure).toHaveLength(14);
	const lost = unsure.filter(({ item }) => languages.some((id) => !item.note?.[id]?.trim()));
	expect(lost.map(({ item }) => item.id)).toEqual([]);
});

test('what rests on a public source names it', () => {
	const open = based.filter((b) => b.basis?.includes('public-source') && !b.item.sources.length);
	expect(open.map(({ item }) => item.id)).toEqual([]);
});

test('what rests on the brief carries a fact of it', () => {
	const places = new Set(Object.values(facts).flatMap(({ where }) => where));
	const open = based.filter((b) => b.basis?.includes('brief') && !places.has(`item ${b.item.id}`));
	expect(open.map(({ item }) => item.id)).toEqual([]);
});

test('every law says where it holds, so that each legal item shows its markets', () => {
	const laws = playbook.sources.filter(({ kind }) => kind === 'law');
	expect(laws.length).toBeGreaterThan(0);
	expect(laws.filter(({ market }) => !market).map(({ id }) => id)).toEqual([]);
});

test('a legal item that is for some markets only cites a law of each', () => {
	const wrong = items.flatMap((item) => {
		const laws = item.sources.map(index.source).filter(({ kind }) => kind === 'law');
		if (laws.length === 0) return [];
		const held = new Set(laws.map(({ market }) => market));
		return item.markets.filter((id) => !held.has(id)).map((id) => `${item.id}: ${id}`);
	});
	expect(wrong).toEqual([]);
});

test('every source is used', () => {
	const used = new Set([
		...items.flatMap(({ sources }) => sources),
		...playbook.teams.flatMap(({ kpis }) => kpis.flatMap(({ sources }) => sources)),
	]);
	expect(playbook.sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});
