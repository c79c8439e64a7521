/** Lists new item ids in the text of `content/ledger.yaml`, which keeps its order and comments. */
import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import { idPattern } from './schema.ts';

/** What a team's or a cross-team list's file says of its items. */
export interface TeamIds {
	/** First part of its short numbers. */
	code: string;
	items: readonly string[];
}

export interface Listing {
	/** The ledger's new text. */
	text: string;
	/** What was added or filled in, with its short number. */
	added: { id: string; no: string }[];
	/** New ids that wait, because `gone` ones may be what they were called before. */
	waiting: string[];
	/** Published ids that no item has any more, and of which the ledger does not say why. */
	gone: string[];
}

/** The code and item ids in the text of a team's file; undefined where it cannot be read. */
export function teamIds(text: string): TeamIds | undefined {
	const document = parseDocument(text);
	if (document.errors.length > 0) return undefined;
	const { code, items } = (document.toJS() ?? {}) as { code?: unknown; items?: unknown };
	if (typeof code !== 'string' || !Array.isArray(items)) return undefined;
	const ids = items.map((item: { id?: unknown } | null) => item?.id);
	if (!ids.every((id) => typeof id === 'string' && idPattern.test(id))) return undefined;
	return { code, items: ids as string[] };
}

/**
 * Gives each new id the next free number of its team, below its team's other entries. An entry
 * that only says `{ renamed-from: [old-id] }` gets the number the item had. While ids are gone
 * without a word, a team's new ones wait: each might be an old item renamed, which keeps its number.
 */
export function listNewIds(ledger: string, teams: readonly TeamIds[], today: string): Listing {
	const lines = new Lines(ledger);
	const { entries } = lines;
	const present = new Set(teams.flatMap(({ items }) => items));
	const renamed = new Set(Object.values(entries).flatMap((entry) => entry['renamed-from'] ?? []));
	const gone = Object.keys(entries).filter(
		(id) => !present.has(id) && !entries[id]?.retired && !renamed.has(id),
	);
	const goneCodes = new Set(gone.map((id) => codeOf(entries[id]?.no)));
	const added: Listing['added'] = [];
	const waiting: string[] = [];
	for (const { code, items } of teams)
		for (const id of items) {
			const entry = lines.entries[id];
			if (entry?.no) continue;
			const former = entry?.['renamed-from']?.map((old) => entries[old]?.no).find(Boolean);
			if (!entry && goneCodes.has(code)) {
				waiting.push(id);
				continue;
			}
			const no = former ?? lines.nextNumber(code);
			lines.write(id, { ...entry, no, added: entry?.added ?? today });
			added.push({ id, no });
		}
	return { text: lines.text, added, waiting, gone };
}

interface Entry {
	no?: string;
	added?: string;
	'renamed-from'?: string[];
	retired?: string;
}

/** The ledger as text of which single lines are written. */
class Lines {
	text: string;
	entries: Record<string, Entry>;

	constructor(text: string) {
		this.text = text;
		this.entries = this.#read();
	}

	nextNumber(code: string): string {
		const numbers = Object.values(this.entries)
			.filter(({ no }) => codeOf(no) === code)
			.map(({ no }) => Number(no?.split('-')[1]));
		return `${code}-${Math.max(0, ...numbers) + 1}`;
	}

	/** Writes an entry in its place, or below the last one with the same code, or at the end. */
	write(id: string, { no, added, ...rest }: Entry): void {
		const fields = Object.entries({ no, added, ...rest }).map(
			([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`,
		);
		const line = `${id}: {${fields.join(', ')}}\n`;
		const pairs = this.#pairs();
		const own = pairs.find((pair) => keyOf(pair) === id);
		const before = pairs.findLast((pair) => codeOf(this.entries[keyOf(pair)]?.no) === codeOf(no));
		if (own) this.#replace(startOf(own), this.#endOf(own), line);
		else {
			const at = before ? this.#endOf(before) : this.text.length;
			const gap = at > 0 && this.text[at - 1] !== '\n' ? '\n' : '';
			this.#replace(at, at, gap + line);
		}
		this.entries = this.#read();
	}

	#read(): Record<string, Entry> {
		return (parseDocument(this.text, { schema: 'failsafe' }).toJS() ?? {}) as Record<string, Entry>;
	}

	#pairs(): Pair[] {
		const { contents } = parseDocument(this.text);
		return isMap(contents) ? contents.items : [];
	}

	/** The start of the line after a pair. */
	#endOf({ key, value }: Pair): number {
		const node = (value ?? key) as { range?: [number, number, number] };
		const newline = this.text.indexOf('\n', (node.range?.[1] ?? 1) - 1);
		return newline < 0 ? this.text.length : newline + 1;
	}

	#replace(from: number, to: number, by: string): void {
		this.text = this.text.slice(0, from) + by + this.text.slice(to);
	}
}

function keyOf({ key }: Pair): string {
	return isScalar(key) ? String(key.value) : '';
}

function startOf({ key }: Pair): number {
	return isScalar(key) ? (key.range?.[0] ?? 0) : 0;
}

function codeOf(no: string | undefined): string | undefined {
	return no?.split('-')[0];
}
