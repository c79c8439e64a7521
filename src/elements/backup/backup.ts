/** A project as a file on the person's own disk, and back. */
import { download, fileName, readText } from '../../browser/files.ts';
import { noteBackup } from '../../browser/projects.ts';
import { today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords } from '../../browser/tables.ts';
import type { FileError } from '../../progress/check.ts';
import { readProject, writeProject } from '../../progress/file.ts';
import { limits } from '../../progress/limits.ts';
import { nameOf, type ProjectDocument } from '../../progress/project.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { el } from '../parts/dom.ts';
import { say } from '../parts/toast.ts';

/** Saves the open project, or the one given, as a file. */
export async function saveBackup(doc: ProjectDocument | null = store().project): Promise<void> {
	const words = await loadWords();
	if (!doc) {
		await say(words('backup.nothing'));
		return;
	}
	const name = fileName(nameOf(doc) || words('project.unnamed'), today(), 'json');
	download(name, writeProject(doc));
	noteBackup(doc);
	// The line under the header says when; it is painted with every change.
	store().dispatchEvent(new CustomEvent('change', { detail: {} }));
	await say(words('backup.saved', { name }));
}

/** Reads a file and offers what is in it, or says what is wrong with it. Changes nothing. */
export async function openBackup(file: File): Promise<void> {
	// Some Han texts take three bytes a character; anything larger is no project.
	const text = await readText(file, limits.file * 3);
	await openProjectText(text, { kind: 'file', name: file.name });
}

/** Where a project came from. */
export interface Origin {
	readonly kind: 'file' | 'link' | 'elsewhere';
	readonly name: string;
}

/** Offers a project that is still text; null is a text too large to be read. */
export async function openProjectText(text: string | null, origin: Origin): Promise<void> {
	const table = await loadTable();
	const read =
		text === null
			? { ok: false as const, errors: [{ code: 'too-large' as const, path: [] }] }
			: readProject(text, new Set(table.items.map(({ id }) => id)));
	if (!read.ok) return showErrors(read.errors, origin);
	const { offerProject } = await import('./import.ts');
	const { project, unknownItems = [], readOnly = false } = read;
	await offerProject(project, { ...origin, unknownItems, readOnly });
}

/** Says what is wrong with a file or link, in words and with the place. */
export async function showErrors(errors: readonly FileError[], origin: Origin): Promise<void> {
	const [words] = await Promise.all([loadWords(), dialogStyles()]);
	const rows = errors
		.slice(0, 8)
		.map(({ code, path }) =>
			el(
				'li',
				{},
				words(`file.${code}`),
				path.length > 0 && el('small', {}, ` ${path.join(' › ').slice(0, 200)}`),
			),
		);
	openDialog({
		title: words('file.refused', { name: origin.name }),
		close: words('dialog.close'),
		kind: 'file-errors',
		body: [
			el('p', {}, words('file.unchanged')),
			el('ul', {}, ...rows),
			errors.length > 8 && el('p', {}, words('change.more', { count: errors.length - 8 })),
		].filter((part) => part !== false),
	});
}
