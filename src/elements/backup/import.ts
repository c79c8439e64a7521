/** Shows what a project from elsewhere would change, field by field, before anything does. */
import {
	addProject,
	editProject,
	keptProject,
	keptProjects,
	openProject,
} from '../../browser/projects.ts';
import { settings, today } from '../../browser/settings.ts';
import { takeSnapshot } from '../../browser/snapshots.ts';
import { randomId, store, type Edit } from '../../browser/store.ts';
import { loadTable, loadWords, type Table } from '../../browser/tables.ts';
import { setDeleted } from '../../progress/change.ts';
import { duplicate } from '../../progress/duplicate.ts';
import { merge } from '../../progress/merge.ts';
import { isDeleted } from '../../progress/lifecycle.ts';
import { nameOf, type ProjectDocument } from '../../progress/project.ts';
import { restore, undo } from '../../progress/restore.ts';
import { highestStamp, stampAfter } from '../../progress/stamp.ts';
import { count } from '../../progress/summary.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import type { Origin } from './backup.ts';
import { changesBetween, changeTable } from './changes.ts';
import { act } from '../parts/act.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el } from '../parts/dom.ts';
import { countInWords } from '../page/paint.ts';
import { offerUndo } from '../parts/undo.ts';

interface Incoming extends Origin {
	readonly unknownItems: readonly string[];
	/** Written by a newer version: it can be looked at only. */
	readonly readOnly: boolean;
	/** A part of a project: it adds, and must not replace the whole. */
	readonly isPart?: boolean;
}
type Way = 'merge' | 'new' | 'replace';

/** Offers to merge, keep as new, or replace; `first` is the way that is chosen to begin with. */
export async function offerProject(
	incoming: ProjectDocument,
	origin: Incoming,
	first?: Way,
): Promise<void> {
	const [table, words] = await Promise.all([loadTable(), loadWords(), dialogStyles()]);
	const theirs = withoutFlags(incoming);
	const target = targetOf(theirs);
	const ways: Way[] = !target
		? ['new']
		: origin.isPart
			? ['merge', 'new']
			: ['merge', 'new', 'replace'];
	const radios = ways.map((way) => el('input', { type: 'radio', name: 'way', value: way }));
	const preview = el('div', { class: 'preview', 'aria-live': 'polite' });
	const chosen = () => (radios.find(({ checked }) => checked)?.value ?? 'new') as Way;
	const show = () => preview.replaceChildren(previewOf(chosen(), theirs, target, table, words));
	for (const radio of radios) radio.addEventListener('change', show);
	const start = radios.find(({ value }) => value === (first ?? ways[0])) ?? radios[0];
	if (start) start.checked = true;
	const name = nameOf(target ?? theirs) || words('project.unnamed');
	const go = async () => {
		dialog.close();
		await act(() => apply(chosen(), theirs, target, words));
	};
	const dialog: HTMLDialogElement = openDialog({
		title: words('import.title', { name: nameOf(theirs) || words('project.unnamed') }),
		lead: sayOrigin(origin, words),
		close: words('dialog.close'),
		kind: 'import-dialog',
		stays: true,
		body: [
			el('p', {}, factsOf(theirs, table, words)),
			...warnings(theirs, origin, words),
			!origin.readOnly &&
				el(
					'fieldset',
					{ class: 'choices ways' },
					el('legend', {}, words('import.what')),
					...radios.map((radio) =>
						el(
							'label',
							{},
							radio,
							el(
								'span',
								{},
								el('b', {}, words(`import.${radio.value}`, { name })),
								el('small', {}, words(`import.${radio.value}-hint`)),
							),
						),
					),
				),
			!origin.readOnly && preview,
			el(
				'footer',
				{},
				!origin.readOnly && button(words('import.go'), go, { class: 'button' }),
				button(words('dialog.cancel'), () => dialog.close()),
			),
		].filter((part) => part !== false),
	});
	show();
}

function sayOrigin({ kind, name }: Origin, words: Words): string {
	return words(`import.from-${kind === 'link' && !name ? 'nameless' : kind}`, { name });
}

