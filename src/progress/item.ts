/** What the core must know of an item. The words of an item stay in the page. */
export interface ItemFacts {
	readonly id: string;
	/** The team or the cross-team list it belongs to. */
	readonly team: string;
	readonly kind: 'team' | 'cross-team';
	readonly phase: string;
	readonly level: ItemLevel;
	/** Days from launch; -30 is thirty days before. */
	readonly due: number;
	/** Days from the first day, in a project that is one list for one person. */
	readonly startOffset?: number;
	readonly repeat?: string;
	/** The key of a role, `team/role`. */
	readonly owner: string;
	/** Where the duty holds; none = everywhere. */
	readonly markets: readonly string[];
	/** How the team must be staffed for it to matter; none = any way. */
	readonly formats: readonly string[];
	/** For a cross-team item with formats: the teams of the playbook, any of which may have them. */
	readonly teams?: readonly string[];
	/** Counts changes of meaning, from 1. */
	readonly rev: number;
	readonly hidden?: boolean;
}

/** Whether no shop may skip an item. */
export type ItemLevel = 'essential' | 'further';
