import { canonical, isObject, isSame, own } from './json.ts';

/** The highest time a stamp can hold: 2^48 ms, in the year 10889. */
export const latestMs = 2 ** 48;

/** Whether `value` is `[value, [ms, writer], …rest]`. */
export function isRegister(value: unknown): value is Register<unknown> {
	return Array.isArray(value) && isStamp(value[1]);
}

/** Whether `value` is `[ms, writer]` with a time that can be stored. */
export function isStamp(value: unknown): value is Stamp {
	return (
		Array.isArray(value) &&
		value.length === 2 &&
		Number.isInteger(value[0]) &&
		value[0] >= 0 &&
		value[0] <= latestMs &&
		typeof value[1] === 'string'
	);
}

/** The order of two registers: by time, then writer, then content. 0 only for equal content. */
export function compare(a: Register<unknown>, b: Register<unknown>): number {
	const [[ms, writer], [otherMs, otherWriter]] = [a[1], b[1]];
	if (ms !== otherMs) return ms - otherMs;
	if (writer !== otherWriter) return order(writer, otherWriter);
	// Most ties are the same write met again, which needs no JSON.
	if (isSame(a, b)) return 0;
	return order(canonical(a[0]), canonical(b[0])) || order(canonical(a), canonical(b));
}

/** The one of two registers that stands after a merge. */
export function laterRegister<T>(a: Register<T>, b: Register<T>): Register<T> {
	return compare(a, b) < 0 ? b : a;
}

/** The value, or null. A register that holds null says the same as no register. */
export function valueOf<T>(register: Register<T> | undefined): NonNullable<T> | null {
	return register?.[0] ?? null;
}

/**
 * A copy of `node` with `value` in the register at `path`, or `node` itself where it has that
 * value already: a form saved unchanged must not win over what someone else changed meanwhile.
 */
export function put<N extends object>(
	node: N,
	path: readonly string[],
	value: unknown,
	stamp: Stamp,
): N {
	const [key, ...rest] = path;
	if (key === undefined) return node;
	const old = own(node as { [key: string]: unknown }, key);
	if (rest.length > 0) {
		const inner = isObject(old) ? old : {};
		const changed = put(inner, rest, value, stamp);
		return changed === inner ? node : { ...node, [key]: changed };
	}
	if (!isRegister(old)) return value === null ? node : { ...node, [key]: [value, stamp] };
	if (isSame(old[0], value)) return node;
	// The stamp may have been taken before a merge brought in a later register.
	const ms = Math.min(Math.max(stamp[0], old[1][0] + 1), latestMs);
	return { ...node, [key]: [value, [ms, stamp[1]]] };
}

/** -1, 0 or 1 in the order of code units, which no locale changes. */
export function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** When, in milliseconds since 1970, and by which tab session. */
export type Stamp = readonly [ms: number, writer: string];

/** A value and when it was written; what later versions add behind is kept. */
export type Register<T> = readonly [value: T, stamp: Stamp, ...rest: unknown[]];
