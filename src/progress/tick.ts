/** The one edit that every page with a checkbox makes; apart, so that it loads no other. */
import type { ItemFacts } from './item.ts';
import { statusOf, type ProjectDocument, type Status } from './project.ts';
import { put, type Stamp } from './register.ts';

/** What a checkbox does: checked means done as the item reads now, unchecked means todo. */
export function tick(
	doc: ProjectDocument,
	item: Pick<ItemFacts, 'id' | 'rev'>,
	checked: boolean,
	stamp: Stamp,
): ProjectDocument {
	if (!checked && statusOf(doc, item.id).is === 'todo') return doc;
	const status: Status = { is: checked ? 'done' : 'todo', rev: item.rev };
	return put(doc, ['items', item.id, 'status'], status, stamp);
}
