import { longest } from './texts.ts';

/** How much a project may hold. Edits cut to these, so that what is written can be read again. */
export const limits = {
	...longest,
	/** Characters of a file: about 5 MB. */
	file: 5_000_000,
	depth: 20,
	id: 64,
	/** Entries of items, people, notes of an item, and so on. */
	entries: 5_000,
	/** Ids in one register. */
	ids: 200,
	rev: 1_000_000,
	errors: 50,
} as const;
