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

let table: Promise<Table> | undefined;
let words: Promise<Words> | undefined;

/** Every item of the playbook in the page's language. Rejects when it cannot be fetched. */
export function loadTable(): Promise<Table> {
	return (table ??= fetchJson<Table>('items').then((fetched) => {
		const teams = fetched.teams.flatMap(({ id, kind }) => (kind === 'team' ? id : []));
		for (const item of fetched.items) if (item.kind === 'cross-team') Object.assign(item, { teams });
		return fetched;
	}));
}

/** All texts of the interface in the page's language. */
export function loadWords(): Promise<Words> {
	return (words ??= fetchJson<Dictionary>('words').then((dictionary) =>
		wordsFrom(dictionary, settings().language),
	));
}

async function fetchJson<T>(name: string): Promise<T> {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	const response = await fetch(`${base}/api/${name}.${settings().language}.json`);
	if (!response.ok) throw new Error(`${name}: ${response.status}`);
	return response.json() as Promise<T>;
}
