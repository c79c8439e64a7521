import type { Entry } from './unit.ts';

/** An item as search reads it, with what a test cares for. */
export function entry(facts: Partial<Entry> & { anchor: string }): Entry {
	return {
		kind: 'item',
		team: 'warehouse',
		teamName: 'Warehouse',
		phase: 'prepare',
		level: 'further',
		owner: 'warehouse/manager',
		ownerName: '',
		markets: [],
		formats: [],
		no: '',
		title: '',
		alias: '',
		text: '',
		href: `/teams/warehouse/#${facts.anchor}`,
		pageTitle: 'Warehouse',
		...facts,
	};
}
