import type { ItemFacts } from './item.ts';
import { statusOf, type ProjectDocument } from './project.ts';
import { applies } from './scope.ts';

/** How many items stand where. `total` is what there is to do: neither skipped nor out of scope. */
export function count(items: Iterable<ItemFacts>, doc: ProjectDocument): Count {
	const n = { total: 0, done: 0, doing: 0, blocked: 0, todo: 0, skipped: 0, notApplicable: 0 };
	for (const item of items) {
		if (!applies(item, doc).applies) {
			n.notApplicable += 1;
			continue;
		}
		const { is } = statusOf(doc, item.id);
		n[is] += 1;
		if (is !== 'skipped') n.total += 1;
	}
	return n;
}

/** The share that is done, 0 to 1. A list of which nothing applies is complete; no list is not. */
export function ratio(n: Count): number {
	if (n.total > 0) return n.done / n.total;
	return n.skipped + n.notApplicable > 0 ? 1 : 0;
}

/** The count of what no shop may skip before it opens: essential and due by launch. */
export function readiness(items: Iterable<ItemFacts>, doc: ProjectDocument): Count {
	return count(
		[...items].filter((item) => item.level === 'essential' && item.due <= 0),
		doc,
	);
}

/** A count for every value of `key`, in the order in which they first come. */
export function countBy(
	items: Iterable<ItemFacts>,
	doc: ProjectDocument,
	key: (item: ItemFacts) => string,
): Map<string, Count> {
	// Not Map.groupBy: the browsers built into chat apps are older than it is.
	const groups = new Map<string, ItemFacts[]>();
	for (const item of items) {
		const name = key(item);
		const group = groups.get(name);
		if (group) group.push(item);
		else groups.set(name, [item]);
	}
	return new Map([...groups].map(([name, group]) => [name, count(group, doc)]));
}

/** Whether an item was ticked before its meaning changed. */
export function changedSince(item: Pick<ItemFacts, 'id' | 'rev'>, doc: ProjectDocument): boolean {
	const { is, rev } = statusOf(doc, item.id);
	return is === 'done' && rev < item.rev;
}

/** Numbers of items: the first is the sum of the next four. */
export interface Count {
	readonly total: number;
	readonly done: number;
	readonly doing: number;
	readonly blocked: number;
	readonly todo: number;
	readonly skipped: number;
	readonly notApplicable: number;
}
