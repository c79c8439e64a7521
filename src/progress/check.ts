import { isObject } from './json.ts';
import { limits } from './limits.ts';
import { isLonger } from './texts.ts';
import { isStamp } from './register.ts';

/** Lower-case words and digits joined by hyphens, as ids of items, notes and writers are. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The key of a role: `team/role`. */
export const rolePattern = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id of a playbook, team, list, item, note or writer. */
export const id: Check = (value, place) => {
	if (typeof value !== 'string' || !idPattern.test(value)) place.fail('not-an-id');
	else if (value.length > limits.id) place.fail('too-long');
};

const stamp: Check = (value, place) => {
	if (!isStamp(value) || !idPattern.test(value[1]) || value[1].length > limits.id)
		place.fail('not-a-stamp');
};

/** Fails with `code` where a value does not pass. */
export function rule(code: FileErrorCode, passes: (value: unknown) => boolean): Check {
	return (value, place) => {
		if (!passes(value)) place.fail(code);
	};
}

/** Fails with `code`, whatever the value. */
export function failing(code: FileErrorCode): Check {
	return (_, place) => place.fail(code);
}

/** One of a few words. */
export function oneOf(choices: readonly string[]): Check {
	return rule('not-a-choice', (value) => choices.includes(value as string));
}

/** A text of at most `max` characters. */
export function text(max: number): Check {
	return (value, place) => {
		if (typeof value !== 'string') place.fail('not-text');
		else if (isLonger(value, max)) place.fail('too-long');
	};
}

/** A register that holds null or what passes `check`. */
export function register(check: Check): Check {
	return (value, place) => {
		if (!Array.isArray(value) || value.length < 2) return place.fail('not-a-register');
		place.inside('1', stamp, value[1]);
		if (value[0] !== null) place.inside('0', check, value[0]);
	};
}

/** An object whose known fields pass; others may be there too. */
export function object(
	fields: { readonly [key: string]: Check },
	needed: readonly string[] = [],
): Check {
	const checks = Object.entries(fields);
	return (value, place) => {
		if (!isObject(value)) return place.fail('not-an-object');
		for (const [key, check] of checks) {
			if (Object.hasOwn(value, key)) place.inside(key, check, value[key]);
			else if (needed.includes(key)) place.inside(key, failing('missing'), undefined);
		}
	};
}

/** An object whose keys follow a pattern and whose values pass. */
export function entries(pattern: RegExp, check: Check): Check {
	const longest = pattern === rolePattern ? limits.id * 2 + 1 : limits.id;
	return (value, place) => {
		if (!isObject(value)) return place.fail('not-an-object');
		const keys = Object.keys(value);
		if (keys.length > limits.entries) return place.fail('too-many');
		for (const key of keys) {
			if (!pattern.test(key)) place.inside(key, failing('not-an-id'), key);
			else if (key.length > longest) place.inside(key, failing('too-long'), key);
			place.inside(key, check, value[key]);
		}
	};
}

/** Where a check is; the path is copied only for an error, since nearly always there is none. */
export function newPlace(): Place {
	const path: string[] = [];
	const errors: FileError[] = [];
	return {
		path,
		errors,
		fail(code) {
			if (errors.length < limits.errors) errors.push({ code, path: [...path] });
		},
		inside(key, check, value) {
			path.push(key);
			check(value, this);
			path.pop();
		},
	};
}

/** A code, since the words come from the language files, and where it was found. */
export interface FileError {
	readonly code: FileErrorCode;
	readonly path: readonly string[];
}

/** Everything that can be wrong with a file. */
export type FileErrorCode =
	| 'not-json'
	| 'too-large'
	| 'too-deep'
	| 'forbidden-key'
	| 'not-a-project'
	| 'no-version'
	| 'newer-version'
	| 'missing'
	| 'not-an-object'
	| 'not-a-register'
	| 'not-a-stamp'
	| 'not-an-id'
	| 'not-a-list'
	| 'not-a-choice'
	| 'not-a-date'
	| 'not-a-number'
	| 'not-text'
	| 'not-true-or-false'
	| 'too-long'
	| 'too-many';

/** Looks at a value and reports at its place what is wrong with it. */
export type Check = (value: unknown, place: Place) => void;

/** Where in a document a check is, and what was found so far. */
export interface Place {
	readonly path: readonly string[];
	readonly errors: FileError[];
	fail(code: FileErrorCode): void;
	inside(key: string, check: Check, value: unknown): void;
}