/** Whether it was deleted or put away elsewhere says nothing about here. */
function withoutFlags(doc: ProjectDocument): ProjectDocument {
	const { deleted: _deleted, archived: _archived, ...rest } = doc;
	return rest;
}

/** The same project if it is here, else the open one. */
function targetOf({ id }: ProjectDocument): ProjectDocument | null {
	const same = keptProject(id);
	return same && !isDeleted(same) ? same : store().project;
}

/** What comes in, as if it were the same project. */
function asSame(theirs: ProjectDocument, { id, playbook }: ProjectDocument): ProjectDocument {
	return { ...theirs, id, playbook };
}

function previewOf(
	way: Way,
	theirs: ProjectDocument,
	target: ProjectDocument | null,
	table: Table,
	words: Words,
): HTMLElement {
	if (way === 'new' || !target) return el('p', {}, words('import.new-preview'));
	const same = asSame(theirs, target);
	const after = way === 'merge' ? merge(target, same) : same;
	const changes = changesBetween(target, same, after);
	const fought = changes.filter(({ isConflict }) => isConflict).length;
	const summary = words('import.count', { count: changes.length });
	return el(
		'div',
		{},
		el(
			'p',
			{},
			el('b', {}, summary),
			fought > 0 && way === 'merge' && ` ${words('import.conflicts', { count: fought })}`,
		),
		changeTable(changes, table, words),
	);
}

async function apply(
	way: Way,
	theirs: ProjectDocument,
	target: ProjectDocument | null,
	words: Words,
): Promise<void> {
	if (way === 'new' || !target) return addNew(theirs, words);
	const { id } = target;
	const before = keptProject(id) ?? target;
	const isKept = await takeSnapshot(before, way);
	const edit: Edit = (doc, stamp) =>
		way === 'merge' ? merge(doc, asSame(theirs, doc)) : restore(doc, asSame(theirs, doc), stamp);
	await editProject(id, edit);
	if (store().project?.id !== id) await openProject(id);
	const after = keptProject(id) ?? before;
	const said = words(`import.done-${way}`) + (isKept ? '' : ` ${words('snapshot.none-kept')}`);
	await offerUndo(said, () => editProject(id, (doc, stamp) => undo(doc, before, after, stamp)));
}

async function addNew(theirs: ProjectDocument, words: Words): Promise<void> {
	const opened = store().project?.id;
	const isHere = keptProjects().some(({ id }) => id === theirs.id);
	const stamp = stampAfter(theirs, Date.now(), store().writer);
	// Under its own id it can be merged again with the one it came from.
	const own = { ...theirs, playbook: settings().playbook };
	const doc = isHere ? duplicate(own, { id: randomId(12), ticks: true }, stamp) : own;
	await addProject(doc);
	await offerUndo(words('import.done-new'), async () => {
		await editProject(doc.id, (now, at) => setDeleted(now, true, at));
		if (opened) await openProject(opened);
	});
}

function factsOf(doc: ProjectDocument, table: Table, words: Words): string {
	const last = highestStamp(doc);
	return [
		countInWords(count(table.items, doc), words),
		last > 0 &&
			words('import.as-of', { date: dateInWords(today(new Date(last)), settings().locale) }),
	]
		.filter(Boolean)
		.join(' · ');
}

function warnings(doc: ProjectDocument, origin: Incoming, words: Words): HTMLElement[] {
	const notes = [
		origin.readOnly && words('import.newer'),
		doc.playbook !== settings().playbook && words('import.other-playbook', { name: doc.playbook }),
		origin.unknownItems.length > 0 &&
			words('import.unknown', {
				count: origin.unknownItems.length,
				ids: origin.unknownItems.slice(0, 5).join(', '),
			}),
		// A clock that runs ahead would win every field from now on.
		highestStamp(doc) > Date.now() + 86_400_000 && words('import.ahead'),
	];
	return notes.flatMap((note) => (note ? [el('p', { class: 'warning' }, note)] : []));
}
