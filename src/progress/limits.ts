/** How much a project may hold. Edits cut to these, so that what is written can be read again. */
export const limits = {
	/** Characters of a file: about 5 MB. */
	file: 5_000_000,
	depth: 20,
	id: 64,
	/** Entries of items, people, notes of an item, and so on. */
	entries: 5_000,
	/** Ids in one register. */
	ids: 200,
	name: 200,
	why: 1_000,
	note: 4_000,
	rev: 1_000_000,
	errors: 50,
} as const;

/** `text` without space around it and at most `max` characters; null where nothing is left. */
export function cut(text: string | null, max: number): string | null {
	const trimmed = text?.trim() ?? '';
	return (isLonger(trimmed, max) ? [...trimmed].slice(0, max).join('').trim() : trimmed) || null;
}

/** Whether `text` has more than `max` characters; a rare Han character is one, though stored as two. */
export function isLonger(text: string, max: number): boolean {
	return text.length > max && [...text].length > max;
}
