/**
 * The playbook as everything else uses it: the content files put together, checked and connected.
 * Plain data, the same that is published as `/api/playbook.json`.
 */
import type {
	GlossaryEntry,
	ItemEntry,
	Language,
	Ledger,
	PlaybookFile,
	SourceEntry,
	Synonyms,
	TeamFile,
	Text,
} from './schema.ts';

/** One thing to get done. `owner` is always `team/role`; `no` is its permanent short number. */
export interface Item extends Omit<ItemEntry, 'hidden' | 'changes'> {
	no: string;
	changes: { rev: number; date: string; what: Text }[];
}

/** What one team gives another; stored with the giver. */
export type Handoff = TeamFile['handoffs'][number] & { from: string };

/** A team, or a list that crosses teams (then `kind` is `cross-team`). */
export interface Team extends Omit<TeamFile, 'items' | 'handoffs' | 'shortName' | 'smallShop'> {
	shortName: Text;
	smallShop?: Text;
	items: Item[];
	handoffs: Handoff[];
}

export type Role = Team['roles'][number];
export type Source = SourceEntry;
export type Phase = PlaybookFile['phases'][number];

export interface Playbook extends Omit<PlaybookFile, 'teams' | 'lists'> {
	languages: Language[];
	/** Teams first, then cross-team lists, each in the playbook's order. */
	teams: Team[];
	sources: Source[];
	glossary: GlossaryEntry[];
	/** Words that search takes for one another. */
	synonyms: Synonyms[];
}

/** What the content files hold once each of them was read without a problem. */
export interface ContentFiles {
	playbook: PlaybookFile;
	teams: TeamFile[];
	sources: SourceEntry[];
	glossary: GlossaryEntry[];
	ledger: Ledger;
	synonyms: Synonyms[];
}

/** Puts checked files together. Hidden items are left out; owners become `team/role`. */
export function assemble({
	playbook,
	teams,
	sources,
	glossary,
	ledger,
	synonyms,
}: ContentFiles): Playbook {
	const inOrder = [...playbook.teams, ...playbook.lists].flatMap(
		(id) => teams.find((team) => team.id === id) ?? [],
	);
	const { teams: _teams, lists: _lists, 'shared-stores': _stores, ...rest } = playbook;
	return {
		...rest,
		teams: inOrder.map((team) => ({
			...team,
			shortName: team.shortName ?? team.name,
			handoffs: team.handoffs.map((handoff) => ({ ...handoff, from: team.id })),
			items: team.items
				.filter((item) => !item.hidden)
				.map(({ hidden: _, ...item }) => ({
					...item,
					owner: roleKey(item.owner, team.id),
					no: ledger[item.id]?.no ?? '',
				})),
		})),
		sources,
		glossary,
		synonyms,
	};
}

/** The key of a role named in a team's file: `pick-pack-lead` there is `warehouse/pick-pack-lead`. */
export function roleKey(owner: string, team: string): string {
	return owner.includes('/') ? owner : `${team}/${owner}`;
}

/** Every lookup that pages need, made once per playbook. */
export interface PlaybookIndex {
	playbook: Playbook;
	team: (id: string) => Team;
	teams: Team[];
	lists: Team[];
	item: (id: string) => { item: Item; team: Team };
	items: { item: Item; team: Team }[];
	role: (key: string) => { role: Role; team: Team };
	handoff: (id: string) => Handoff;
	handoffs: Handoff[];
	givers: (handoff: string) => Item[];
	takers: (handoff: string) => Item[];
	source: (id: string) => Source;
}

const indexes = new WeakMap<Playbook, PlaybookIndex>();

/** The playbook with its lookups. An unknown id throws: the checks let none through. */
export function indexOf(playbook: Playbook): PlaybookIndex {
	let index = indexes.get(playbook);
	if (!index) indexes.set(playbook, (index = makeIndex(playbook)));
	return index;
}

function makeIndex(playbook: Playbook): PlaybookIndex {
	const items = playbook.teams.flatMap((team) => team.items.map((item) => ({ item, team })));
	const handoffs = playbook.teams.flatMap((team) => team.handoffs);
	const roles = playbook.teams.flatMap((team) =>
		team.roles.map((role) => ({ role, team, key: `${team.id}/${role.id}` })),
	);
	const by = <T>(what: string, entries: T[], key: (entry: T) => string) => {
		const map = new Map(entries.map((entry) => [key(entry), entry]));
		return (id: string): T => {
			const found = map.get(id);
			if (!found) throw new Error(`The playbook has no ${what} "${id}".`);
			return found;
		};
	};
	const group = (pick: (item: Item) => string[]) => {
		const map = Map.groupBy(
			items.flatMap(({ item }) => pick(item).map((id) => ({ id, item }))),
			({ id }) => id,
		);
		return (id: string) => (map.get(id) ?? []).map(({ item }) => item);
	};
	return {
		playbook,
		team: by('team', playbook.teams, (team) => team.id),
		teams: playbook.teams.filter((team) => team.kind === 'team'),
		lists: playbook.teams.filter((team) => team.kind === 'cross-team'),
		item: by('item', items, ({ item }) => item.id),
		items,
		role: by('role', roles, ({ key }) => key),
		handoff: by('handoff', handoffs, (handoff) => handoff.id),
		handoffs,
		givers: group((item) => item.gives),
		takers: group((item) => item.takes),
		source: by('source', playbook.sources, (source) => source.id),
	};
}
