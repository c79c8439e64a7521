/** Words that somebody may have meant: one letter wrong, missing, too many, or two swapped. */

/** The known words nearest to `word`, at most `most`; none if it is known or begins a known one. */
export function nearest(word: string, known: readonly string[], most = 3): string[] {
	if (word.length < 4 || known.some((other) => other.startsWith(word))) return [];
	return known.filter((other) => isOneSlip(word, other)).slice(0, most);
}

/** Whether one slip of the fingers makes `a` into `b`. */
export function isOneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1 || a === b) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	const same = (skipA: number, skipB: number) => a.slice(start + skipA) === b.slice(start + skipB);
	if (a.length > b.length) return same(1, 0);
	if (a.length < b.length) return same(0, 1);
	const swapped = a[start] === b[start + 1] && a[start + 1] === b[start];
	return same(1, 1) || (swapped && same(2, 2));
}
