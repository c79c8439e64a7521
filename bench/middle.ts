/** The middle one by size; of an even number the upper of the two. */
export function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Of several measurements the middle of each of these figures. */
export function middle<K extends string>(all: readonly Record<K, number>[], keys: readonly K[]) {
	const pairs = keys.map((key) => [key, median(all.map((one) => one[key]))]);
	return Object.fromEntries(pairs) as Record<K, number>;
}
