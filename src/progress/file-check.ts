import { entries, failing, id, idPattern, newPlace, object, oneOf, register } from './check.ts';
import { rolePattern, rule, text, type Check, type FileError } from './check.ts';
import { isDate } from './date.ts';
import type { JsonObject } from './json.ts';
import { limits } from './limits.ts';
import { statuses } from './statuses.ts';

/** What makes parsed JSON unsafe to work with, whatever it means. */
export function safetyErrors(doc: unknown): FileError[] {
	const place = newPlace();
	const walk: Check = (value) => {
		// 1e999 is a number in JSON, and Infinity once it is read.
		if (typeof value === 'number' && !Number.isFinite(value)) place.fail('not-a-number');
		if (typeof value !== 'object' || value === null) return;
		if (place.path.length >= limits.depth) return place.fail('too-deep');
		for (const key of Object.keys(value))
			place.inside(
				key,
				forbidden.test(key) ? failing('forbidden-key') : walk,
				(value as JsonObject)[key],
			);
	};
	walk(doc, place);
	return place.errors;
}

/** Where the known fields of a document have another shape than they should. */
export function fieldErrors(doc: unknown): FileError[] {
	const name = register(text(limits.name));
	const date = register(rule('not-a-date', isDate));
	const flag = register(rule('not-true-or-false', (value) => typeof value === 'boolean'));
	const ids = register(idList);
	const status = object(
		{
			is: oneOf(statuses),
			rev: rule('not-a-number', isRev),
			why: text(limits.why),
			waitsFor: text(limits.name),
		},
		['is', 'rev'],
	);
	const item = object({
		status: register(status),
		owner: name,
		due: date,
		notes: entries(idPattern, register(text(limits.note))),
	});
	const project = object(
		{
			id,
			playbook: id,
			name,
			start: date,
			launch: date,
			archived: flag,
			deleted: flag,
			rollWeekends: flag,
			level: register(oneOf(['essential', 'all'])),
			markets: ids,
			lists: ids,
			teams: entries(idPattern, flag),
			formats: entries(idPattern, ids),
			people: entries(rolePattern, name),
			writers: entries(idPattern, name),
			items: entries(idPattern, item),
		},
		['id', 'playbook'],
	);
	const place = newPlace();
	project(doc, place);
	return place.errors;
}

// Through these names a file could reach the prototype of every object.
const forbidden = /^(__proto__|constructor|prototype)$/;

const idList: Check = (value, place) => {
	if (!Array.isArray(value)) return place.fail('not-a-list');
	if (value.length > limits.ids) return place.fail('too-many');
	value.forEach((one, index) => place.inside(String(index), id, one));
};

function isRev(value: unknown): boolean {
	return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= limits.rev;
}
