/**
 * What search finds. A page of the index is one Pagefind record whose text is a row of units: its
 * items, measures, roles, terms, handoffs, sections and itself. Pagefind says which pages hold the
 * words; reading their text gives back the units, with their anchors and facts. So the index grows
 * with the pages and not with the items, and an order, a filter or a count can be exact.
 */

export const kinds = [
	'item',
	'kpi',
	'role',
	'term',
	'handoff',
	'source',
	'section',
	'page',
] as const;

/** What a unit is. */
export type Kind = (typeof kinds)[number];

/** One thing that can be found and landed on. */
export interface Unit {
	readonly kind: Kind;
	/** The id on its page; empty for the page itself. */
	readonly anchor: string;
	/** The team or cross-team list it belongs to, or empty. */
	readonly team: string;
	readonly teamName: string;
	/** Of an item; empty for everything else. */
	readonly phase: string;
	readonly level: '' | 'essential' | 'further';
	/** The key of the role that owns an item, `team/role`. */
	readonly owner: string;
	readonly ownerName: string;
	readonly markets: readonly string[];
	readonly formats: readonly string[];
	/** The short number of an item. */
	readonly no: string;
	readonly title: string;
	/** What it is called besides: a team's short name, a term in another language; split by `;`. */
	readonly alias: string;
	readonly text: string;
}

/** A unit as read from the index, with the page it stands on. */
export interface Entry extends Unit {
	/** Page and anchor, with the base path. */
	readonly href: string;
	readonly pageTitle: string;
}

/**
 * Symbols that no text of a playbook holds. Pagefind keeps them, as it keeps all of the text, and
 * makes words of the rest: a fact that repeats that of the unit before is written as one of them.
 */
const symbols = { unit: '␞', field: '␟', same: '␆' };

/** Spaces between symbols: a row of them is one word for Pagefind to look at, not one each. */
const gaps = /(?<=[␞␟␆]) +(?=[␞␟␆])/g;

/** Of the row of fields, those that are facts and often repeat; then what the unit says. */
const placed = ['kind', 'team', 'teamName', 'phase', 'level', 'owner', 'ownerName'] as const;
const facts = [...placed, 'markets', 'formats'] as const;
const told = ['anchor', 'no', 'title', 'alias', 'text'] as const;

/** The units of one page as the text of its record. */
export function writeUnits(units: readonly Unit[]): string {
	let before: readonly string[] = [];
	return units
		.map((unit) => {
			const fields = [...facts, ...told].map((name) => clean(String(unit[name])));
			const row = fields.map((field, i) =>
				i < facts.length && field && field === before[i] ? symbols.same : field,
			);
			before = fields;
			return row.join(` ${symbols.field} `);
		})
		.join(` ${symbols.unit} `)
		.replace(gaps, '');
}

/** The units of one page, from the text of its record. */
export function readUnits(content: string, page: { href: string; title: string }): Entry[] {
	// Pagefind puts zero-width spaces between the words of a Chinese text.
	const text = content.replaceAll('\u200b', '');
	let before: readonly string[] = [];
	return text.split(symbols.unit).flatMap((part): Entry[] => {
		const row = part.split(symbols.field).map((field) => field.trim());
		const fields = row.map((field, i) => (field === symbols.same ? (before[i] ?? '') : field));
		before = fields;
		const [kind = '', team = '', teamName = '', phase = '', level = '', ...rest] = fields;
		const [owner = '', ownerName = '', markets = '', formats = '', ...words] = rest;
		const [anchor = '', no = '', title = '', alias = '', text = ''] = words;
		if (!isKind(kind)) return [];
		return [
			{
				kind,
				anchor,
				team,
				teamName,
				phase,
				level: level === 'essential' || level === 'further' ? level : '',
				owner,
				ownerName,
				markets: list(markets),
				formats: list(formats),
				no,
				title,
				alias,
				text,
				href: anchor ? `${page.href}#${anchor}` : page.href,
				pageTitle: page.title,
			},
		];
	});
}

/** Whether a text names a kind. */
export function isKind(text: string): text is Kind {
	return (kinds as readonly string[]).includes(text);
}

function clean(text: string): string {
	// Most fields of most units are empty.
	if (text === '') return text;
	return text
		.replace(/[␞␟␆\u200b]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function list(text: string): string[] {
	return text ? text.split(',').map((part) => part.trim()) : [];
}
