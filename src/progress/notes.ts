import { own } from './json.ts';
import type { Note, ProjectDocument } from './project.ts';
import { order, valueOf } from './register.ts';

/** The notes of an item, oldest first. */
export function notesOf(doc: ProjectDocument, id: string): Note[] {
	const notes: Note[] = [];
	for (const [note, register] of Object.entries(own(doc.items, id)?.notes ?? {})) {
		const [text, [ms, writer]] = register;
		if (text === null) continue;
		notes.push({ id: note, text, ms, writer, by: valueOf(own(doc.writers, writer)) });
	}
	return notes.sort((a, b) => a.ms - b.ms || order(a.writer, b.writer) || order(a.id, b.id));
}
