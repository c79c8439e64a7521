import { canonical, isObject, isSame } from './json.ts';
import type { ProjectDocument } from './project.ts';
import { isRegister, laterRegister } from './register.ts';

/**
 * Both documents in one. The order and grouping of merges, and merging the same again, make no
 * difference to the content.
 */
export function merge(a: ProjectDocument, b: ProjectDocument): ProjectDocument {
	if (a.id !== b.id) throw new Error(`Projects ${a.id} and ${b.id} are not the same project.`);
	// As text "10" comes before "9".
	const version = Math.max(a.version, b.version);
	return { ...(mergeValues(a, b) as ProjectDocument), version };
}

/** Merges what stands under one key on two sides. */
export function mergeValues(a: unknown, b: unknown): unknown {
	if (a === b || b === undefined) return a;
	if (a === undefined) return b;
	if (isRegister(a) && isRegister(b)) return laterRegister(a, b);
	// A fixed rank of kinds, else three documents could give two results.
	if (isRegister(a) || isRegister(b)) return isRegister(a) ? a : b;
	if (isObject(a) && isObject(b)) return mergeObjects(a, b);
	// An object wins here too: its { comes after every other first character of JSON.
	return canonical(a) < canonical(b) ? b : a;
}

/** Whether two documents say the same, stamps included. */
export function isSameDocument(a: ProjectDocument, b: ProjectDocument): boolean {
	return isSame(a, b);
}

function mergeObjects(a: object, b: object): object {
	const merged = new Map(Object.entries(a));
	for (const [key, value] of Object.entries(b))
		merged.set(key, mergeValues(merged.get(key), value));
	return Object.fromEntries(merged);
}
