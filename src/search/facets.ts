/** Narrowing what was found, with counts that say what each choice would leave. */
import { applies } from '../progress/scope.ts';
import type { ProjectDocument } from '../progress/project.ts';
import type { Hit } from './rank.ts';
import type { Entry, Kind } from './unit.ts';

export const facets = ['kind', 'team', 'phase', 'level', 'owner', 'market'] as const;

/** What results can be narrowed by. */
export type Facet = (typeof facets)[number];

/** What was chosen; a facet that is left out takes everything. */
export type Filters = { readonly [F in Facet]?: string } & {
	/** Only items that apply to the open project. */
	readonly mine?: boolean;
};

/** How many results each value of each facet would leave, with the other choices kept. */
export interface Counts {
	readonly by: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
	readonly mine: number;
}

/** What the filters must know besides the results. */
export interface Setting {
	readonly project: ProjectDocument | null;
	/** Cross-team lists, whose items ask how any team is staffed. */
	readonly lists: readonly string[];
	readonly teams: readonly string[];
}

/** The results that pass, in the order they have. */
export function narrow(hits: readonly Hit[], filters: Filters, setting: Setting): Hit[] {
	return hits.filter(({ unit }) => passes(unit, filters, setting));
}

/** Counts for every value that occurs. */
export function countFacets(hits: readonly Hit[], filters: Filters, setting: Setting): Counts {
	const by = Object.fromEntries(
		facets.map((facet) => {
			const { [facet]: _, ...others } = filters;
			const counts = new Map<string, number>();
			for (const { unit } of hits)
				if (passes(unit, others, setting))
					for (const value of valuesOf(unit, facet))
						counts.set(value, (counts.get(value) ?? 0) + 1);
			return [facet, counts];
		}),
	) as Record<Facet, Map<string, number>>;
	return { by, mine: narrow(hits, { ...filters, mine: true }, setting).length };
}

/** Whether a unit is an item that belongs to the open project. */
export function isMine(unit: Entry, { project, lists, teams }: Setting): boolean {
	if (unit.kind !== 'item' || !project) return false;
	const kind = lists.includes(unit.team) ? ('cross-team' as const) : ('team' as const);
	const facts = {
		id: unit.anchor,
		team: unit.team,
		kind,
		phase: unit.phase,
		level: unit.level || ('further' as const),
		due: 0,
		owner: unit.owner,
		markets: unit.markets,
		formats: unit.formats,
		rev: 1,
		...(kind === 'cross-team' ? { teams } : {}),
	};
	return applies(facts, project).applies;
}

function passes(unit: Entry, filters: Filters, setting: Setting): boolean {
	if (filters.mine && !isMine(unit, setting)) return false;
	return facets.every((facet) => {
		const wanted = filters[facet];
		return !wanted || valuesOf(unit, facet).includes(wanted);
	});
}

function valuesOf(unit: Entry, facet: Facet): readonly string[] {
	if (facet === 'market') return unit.markets;
	const value = unit[facet];
	return value ? [value] : [];
}

/** The groups in which results are shown. */
export const groups = ['items', 'facts', 'sections', 'pages'] as const;
export type Group = (typeof groups)[number];

/** Measures, roles, terms, handoffs and sources are the playbook's facts. */
export function groupOf(kind: Kind): Group {
	if (kind === 'item') return 'items';
	return kind === 'section' ? 'sections' : kind === 'page' ? 'pages' : 'facts';
}

/** Results by group, each in its order; the group with the best result first. */
export function grouped(hits: readonly Hit[]): [Group, Hit[]][] {
	const found = new Map<Group, Hit[]>();
	for (const hit of hits) {
		const group = groupOf(hit.unit.kind);
		found.set(group, [...(found.get(group) ?? []), hit]);
	}
	return [...found];
}
