import { own } from './json.ts';
import type { ProjectDocument } from './project.ts';
import { compare, isRegister, valueOf, type Register } from './register.ts';

/** The latest changes of items, the last one first; an item is there once. */
export function latestChanges(doc: ProjectDocument, most: number): Change[] {
	return Object.keys(doc.items ?? {})
		.flatMap((item) => lastChangeOf(doc, item) ?? [])
		.sort((a, b) => b.ms - a.ms)
		.slice(0, most);
}

/** What was changed last of an item, when and by whom; null where nothing ever was. */
export function lastChangeOf(doc: ProjectDocument, item: string): Change | null {
	const { notes, ...fields } = own(doc.items, item) ?? {};
	let last: Omit<Change, 'ms' | 'writer' | 'by' | 'item'> | undefined;
	let register: Register<unknown> | undefined;
	const see = (field: string, found: unknown) => {
		if (!isRegister(found) || (register && compare(found, register) < 0)) return;
		register = found;
		last = { field };
	};
	for (const [field, found] of Object.entries(fields)) see(field, found);
	for (const found of Object.values(notes ?? {})) see('notes', found);
	if (!register || !last) return null;
	const [ms, writer] = register[1];
	return { ...last, item, ms, writer, by: valueOf(own(doc.writers, writer)) };
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
