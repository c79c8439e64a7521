/**
 * The stored form of a project, the same in storage, in files and in links:
 *
 *   { "format": "commerce-team-playbook/project", "version": 1, "id": …, "playbook": …,
 *     "name" | "start" | "launch" | "archived" | "deleted" | "rollWeekends": R,
 *     "level" | "markets" | "lists": R,
 *     "teams": { team: R }, "formats": { team: R }, "people": { "team/role": R },
 *     "writers": { writer: R },
 *     "items": { item: { "status": R, "owner": R, "due": R, "notes": { note: R } } } }
 *
 * - R is a register, `[value, [ms, writer], …rest]`. The later one stands: by ms, then writer, then
 *   canonical JSON. Null as a value says the same as no register, in every register, later ones too.
 * - A status is `{ is, rev, why?, waitsFor? }`; a date YYYY-MM-DD; level `essential` or `all`;
 *   markets, lists and formats lists of ids, null for all; teams and flags true or false.
 * - Ids are kebab-case, at most 64 characters. Sizes are in `limits.ts`.
 * - Fields, items and people this playbook does not know are kept, through merges and edits too.
 * - New optional fields need no new version. One that changes the meaning of a field does: raise
 *   `version` and add to `migrations`, under the old version, a pure function from the old document
 *   to the new one, which keeps registers' stamps and what it does not know. It stays for good.
 * - A document of a higher version is shown and never written.
 */
import type { FileError } from './check.ts';
import { fieldErrors, safetyErrors } from './file-check.ts';
import { isObject, type JsonObject } from './json.ts';
import { limits } from './limits.ts';
import { format, version, type ProjectDocument } from './project.ts';

/** Reads a project from text or data that may be anything. `ids`: the items of this playbook. */
export function readProject(input: unknown, ids?: ReadonlySet<string>): ReadResult {
	const found = parse(input);
	if ('code' in found) return { ok: false, errors: [found] };
	const old = found.value;
	if (!isObject(old) || old['format'] !== format) return failed('not-a-project', []);
	const unsafe = safetyErrors(old);
	if (unsafe.length > 0) return { ok: false, errors: unsafe };
	const written = old['version'];
	if (!Number.isInteger(written) || (written as number) < 1)
		return failed('no-version', ['version']);
	const readOnly = (written as number) > version;
	const doc = migrated(old, written as number);
	const errors = fieldErrors(doc);
	if (errors.length > 0) {
		const newer: FileError[] = readOnly ? [{ code: 'newer-version', path: ['version'] }] : [];
		return { ok: false, errors: [...newer, ...errors] };
	}
	const project = doc as unknown as ProjectDocument;
	const unknown = ids ? unknownItems(project, ids) : [];
	return {
		ok: true,
		project,
		...(unknown.length > 0 && { unknownItems: unknown }),
		...(readOnly && { readOnly }),
	};
}

/** The text of a project file: the same text for the same content. */
export function writeProject(doc: ProjectDocument): string {
	const { format, version, id, playbook, ...rest } = doc;
	const head = { format, version, id, playbook };
	return `${JSON.stringify({ ...head, ...(sorted(rest) as object) }, null, 2)}\n`;
}

/** The items with progress that are not among `ids`. */
export function unknownItems(doc: ProjectDocument, ids: ReadonlySet<string>): string[] {
	return Object.keys(doc.items ?? {})
		.filter((id) => !ids.has(id))
		.sort();
}

const migrations: { readonly [from: number]: (old: JsonObject) => JsonObject } = {};

function migrated(old: JsonObject, from: number): JsonObject {
	let doc = old;
	for (let at = from; at < version; at += 1) doc = { ...migrations[at]?.(doc), version: at + 1 };
	return doc;
}

// Data goes through text too: the result shares nothing with it and holds nothing but JSON.
function parse(input: unknown): { value: unknown } | FileError {
	try {
		const text = typeof input === 'string' ? input : JSON.stringify(input);
		if (text.length > limits.file) return { code: 'too-large', path: [] };
		return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
	} catch {
		return { code: 'not-json', path: [] };
	}
}

function failed(code: FileError['code'], path: string[]): ReadResult {
	return { ok: false, errors: [{ code, path }] };
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isObject(value)) return value;
	const keys = Object.keys(value).sort();
	return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

/** A project, or why there is none. */
export type ReadResult =
	| {
			readonly ok: true;
			readonly project: ProjectDocument;
			readonly unknownItems?: readonly string[];
			readonly readOnly?: true;
	  }
	| { readonly ok: false; readonly errors: readonly FileError[] };
