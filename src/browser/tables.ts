/** What the build wrote for pages and dialogs that need the whole playbook; fetched once, on demand. */
import type { ItemFacts } from '../progress/item.ts';
import { wordsFrom, type Dictionary, type Words } from '../words/words.ts';
import { settings } from './settings.ts';

/** An item with the words that lists, boards, exports and previews show of it. */
export interface TableItem extends ItemFacts {
	no: string;
	gives: readonly string[];
	takes: readonly string[];
	title: string;
	doneWhen: string;
	/** How its meaning changed, by rev; absent where it never did. */
	changes?: readonly { rev: number; date: string; what: string }[];
	/** The name of the role that owns it. */
	role: string;
	/** Where it stands, with the base path. */
	href: string;
}

export interface Table {
	items: TableItem[];
	teams: {
		id: string;
		kind: 'team' | 'cross-team';
		code: string;
		name: string;
		href: string;
		lead: string | null;
		roles: { key: string; name: string }[];
	}[];
	handoffs: {
		id: string;
		from: string;
		to: string;
		due: number | null;
		what: string;
		when: string;
	}[];
	phases: { id: string; name: string }[];
	formats: { id: string; name: string }[];
	markets: { id: string; name: string }[];
}

/** What an item of the file has only where it says something. */
const none = { markets: [], formats: [], gives: [], takes: [], rev: 1 } as const;

/** An item as the file has it: its team says the rest. */
export type FiledItem = Omit<TableItem, keyof typeof none | 'kind' | 'teams' | 'role' | 'href'> &
	Partial<Pick<TableItem, keyof typeof none>>;

/** What `/api/items.<language>.json` holds. */
export interface FiledTable extends Omit<Table, 'items'> {
	items: FiledItem[];
}

/** Label (a key of the interface's texts) and text of what an item opens to, in reading order. */
export type Details = Readonly<Record<string, readonly (readonly [label: string, text: string])[]>>;

/** Every item of the playbook, in the page's language or another. Rejects when it cannot be fetched. */
export function loadTable(language = settings().language): Promise<Table> {
	return fetchJson('items', language, completeTable);
}

/** A table with all that the file leaves out because its teams say it, or because it is nothing. */
function completeTable(filed: FiledTable): Table {
	const teams = new Map(filed.teams.map((team) => [team.id, team]));
	const roles = new Map(
		filed.teams.flatMap((team) => team.roles).map(({ key, name }) => [key, name]),
	);
	const own = filed.teams.flatMap(({ id, kind }) => (kind === 'team' ? id : []));
	const items = filed.items.map((item): TableItem => {
		const { kind = 'team', href = '' } = teams.get(item.team) ?? {};
		return {
			...none,
			...item,
			kind,
			...(kind === 'cross-team' ? { teams: own } : {}),
			role: roles.get(item.owner) ?? '',
			href: `${href}#${item.id}`,
		};
	});
	return { ...filed, items };
}

/** All texts of the interface, in the page's language or another. */
export async function loadWords(language = settings().language): Promise<Words> {
	return wordsFrom(await fetchJson<Dictionary>('words', language), language);
}

/** Why, needs and sources of every item, by its id. */
export function loadDetails(language: string): Promise<Details> {
	return fetchJson<Details>('details', language);
}

const fetched = new Map<string, Promise<unknown>>();

function fetchJson<T, F = T>(
	name: string,
	language: string,
	read: (value: F) => T = (value) => value as unknown as T,
): Promise<T> {
	const file = `${name}.${language}.json`;
	const known = fetched.get(file) as Promise<T> | undefined;
	if (known) return known;
	const coming = fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/api/${file}`).then(
		async (response) => {
			if (!response.ok) throw new Error(`${file}: ${response.status}`);
			return read((await response.json()) as F);
		},
	);
	fetched.set(file, coming);
	// What failed may be asked for again.
	coming.catch(() => fetched.delete(file));
	return coming;
}
