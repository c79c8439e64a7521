/** The one edit that every page with a checkbox makes; apart, so that it loads no other. */
import type { ItemFacts } from './item.ts';
import { cut, longest } from './texts.ts';
import { statusOf, type ProjectDocument, type Status } from './project.ts';
import { put, type Stamp } from './register.ts';

/** Sets where an item stands. */
export function setStatus(
	doc: ProjectDocument,
	item: string,
	status: Status,
	stamp: Stamp,
): ProjectDocument {
	const { why, waitsFor, ...rest } = status;
	const reason = cut(why ?? null, longest.why);
	const party = cut(waitsFor ?? null, longest.name);
	const value = { ...rest, ...(reason && { why: reason }), ...(party && { waitsFor: party }) };
	return put(doc, ['items', item, 'status'], value, stamp);
}

/** What a checkbox does: checked means done as the item reads now, unchecked means todo. */
export function tick(
	doc: ProjectDocument,
	item: Pick<ItemFacts, 'id' | 'rev'>,
	checked: boolean,
	stamp: Stamp,
): ProjectDocument {
	if (!checked && statusOf(doc, item.id).is === 'todo') return doc;
	return setStatus(doc, item.id, { is: checked ? 'done' : 'todo', rev: item.rev }, stamp);
}
