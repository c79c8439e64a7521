/** What is to be printed, as it stands in the address: `?teams=warehouse&boxes=blank`. Pure. */

/** One value each, as the form has them; the first is meant where the address says nothing. */
export const options = {
	level: ['all', 'essential'],
	boxes: ['current', 'blank', 'open'],
	detail: ['done', 'titles', 'all'],
	sign: ['2', '1', '0'],
	notes: ['0', '1'],
} as const;

/** Choices of several values; none means all of them, or for languages the page's own. */
const lists = ['teams', 'phases', 'languages'] as const;

/** The choice that an address names. What the playbook does not know is left out. */
export function readChoice(search: string, known: Known): Choice {
	const query = new URLSearchParams(search);
	const some = (name: keyof Known) => {
		const wanted = new Set(query.get(name)?.split(','));
		return name === 'languages'
			? // The order of languages is that of the columns.
				[...wanted].filter((id) => known.languages.includes(id)).slice(0, 2)
			: known[name].filter((id) => wanted.has(id));
	};
	const one = <T extends string>(name: string, values: readonly [T, ...T[]]): T =>
		values.find((value) => value === query.get(name)) ?? values[0];
	return {
		teams: some('teams'),
		phases: some('phases'),
		languages: some('languages'),
		level: one('level', options.level),
		boxes: one('boxes', options.boxes),
		detail: one('detail', options.detail),
		sign: one('sign', options.sign),
		notes: one('notes', options.notes),
	};
}

/** The query of an address that names the choice; empty where everything is left as it is. */
export function writeChoice(choice: Choice): string {
	const parts = lists.flatMap((name) =>
		choice[name].length > 0 ? `${name}=${choice[name].map(encodeURIComponent).join(',')}` : [],
	);
	for (const [name, values] of Object.entries(options)) {
		const value = choice[name as keyof typeof options];
		if (value !== values[0]) parts.push(`${name}=${value}`);
	}
	return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Whether an item that applies is on the sheets. */
export function isChosen(item: Printed, choice: Choice): boolean {
	if (choice.teams.length > 0 && !choice.teams.includes(item.team)) return false;
	if (choice.phases.length > 0 && !choice.phases.includes(item.phase)) return false;
	if (choice.level === 'essential' && item.level !== 'essential') return false;
	return choice.boxes !== 'open' || (item.status !== 'done' && item.status !== 'skipped');
}

export interface Choice {
	teams: string[];
	phases: string[];
	languages: string[];
	level: (typeof options.level)[number];
	boxes: (typeof options.boxes)[number];
	detail: (typeof options.detail)[number];
	sign: (typeof options.sign)[number];
	notes: (typeof options.notes)[number];
}

/** What the playbook has. */
export interface Known {
	readonly teams: readonly string[];
	readonly phases: readonly string[];
	readonly languages: readonly string[];
}

interface Printed {
	readonly team: string;
	readonly phase: string;
	readonly level: string;
	readonly status: string;
}
