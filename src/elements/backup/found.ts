/** What this browser holds besides the projects: snapshots, strays, unreadable and unknown data. */
import { download, fileName } from '../../browser/files.ts';
import {
	addProject,
	editProject,
	editsSinceBackup,
	keptProjects,
	projectsElsewhere,
	textsAside,
} from '../../browser/projects.ts';
import { clearsAfterAWeek, isPersisted } from '../../browser/session.ts';
import { settings, today } from '../../browser/settings.ts';
import { allSnapshots, takeSnapshot, type Snapshot } from '../../browser/snapshots.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords } from '../../browser/tables.ts';
import { unknownItems, writeProject } from '../../progress/file.ts';
import { nameOf, statusOf, type ProjectDocument } from '../../progress/project.ts';
import { restore, undo } from '../../progress/restore.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { openProjectText } from './backup.ts';
import { changesBetween, changeTable } from './changes.ts';
import { act } from '../parts/act.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el } from '../parts/dom.ts';
import { offerUndo } from '../parts/undo.ts';

/** Shows it in the backup section. */
export async function showKept(host: HTMLElement): Promise<void> {
	const [words, table, all, persisted] = await Promise.all([
		loadWords(),
		loadTable(),
		allSnapshots(),
		isPersisted(),
		dialogStyles(),
	]);
	const { project } = store();
	const state = host.querySelector('.backup-state');
	if (state)
		state.textContent = [
			project && words('backup.edits', { count: editsSinceBackup(project) }),
			clearsAfterAWeek() && !persisted
				? words('backup.safari')
				: words(persisted ? 'backup.kept' : 'backup.not-kept'),
		]
			.filter(Boolean)
			.join(' ');
	const own = all.filter((snapshot) => snapshot.project === project?.id);
	host
		.querySelector('.snapshots')
		?.replaceChildren(
			...(own.length > 0
				? own.map((snapshot) => snapshotRow(snapshot, words))
				: [el('li', { class: 'fine' }, words('snapshot.none'))]),
		);
	const ids = new Set(table.items.map(({ id }) => id));
	host
		.querySelector('.found')
		?.replaceChildren(
			...lost(all, words),
			...elsewhere(words),
			...aside(words),
			...(project ? unknown(project, ids, words) : []),
		);
}

function snapshotRow(snapshot: Snapshot, words: Words): HTMLElement {
	const when = new Date(snapshot.at).toLocaleString(settings().locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
	});
	return el(
		'li',
		{},
		el('span', {}, `${when}, ${words(`snapshot.of-${snapshot.reason}`)}`),
		button(words('snapshot.look'), () => look(snapshot, when, words)),
	);
}

/** Shows what restoring would change, and restores if that is wanted. */
async function look(snapshot: Snapshot, when: string, words: Words): Promise<void> {
	const table = await loadTable();
	const { project } = store();
	if (!project || project.id !== snapshot.project) return;
	const bringBack = async () => {
		const before = store().project ?? project;
		await takeSnapshot(before, 'restore');
		await editProject(project.id, (doc, stamp) => restore(doc, snapshot.doc, stamp));
		const after = store().project ?? before;
		await offerUndo(words('snapshot.restored'), () =>
			editProject(project.id, (doc, stamp) => undo(doc, before, after, stamp)),
		);
	};
	const go = async () => {
		dialog.close();
		await act(bringBack);
	};
	const dialog: HTMLDialogElement = openDialog({
		title: when,
		lead: words(`snapshot.of-${snapshot.reason}`),
		close: words('dialog.close'),
		kind: 'import-dialog',
		body: [
			el('h3', {}, words('snapshot.what')),
			changeTable(changesBetween(project, snapshot.doc, snapshot.doc), table, words),
			el(
				'footer',
				{},
				button(words('snapshot.restore'), go, { class: 'button' }),
				button(words('backup.save'), () =>
					download(
						fileName(nameOf(snapshot.doc), today(new Date(snapshot.at)), 'json'),
						writeProject(snapshot.doc),
					),
				),
				button(words('dialog.cancel'), () => dialog.close()),
			),
		],
	});
}

/** Storage may be cleared and the copies survive: they are offered. */
function lost(all: readonly Snapshot[], words: Words): HTMLElement[] {
	const own = new Set(keptProjects().map(({ id }) => id));
	const latest = new Map<string, Snapshot>();
	for (const snapshot of all)
		if (!own.has(snapshot.project) && !latest.has(snapshot.project))
			latest.set(snapshot.project, snapshot);
	return [...latest.values()].map(({ doc, at }) =>
		el(
			'p',
			{ class: 'warning' },
			words('snapshot.lost', { name: nameOf(doc) || words('project.unnamed') }),
			` (${dateInWords(today(new Date(at)), settings().locale)}) `,
			button(words('snapshot.bring-back'), () => act(() => addProject(doc))),
		),
	);
}

function elsewhere(words: Words): HTMLElement[] {
	return projectsElsewhere().map((doc) => {
		const name = nameOf(doc) || words('project.unnamed');
		const open = () => openProjectText(writeProject(doc), { kind: 'elsewhere', name });
		return el(
			'p',
			{ class: 'warning' },
			`${words('elsewhere.title')}: ${name} `,
			button(words('elsewhere.open'), open),
		);
	});
}

function aside(words: Words): HTMLElement[] {
	const unreadable = keptProjects().filter(({ project }) => !project);
	const texts = [
		...textsAside(),
		...unreadable.map(({ id, text }) => ({ key: `project-${id}`, text })),
	];
	return texts.map(({ key, text }) =>
		el(
			'p',
			{ class: 'warning' },
			`${words('aside.title')}. ${words('aside.intro')} `,
			button(words('projects.save-text'), () =>
				download(fileName(key.split(':').slice(-2).join('-'), today(), 'txt'), text, 'text/plain'),
			),
		),
	);
}

function unknown(doc: ProjectDocument, ids: ReadonlySet<string>, words: Words): HTMLElement[] {
	const found = unknownItems(doc, ids);
	if (found.length === 0) return [];
	const rows = found.map((id) => el('li', {}, `${id}: ${words(`status.${statusOf(doc, id).is}`)}`));
	return [
		el(
			'details',
			{},
			el('summary', {}, `${words('unknown.title')} (${found.length})`),
			el('p', { class: 'fine' }, words('unknown.intro')),
			el('ul', {}, ...rows),
		),
	];
}
