import { addDays } from './date.ts';
import type { ItemFacts } from './item.ts';
import { ownerOf } from './people.ts';
import { statusOf, type ProjectDocument } from './project.ts';
import { order } from './register.ts';
import { dueOn, dueState, soonDays, type DueState, type ScheduleOptions } from './schedule.ts';
import { applies } from './scope.ts';

/** More days than any project is long. */
const ever = 10_000;

/** What is late, the longest first. */
export function overdue<I extends ItemFacts>(items: Iterable<I>, plan: Plan): I[] {
	return dated(items, plan, (state) => state === 'overdue');
}

/** What is due from today on, within so many days. */
export function next<I extends ItemFacts>(items: Iterable<I>, plan: Plan, days = soonDays): I[] {
	const last = addDays(plan.today, days);
	return dated(
		items,
		plan,
		(state, date) => (state === 'today' || state === 'soon' || state === 'later') && date <= last,
	);
}

/**
 * What to take on now: what is late, then what comes, then what is to be confirmed. Where nothing has
 * a date yet, the essentials as far ahead of launch as they are due.
 */
export function upNext<I extends ItemFacts>(items: readonly I[], plan: Plan): I[] {
	const known = [...overdue(items, plan), ...next(items, plan, ever), ...toConfirm(items, plan)];
	if (known.length > 0) return known;
	const essential = open(items, plan.doc).filter(({ level }) => level === 'essential');
	return essential.sort((a, b) => a.due - b.due);
}

/** What was due before the project began and nobody has confirmed. */
export function toConfirm<I extends ItemFacts>(items: Iterable<I>, plan: Plan): I[] {
	return dated(items, plan, (state) => state === 'confirm');
}

/** What another launch date would make overdue that is not so now, the longest first. */
export function becomesOverdue<I extends ItemFacts>(
	items: readonly I[],
	plan: Plan,
	launch: string | null,
): I[] {
	const doc: ProjectDocument = { ...plan.doc, launch: [launch, [0, '']] };
	const already = new Set(overdue(items, plan));
	return overdue(items, { ...plan, doc }).filter((item) => !already.has(item));
}

/** What is blocked, in the order given. */
export function blocked<I extends ItemFacts>(items: Iterable<I>, doc: ProjectDocument): I[] {
	return open(items, doc).filter((item) => statusOf(doc, item.id).is === 'blocked');
}

/** What is still to do and has no person, in the order given. */
export function unowned<I extends ItemFacts>(items: Iterable<I>, doc: ProjectDocument): I[] {
	return open(items, doc).filter((item) => ownerOf(item, doc).from === 'none');
}

/** What applies and is neither done nor skipped, in the order given. */
export function open<I extends ItemFacts>(items: Iterable<I>, doc: ProjectDocument): I[] {
	return [...items].filter((item) => {
		const { is } = statusOf(doc, item.id);
		return is !== 'done' && is !== 'skipped' && applies(item, doc).applies;
	});
}

/** By date; of one date in the order given. */
function dated<I extends ItemFacts>(
	items: Iterable<I>,
	{ doc, today, ...options }: Plan,
	wanted: (state: DueState, date: string) => boolean,
): I[] {
	return open(items, doc)
		.map((item) => ({ item, date: dueOn(item, doc, options) ?? '' }))
		.filter(({ item, date }) => wanted(dueState(item, doc, today, options), date))
		.sort((a, b) => order(a.date, b.date))
		.map(({ item }) => item);
}

/** A project on a day. */
export interface Plan extends ScheduleOptions {
	readonly doc: ProjectDocument;
	/** The reader's day, YYYY-MM-DD. */
	readonly today: string;
}
