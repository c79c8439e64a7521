import { isObject, isSame, own } from './json.ts';
import type { ProjectDocument } from './project.ts';
import { compare, isRegister, valueOf, type Register } from './register.ts';

/** What changes in value from one document to another, by field. Null: not set. */
export function differences(before: ProjectDocument, after: ProjectDocument): Difference[] {
	return pairs(before, after, [])
		.map(({ path, a, b }) => ({ path, before: plain(a), after: plain(b) }))
		.filter((found) => !isSame(found.before, found.after));
}

/**
 * What both sides set to different values, and which of the two a merge keeps. With `base`, a
 * document both come from, only what both have written since.
 */
export function conflicts(
	mine: ProjectDocument,
	theirs: ProjectDocument,
	base?: ProjectDocument,
): Conflict[] {
	const found: Conflict[] = [];
	for (const { path, a, b } of pairs(mine, theirs, [])) {
		if (!isRegister(a) || !isRegister(b) || isSame(a[0], b[0])) continue;
		const old = base && at(base, path);
		if (isRegister(old) && (isSame(old, a) || isSame(old, b))) continue;
		const wins = compare(a, b) < 0 ? 'theirs' : 'mine';
		found.push({ path, mine: a, theirs: b, wins });
	}
	return found;
}

/** What stands at a path, undefined where nothing does. */
export function at(node: unknown, path: readonly string[]): unknown {
	return path.reduce((inner, key) => (isObject(inner) ? own(inner, key) : undefined), node);
}

/** The two sides of every field, down to registers and plain values. */
function pairs(a: unknown, b: unknown, path: readonly string[]): Pair[] {
	if (isRegister(a) || isRegister(b) || (!isObject(a) && !isObject(b))) return [{ path, a, b }];
	const [left, right] = [isObject(a) ? a : {}, isObject(b) ? b : {}];
	const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
	return [...keys].flatMap((key) => pairs(own(left, key), own(right, key), [...path, key]));
}

function plain(value: unknown): unknown {
	return isRegister(value) ? valueOf(value) : (value ?? null);
}

/** One field with two values. */
export interface Difference {
	readonly path: readonly string[];
	readonly before: unknown;
	readonly after: unknown;
}

/** One field that two sides wrote. */
export interface Conflict {
	readonly path: readonly string[];
	readonly mine: Register<unknown>;
	readonly theirs: Register<unknown>;
	readonly wins: 'mine' | 'theirs';
}

interface Pair {
	readonly path: readonly string[];
	readonly a: unknown;
	readonly b: unknown;
}
