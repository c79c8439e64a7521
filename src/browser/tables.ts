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

/** Label (a key of the interface's texts) and text of what an item opens to, in reading order. */
export type Details = Readonly<Record<string, readonly (readonly [label: string, text: string])[]>>;

/** Every item of the playbook, in the page's language or another. Rejects when it cannot be fetched. */
export function loadTable(language = settings().language): Promise<Table> {
	return fetchJson<Table>('items', language, (fetched) => {
		const teams = fetched.teams.flatMap(({ id, kind }) => (kind === 'team' ? id : []));
		for (const item of fetched.items)
			if (item.kind === 'cross-team') Object.assign(item, { teams });
	});
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

function fetchJson<T>(name: string, language: string, prepare?: (value: T) => void): Promise<T> {
	const file = `${name}.${language}.json`;
	const known = fetched.get(file) as Promise<T> | undefined;
	if (known) return known;
	const coming = fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/api/${file}`).then(
		async (response) => {
			if (!response.ok) throw new Error(`${file}: ${response.status}`);
			const value = (await response.json()) as T;
			prepare?.(value);
			return value;
		},
	);
	fetched.set(file, coming);
	// What failed may be asked for again.
	coming.catch(() => fetched.delete(file));
	return coming;
}
