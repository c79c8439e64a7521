/** Something in the content that must be mended (error) or looked at (doubt). */
export interface Problem {
	severity: 'error' | 'doubt';
	/** Path below the project, with forward slashes. */
	file: string;
	/** Counted from 1; absent when the whole file is meant. */
	line?: number;
	column?: number;
	/** Where in the file, in the owner's words: `items › wh-label-scan › owner`. */
	field: string;
	/** What is wrong, as the end of a sentence that starts with the field. */
	message: string;
	/** What to do about it. */
	mend?: string;
}

/** One problem as a line that editors make clickable, and the way to mend it under it. */
export function formatProblem(problem: Problem): string {
	const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined);
	const head = `${place.join(':')}  ${problem.field ? `${problem.field}: ` : ''}${problem.message}`;
	return problem.mend ? `${head}\n    → ${problem.mend}` : head;
}

/** All problems, sorted by file and line. Empty when there are none. */
export function formatProblems(problems: readonly Problem[]): string {
	const sorted = [...problems].sort(
		(a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
	);
	return sorted.map(formatProblem).join('\n');
}

/** The known name nearest to a mistyped one, or undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	// Of a name of two letters one may be wrong: else every market would be near to every other.
	let least = Math.min(Math.max(2, Math.floor(name.length / 3)), name.length - 1) + 1;
	for (const candidate of known) {
		const d = distance(name, candidate, least);
		if (d < least) [best, least] = [candidate, d];
	}
	return best;
}

/** Levenshtein distance, given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? limit;
}
