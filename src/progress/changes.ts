import { own } from './json.ts';
import type { ProjectDocument } from './project.ts';
import { compare, isRegister, valueOf } from './register.ts';

/** The latest changes of items, the last one first; an item is there once. */
export function latestChanges(doc: ProjectDocument, most: number): Change[] {
	return Object.keys(doc.items ?? {})
		.flatMap((item) => lastChangeOf(doc, item) ?? [])
		.sort((a, b) => b.ms - a.ms)
		.slice(0, most);
}

/** What was changed last of an item, when and by whom; null where nothing ever was. */
export function lastChangeOf(doc: ProjectDocument, item: string): Change | null {
	return changesOf(doc, item)[0] ?? null;
}

/** The last change of each field of an item, the latest one first. All its notes are one field. */
export function changesOf(doc: ProjectDocument, item: string): Change[] {
	const { notes, ...fields } = own(doc.items, item) ?? {};
	const note = Object.values(notes ?? {})
		.filter(isRegister)
		.sort(compare)
		.at(-1);
	return Object.entries({ ...fields, notes: note })
		.flatMap(([field, found]) => (isRegister(found) ? { field, found } : []))
		.sort((a, b) => compare(b.found, a.found))
		.map(({ field, found }) => {
			const [ms, writer] = found[1];
			return { field, item, ms, writer, by: valueOf(own(doc.writers, writer)) };
		});
}

/** One change: `by` is the name the writer gave. */
export interface Change {
	readonly item: string;
	/** `status`, `owner`, `due`, `notes`, or what a later version added. */
	readonly field: string;
	readonly ms: number;
	readonly writer: string;
	readonly by: string | null;
}
