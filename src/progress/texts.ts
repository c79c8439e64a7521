/** The most characters of what people type. */
export const longest = { name: 200, why: 1_000, note: 4_000 } as const;

/** `text` without space around it and at most `max` characters; null where nothing is left. */
export function cut(text: string | null, max: number): string | null {
	const trimmed = text?.trim() ?? '';
	return (isLonger(trimmed, max) ? [...trimmed].slice(0, max).join('').trim() : trimmed) || null;
}

/** Whether `text` has more than `max` characters; a rare Han character is one, though stored as two. */
export function isLonger(text: string, max: number): boolean {
	return text.length > max && [...text].length > max;
}
