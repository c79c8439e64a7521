import type { Handoff, Item, Playbook, PlaybookIndex, Team } from '../model/playbook.ts';
import type { Language, Text } from '../model/schema.ts';
import type { Kind, Unit } from '../search/unit.ts';
import type { PageProse } from './page-prose.ts';

/** A page as it goes into the index. */
export interface SearchPage {
	/** Without the base path: Pagefind adds it. */
	url: string;
	title: string;
	units: Unit[];
}

/** A built page, and whose it is. */
export interface BuiltPage {
	/** `/teams/warehouse/`, without base path and language. */
	path: string;
	url: string;
	prose: PageProse;
	team: Team | undefined;
}

/**
 * The pages of one language as units, one by one. Items, measures, roles, terms, handoffs and sources
 * come from the playbook, once each, at the page where they are at home; the rest is what the pages
 * say. Throws at the end if an item has no place on any of them.
 */
export function* searchPages(
	pages: Iterable<BuiltPage>,
	index: PlaybookIndex,
	language: Language,
): Generator<SearchPage> {
	const first = index.playbook.languages[0]?.id ?? '';
	const text = (words: Text | undefined) => words?.[language.id] ?? words?.[first] ?? '';
	const anchors = new Set<string>();
	for (const { path, url, prose, team } of pages) {
		const own = [
			...(team ? teamUnits(team, index, text) : []),
			...(path === '/teams/'
				? index.handoffs.map((handoff) => handoffUnit(handoff, index, text))
				: []),
			...(path === '/guides/glossary/' ? termUnits(index.playbook, text) : []),
			...(path === '/guides/sources/' ? sourceUnits(index.playbook, text) : []),
		];
		// Some lists do not show their roles or measures: what has no place cannot be landed on.
		const placed = own.filter(({ anchor }) => prose.ids.has(anchor));
		for (const { anchor } of placed) anchors.add(anchor);
		yield { url, title: prose.title, units: [...proseUnits(prose, team, text), ...placed] };
	}
	const lost = index.items.filter(({ item }) => !anchors.has(item.id));
	if (lost.length > 0)
		throw new Error(`No page has a place for: ${lost.map(({ item }) => item.id).join(', ')}`);
}

function unit(
	kind: Kind,
	anchor: string,
	title: string,
	text: string,
	facts: Partial<Unit> = {},
): Unit {
	const none = {
		team: '',
		teamName: '',
		phase: '',
		level: '',
		owner: '',
		ownerName: '',
		markets: [],
		formats: [],
		no: '',
		alias: '',
	} as const;
	return { ...none, ...facts, kind, anchor, title, text };
}

function proseUnits(
	{ title, description, opening, sections, isTool }: PageProse,
	team: Team | undefined,
	text: Read,
): Unit[] {
	const facts = team ? teamFacts(team, text) : {};
	const alias = [text(team?.shortName), text(team?.name)]
		.filter((name) => name && name !== title)
		.join(';');
	const said = isTool ? description : `${description} ${opening}`;
	const page = unit('page', '', title, said, { ...facts, alias });
	if (isTool) return [page];
	const told = sections.filter(({ text }) => text.length > 1);
	return [page, ...told.map(({ id, title, text }) => unit('section', id, title, text, facts))];
}

type Read = (text: Text | undefined) => string;

const teamFacts = (team: Team, text: Read) => ({ team: team.id, teamName: text(team.shortName) });

function teamUnits(team: Team, index: PlaybookIndex, text: Read): Unit[] {
	const facts = teamFacts(team, text);
	return [
		...team.items.map((item) => itemUnit(item, team, index, text)),
		...team.kpis.map((kpi) =>
			unit(
				'kpi',
				`kpi-${kpi.id}`,
				text(kpi.name),
				join(text, kpi.formula, kpi.note, kpi.example),
				facts,
			),
		),
		...team.roles.map((role) =>
			unit('role', `role-${role.id}`, text(role.name), text(role.responsibility), facts),
		),
	];
}

function itemUnit(item: Item, team: Team, index: PlaybookIndex, text: Read): Unit {
	const { role } = index.role(item.owner);
	const handoffs = [...item.gives, ...item.takes].map((id) => index.handoff(id).what);
	const body = join(text, item.doneWhen, item.why, item.note, ...handoffs);
	return unit('item', item.id, text(item.title), body, {
		...teamFacts(team, text),
		phase: item.phase,
		level: item.level,
		owner: item.owner,
		markets: item.markets,
		formats: item.formats,
		no: item.no,
		ownerName: text(role.name),
	});
}

function handoffUnit(handoff: Handoff, index: PlaybookIndex, text: Read): Unit {
	const [from, to] = [index.team(handoff.from), index.team(handoff.to)];
	const body = join(text, handoff.when, handoff.without, from.shortName, to.shortName);
	const anchor = `handoff-${handoff.id}`;
	return unit('handoff', anchor, text(handoff.what), body, teamFacts(from, text));
}

function termUnits({ glossary }: Playbook, text: Read): Unit[] {
	// The term in the other languages stands beside it on the page, and is searched for there too.
	return glossary.map(({ id, term, meaning }) => {
		const alias = Object.values(term)
			.filter((word) => word !== text(term))
			.join(';');
		return unit('term', id, text(term), text(meaning), { alias });
	});
}

function sourceUnits({ sources }: Playbook, text: Read): Unit[] {
	return sources.map(({ id, title, supports }) => unit('source', id, text(title), text(supports)));
}

function join(text: Read, ...parts: readonly (Text | undefined)[]): string {
	return [...new Set(parts.map(text))].filter(Boolean).join(' ');
}
