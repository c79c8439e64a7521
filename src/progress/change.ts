import { cut, longest } from './texts.ts';
import type { ProjectDocument, Scope, Status } from './project.ts';
import { put, type Stamp } from './register.ts';
import { isDate } from './date.ts';

export { tick } from './tick.ts';

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

/** Sets the project's name. */
export function rename(doc: ProjectDocument, name: string, stamp: Stamp): ProjectDocument {
	return put(doc, ['name'], cut(name, longest.name), stamp);
}

/** Sets the dates that are given; '' and null clear, what is no date changes nothing. */
export function setDates(doc: ProjectDocument, dates: Dates, stamp: Stamp): ProjectDocument {
	const started = putDate(doc, ['start'], dates.start, stamp);
	return putDate(started, ['launch'], dates.launch, stamp);
}

/** Sets the parts of the scope that are given, and of teams and formats those named. */
export function setScope(doc: ProjectDocument, scope: Scope, stamp: Stamp): ProjectDocument {
	let changed = doc;
	for (const key of ['level', 'markets', 'lists'] as const)
		if (scope[key] !== undefined) changed = put(changed, [key], scope[key], stamp);
	for (const key of ['teams', 'formats'] as const)
		for (const [team, value] of Object.entries(scope[key] ?? {}))
			changed = put(changed, [key, team], value, stamp);
	return changed;
}

/** Says who holds a role; '' or null: nobody. */
export function setPerson(
	doc: ProjectDocument,
	role: string,
	name: string | null,
	stamp: Stamp,
): ProjectDocument {
	return put(doc, ['people', role], cut(name, longest.name), stamp);
}

/** Says who writes under a writer id, so that notes have a name. */
export function setWriter(
	doc: ProjectDocument,
	writer: string,
	name: string | null,
	stamp: Stamp,
): ProjectDocument {
	return put(doc, ['writers', writer], cut(name, longest.name), stamp);
}

/** Names a person on the item itself; '' or null: the holder of its role again. */
export function setOwner(
	doc: ProjectDocument,
	item: string,
	name: string | null,
	stamp: Stamp,
): ProjectDocument {
	return put(doc, ['items', item, 'owner'], cut(name, longest.name), stamp);
}

/** Sets a date on the item itself; '' or null: counted from launch again. */
export function setDue(
	doc: ProjectDocument,
	item: string,
	date: string | null,
	stamp: Stamp,
): ProjectDocument {
	return putDate(doc, ['items', item, 'due'], date, stamp);
}

/** Adds a note under an id of its own, so that it meets no other note in a merge. */
export function addNote(
	doc: ProjectDocument,
	item: string,
	note: string,
	text: string,
	stamp: Stamp,
): ProjectDocument {
	const kept = cut(text, longest.note);
	return kept === null ? doc : put(doc, ['items', item, 'notes', note], kept, stamp);
}

/** Removes a note; what is left of it says that it was removed. */
export function removeNote(
	doc: ProjectDocument,
	item: string,
	note: string,
	stamp: Stamp,
): ProjectDocument {
	return put(doc, ['items', item, 'notes', note], null, stamp);
}

/** Whether counted dates that fall on a weekend move to a working day. */
export function setRollWeekends(doc: ProjectDocument, is: boolean, stamp: Stamp): ProjectDocument {
	return put(doc, ['rollWeekends'], is, stamp);
}

/** Puts the project away, or takes it out again. */
export function setArchived(doc: ProjectDocument, is: boolean, stamp: Stamp): ProjectDocument {
	return put(doc, ['archived'], is, stamp);
}

/** Deleting is written down, or the copy in another tab would bring the project back. */
export function setDeleted(doc: ProjectDocument, is: boolean, stamp: Stamp): ProjectDocument {
	return put(doc, ['deleted'], is, stamp);
}

// A date field gives 0002-03-01 while the year is still being typed.
function putDate(
	doc: ProjectDocument,
	path: readonly string[],
	date: string | null | undefined,
	stamp: Stamp,
): ProjectDocument {
	if (date === undefined || (date && !isDate(date))) return doc;
	return put(doc, path, date || null, stamp);
}

interface Dates {
	readonly start?: string | null;
	readonly launch?: string | null;
}
