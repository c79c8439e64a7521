import { at, differences } from './difference.ts';
import { isObject, isSame, own } from './json.ts';
import { mergeValues } from './merge.ts';
import type { ProjectDocument } from './project.ts';
import { isRegister, put, valueOf, type Stamp } from './register.ts';
import { stampAfter } from './stamp.ts';

/**
 * `doc` with the values of `target`, and without those that `target` lacks. Only what differs is
 * written, later than anything in either, so that no merge brings the old values back.
 */
export function restore(
	doc: ProjectDocument,
	target: ProjectDocument,
	stamp: Stamp,
): ProjectDocument {
	const fresh = stampAfter({ doc, target }, ...stamp);
	// What the document is, and who wrote in it, is nothing to go back on.
	const { format, version, id, playbook } = doc;
	const writers = mergeValues(doc.writers, target.writers) as ProjectDocument['writers'];
	const values = restored(doc, target, fresh) as ProjectDocument;
	return { ...values, format, version, id, playbook, ...(writers && { writers }) };
}

/** Takes back the edit from `before` to `after`, and leaves what was written since. */
export function undo(
	doc: ProjectDocument,
	before: ProjectDocument,
	after: ProjectDocument,
	stamp: Stamp,
): ProjectDocument {
	const fresh = stampAfter(doc, ...stamp);
	let undone = doc;
	for (const change of differences(before, after)) {
		const now = at(doc, change.path);
		if (isRegister(now) && isSame(now, at(after, change.path)))
			undone = put(undone, change.path, change.before, fresh);
	}
	return undone;
}

function restored(now: unknown, wanted: unknown, stamp: Stamp): unknown {
	if (isRegister(now) || isRegister(wanted)) {
		const from = isRegister(now) ? valueOf(now) : null;
		const to = isRegister(wanted) ? valueOf(wanted) : null;
		if (isSame(from, to)) return now;
		return [to, stamp, ...(isRegister(wanted) ? wanted.slice(2) : [])];
	}
	// Of two values without a stamp nobody knows which is the later.
	if (!isObject(now) && !isObject(wanted)) return mergeValues(now, wanted);
	const [left, right] = [isObject(now) ? now : {}, isObject(wanted) ? wanted : {}];
	const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
	const fields = [...keys].map((key) => [key, restored(own(left, key), own(right, key), stamp)]);
	return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
