import { addDays, daysBetween, weekdayOf } from './date.ts';
import type { ItemFacts } from './item.ts';
import { launchOf, ownDueOf, startOf, statusOf, type ProjectDocument } from './project.ts';
import { valueOf } from './register.ts';

/** How many days before its date an item counts as due soon. */
export const soonDays = 14;

/** The day an item is due: its own, else counted from launch or from the first day; else null. */
export function dueOn(
	item: ItemFacts,
	doc: ProjectDocument,
	options: ScheduleOptions = {},
): string | null {
	const own = ownDueOf(doc, item.id);
	if (own) return own;
	const { from, days } = counted(item, doc);
	return from && countedDate(from, days, doc, options);
}

/** The day so many days from another, moved off a weekend where the project wants that. */
export function countedDate(
	from: string,
	days: number,
	doc: ProjectDocument,
	options: ScheduleOptions = {},
): string {
	const date = addDays(from, days);
	return (options.rollWeekends ?? valueOf(doc.rollWeekends)) ? rolled(date, days) : date;
}

/**
 * How near an item's day is. Done and skipped items have nothing due. One due before the project
 * began should already be true: it is to be confirmed, and never overdue.
 */
export function dueState(
	item: ItemFacts,
	doc: ProjectDocument,
	today: string,
	options: ScheduleOptions = {},
): DueState {
	const date = dueOn(item, doc, options);
	const { is } = statusOf(doc, item.id);
	if (!date || is === 'done' || is === 'skipped') return 'none';
	if (isBeforeStart(item, doc, date)) return 'confirm';
	const days = daysBetween(today, date);
	if (days < 0) return 'overdue';
	if (days === 0) return 'today';
	return days <= soonDays ? 'soon' : 'later';
}

// In one person's list the start is their first day, and what is due before it is work to be done.
function isBeforeStart(item: ItemFacts, doc: ProjectDocument, date: string): boolean {
	const start = startOf(doc);
	return start !== null && date < start && !followsStart(item, doc);
}

function counted(item: ItemFacts, doc: ProjectDocument): { from: string | null; days: number } {
	return followsStart(item, doc)
		? { from: startOf(doc), days: item.startOffset }
		: { from: launchOf(doc), days: item.due };
}

function followsStart(item: ItemFacts, doc: ProjectDocument): item is ItemFromStart {
	return item.startOffset !== undefined && startOf(doc) !== null && valueOf(doc.lists) !== null;
}

// Away from launch, so that nothing due before it lands after it; launch itself is a chosen day.
function rolled(date: string, days: number): string {
	const weekday = weekdayOf(date);
	if (days === 0 || (weekday !== 0 && weekday !== 6)) return date;
	if (days < 0) return addDays(date, weekday === 6 ? -1 : -2);
	return addDays(date, weekday === 6 ? 2 : 1);
}

/** How dates are counted. */
export interface ScheduleOptions {
	/**
	 * Moves a counted date off Saturday and Sunday, away from the day it is counted from. Left out:
	 * as the project says.
	 */
	readonly rollWeekends?: boolean;
}

/** How near an item's day is. */
export type DueState = 'none' | 'later' | 'soon' | 'today' | 'overdue' | 'confirm';
type ItemFromStart = ItemFacts & { readonly startOffset: number };
