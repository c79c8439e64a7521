import type { Plan } from './board.ts';
import { daysBetween } from './date.ts';
import { ownerOf } from './people.ts';
import { statusOf } from './project.ts';
import { order } from './register.ts';
import { dueOn, dueState } from './schedule.ts';
import type { ListItem, View } from './view.ts';

/**
 * The items in groups, the groups in the order in which they are read. Within one of teams they
 * keep their order, within all others the earliest comes first.
 */
export function grouped<I extends ListItem>(
	items: readonly I[],
	by: View['group'],
	plan: Plan,
	phases: readonly string[] = [],
): Group<I>[] {
	const groups = new Map<string, I[]>();
	for (const item of items) {
		const key = keyOf(item, by, plan);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	const found = [...groups].map(([key, own]) => ({ key, items: own }));
	if (by === 'phase') found.sort((a, b) => phases.indexOf(a.key) - phases.indexOf(b.key));
	if (by === 'due') found.sort((a, b) => order(rank(a.key), rank(b.key)));
	// People first, by name; then the roles that nobody holds, in the playbook's order.
	if (by === 'owner')
		found.sort(({ key: a }, { key: b }) => {
			const isRole = Number(a.startsWith('role:')) - Number(b.startsWith('role:'));
			return isRole || (a.startsWith('role:') ? 0 : a.localeCompare(b));
		});
	if (by !== 'team') for (const { items: own } of found) byDay(own, plan);
	return found;
}

function keyOf(item: ListItem, by: View['group'], plan: Plan): string {
	if (by === 'team' || by === 'phase') return item[by];
	if (by === 'due') return dueKey(item, plan);
	const owner = ownerOf(item, plan.doc);
	return owner.from === 'none' ? `role:${owner.role}` : `name:${owner.name}`;
}

/** `overdue` … `done`; a later month as `2027-03`; without a date how far from launch it is. */
function dueKey(item: ListItem, { doc, today, ...options }: Plan): string {
	const { is } = statusOf(doc, item.id);
	if (is === 'done' || is === 'skipped') return 'done';
	const date = dueOn(item, doc, options);
	if (!date) return bands.find(([, last]) => item.due <= last)?.[0] ?? 'after';
	const state = dueState(item, doc, today, options);
	return state === 'later' ? date.slice(0, 7) : state;
}

const bands = [
	['before-90', -91],
	['before-30', -31],
	['before-7', -8],
	['before-0', -1],
	['launch-day', 0],
] as const;
const ranks = ['overdue', 'confirm', 'today', 'soon', ...bands.map(([key]) => key), 'after'];

function rank(key: string): string {
	const at = ranks.indexOf(key);
	// Months stand between what is near and what is done.
	return at < 0 ? (key === 'done' ? '3' : `2${key}`) : `1${String(at).padStart(2, '0')}`;
}

function byDay(items: ListItem[], { doc, ...options }: Plan): void {
	const day = new Map(
		items.map((item) => {
			const date = dueOn(item, doc, options);
			return [item, date ? daysBetween('2000-01-01', date) : item.due];
		}),
	);
	items.sort((a, b) => (day.get(a) ?? 0) - (day.get(b) ?? 0));
}

/** Items that stand together; `key` says why, the page says it in words. */
export interface Group<I> {
	readonly key: string;
	readonly items: I[];
}
