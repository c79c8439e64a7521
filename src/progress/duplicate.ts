import { isObject } from './json.ts';
import { cut, longest } from './texts.ts';
import type { ItemState, ProjectDocument } from './project.ts';
import { isRegister, put, type Stamp } from './register.ts';

/**
 * Another project like `doc`. With ticks it is where `doc` is; without, its items keep their owners
 * only: notes tell of the first time, and dates set by hand belong to the first launch.
 */
export function duplicate(doc: ProjectDocument, facts: CopyFacts, stamp: Stamp): ProjectDocument {
	const { id, name, ticks } = facts;
	const named = name === undefined ? doc : put(doc, ['name'], cut(name, longest.name), stamp);
	const { deleted: _deleted, archived: _archived, items = {}, writers, ...kept } = named;
	const copies: Record<string, ItemState> = {};
	for (const [item, state] of Object.entries(items)) {
		const { notes, ...fields } = ticks ? state : ownerOnly(state);
		const copy = { ...fresh(fields, stamp), ...(notes && { notes }) };
		if (Object.keys(copy).length > 0) copies[item] = copy;
	}
	// A note's date and writer are its stamp, so copied notes keep theirs.
	const names = ticks && writers ? { writers } : {};
	return { ...fresh(kept as ProjectDocument, stamp), ...names, items: copies, id };
}

function ownerOnly(state: ItemState): ItemState {
	return state.owner ? { owner: state.owner } : {};
}

/** `node` with every register under one stamp. */
function fresh<T>(node: T, stamp: Stamp): T {
	if (isRegister(node)) return [node[0], stamp, ...node.slice(2)] as T;
	if (!isObject(node)) return node;
	const fields = Object.entries(node).map(([key, value]) => [key, fresh(value, stamp)]);
	return Object.fromEntries(fields) as T;
}

interface CopyFacts {
	readonly id: string;
	readonly name?: string;
	/** Whether statuses, notes and dates come along. */
	readonly ticks: boolean;
}
