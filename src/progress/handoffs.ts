import type { ItemFacts } from './item.ts';
import { launchOf, statusOf, type ProjectDocument } from './project.ts';
import { valueOf } from './register.ts';
import { countedDate, dueOn, dueState } from './schedule.ts';
import { applies, hasTeam } from './scope.ts';
import type { Plan } from './board.ts';

/**
 * How each handoff of the project stands, in the order given. It is as late or blocked as any item
 * that gives it; one that no item gives has its date and nothing to judge it by.
 */
export function handoffStates<I extends LinkedItem>(
	handoffs: Iterable<HandoffFacts>,
	items: Iterable<I>,
	plan: Plan,
): HandoffState<I>[] {
	const inScope = [...items].filter((item) => applies(item, plan.doc).applies);
	return [...handoffs]
		.filter(({ from, to }) => hasEnd(plan.doc, from) && hasEnd(plan.doc, to))
		.map((handoff) => {
			const givers = inScope.filter(({ gives }) => gives.includes(handoff.id));
			const takers = inScope.filter(({ takes }) => takes.includes(handoff.id));
			const is = standing(givers, plan);
			return { handoff, givers, takers, is, date: dateOf(handoff, givers, plan) };
		});
}

/** The ids of handoffs that others may wait for in vain: an item that gives them is blocked or late. */
export function troubled(items: Iterable<LinkedItem>, plan: Plan): Set<string> {
	const ids = new Set<string>();
	for (const item of items)
		if (item.gives.length > 0 && isTroubled(item, plan)) for (const id of item.gives) ids.add(id);
	return ids;
}

/** Whether an item of the project is blocked or late. */
export function isTroubled(item: ItemFacts, { doc, today, ...options }: Plan): boolean {
	if (!applies(item, doc).applies) return false;
	return (
		statusOf(doc, item.id).is === 'blocked' || dueState(item, doc, today, options) === 'overdue'
	);
}

function standing(givers: readonly ItemFacts[], plan: Plan): HandoffStanding {
	if (givers.length === 0) return 'untracked';
	const is = givers.map(({ id }) => statusOf(plan.doc, id).is);
	if (is.includes('blocked')) return 'blocked';
	if (givers.some((item) => isTroubled(item, plan))) return 'late';
	return is.every((one) => one === 'done' || one === 'skipped') ? 'given' : 'open';
}

/** Its own day; else that of the first open item that gives it. */
function dateOf(
	{ due }: HandoffFacts,
	givers: readonly ItemFacts[],
	{ doc, ...options }: Plan,
): string | null {
	const launch = launchOf(doc);
	if (due !== null) return launch && countedDate(launch, due, doc, options);
	const dates = givers.flatMap((item) => dueOn(item, doc, options) ?? []);
	return dates.sort()[0] ?? null;
}

/** An end is a team the project has, or a cross-team list it uses. */
function hasEnd(doc: ProjectDocument, end: string): boolean {
	return hasTeam(doc, end) && (valueOf(doc.lists)?.includes(end) ?? true);
}

/** What must be known of a handoff. */
export interface HandoffFacts {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	/** Days from launch; null where it is not one day. */
	readonly due: number | null;
}

/** An item with the handoffs it delivers and those it waits for. */
export interface LinkedItem extends ItemFacts {
	readonly gives: readonly string[];
	readonly takes: readonly string[];
}

/** Untracked: no item of the project gives it. */
export type HandoffStanding = 'untracked' | 'open' | 'given' | 'late' | 'blocked';

/** A handoff with who gives it, who waits for it and by when. */
export interface HandoffState<I> {
	readonly handoff: HandoffFacts;
	readonly givers: readonly I[];
	readonly takers: readonly I[];
	readonly is: HandoffStanding;
	readonly date: string | null;
}
