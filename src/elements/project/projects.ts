/** The list of projects: open, rename, duplicate, put away, delete. Every step can be taken back. */
import {
	addProject,
	editProject,
	keptProjects,
	leaveProject,
	openProject,
	type Kept,
} from '../../browser/projects.ts';
import { settings, today } from '../../browser/settings.ts';
import { randomId, store } from '../../browser/store.ts';
import { loadTable, loadWords, type Table } from '../../browser/tables.ts';
import { rename, setArchived, setDeleted } from '../../progress/change.ts';
import { duplicate } from '../../progress/duplicate.ts';
import { isArchived, isDeleted } from '../../progress/lifecycle.ts';
import { launchOf, nameOf, startOf, type ProjectDocument } from '../../progress/project.ts';
import { stampAfter } from '../../progress/stamp.ts';
import { count } from '../../progress/summary.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { download, fileName } from '../../browser/files.ts';
import { act } from '../parts/act.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el, field } from '../parts/dom.ts';
import { countInWords } from '../page/paint.ts';
import { offerUndo } from '../parts/undo.ts';

/** Opens the list over the page. */
export async function openProjects(): Promise<void> {
	const [words] = await Promise.all([loadWords(), dialogStyles()]);
	if (document.querySelector('.projects-dialog')) return;
	const list = await projectList();
	const bar = document.querySelector<HTMLElement>('[data-open=projects][data-start]');
	const dialog = openDialog({
		title: words('projects.title'),
		close: words('dialog.close'),
		kind: 'projects-dialog',
		body: [
			list,
			el(
				'footer',
				{},
				el('a', { class: 'button', href: bar?.dataset['start'] ?? '' }, words('projects.another')),
				el(
					'a',
					{ class: 'button quiet', href: `${bar?.dataset['board']}#project` },
					words('projects.settings'),
				),
			),
		],
	});
	// On the page itself these links only move to another part of it.
	dialog.querySelector('footer')?.addEventListener('click', () => dialog.close());
	store().addEventListener('change', () => dialog.isConnected && void refill(list));
}

/** The list as an element that keeps itself up to date while it is asked to with `refill`. */
export async function projectList(): Promise<HTMLElement> {
	const list = el('div', { class: 'projects' });
	await refill(list);
	return list;
}

/** Shows the projects as they are now. */
export async function refill(list: HTMLElement): Promise<void> {
	const [words, table] = await Promise.all([loadWords(), loadTable()]);
	const all = keptProjects();
	const groups = {
		open: all.filter(({ project }) => project && !isDeleted(project) && !isArchived(project)),
		archived: all.filter(({ project }) => project && !isDeleted(project) && isArchived(project)),
		deleted: all.filter(({ project }) => project && isDeleted(project)),
	};
	const rows = (kept: readonly Kept[]) =>
		el('ul', { role: 'list' }, ...kept.map((one) => row(one, { words, table, list })));
	const folded = (name: 'archived' | 'deleted') =>
		groups[name].length > 0 &&
		el(
			'details',
			{},
			el('summary', {}, words(`projects.${name}`, { count: groups[name].length })),
			rows(groups[name]),
		);
	const unreadable = all.filter(({ project }) => !project);
	list.replaceChildren(
		...[
			groups.open.length > 0
				? rows(groups.open)
				: el('p', { class: 'fine' }, words('projects.none')),
			folded('archived'),
			folded('deleted'),
			...unreadable.map(({ id, text }) => unreadableRow(id, text, words)),
		].filter((part) => part !== false),
	);
}

interface Context {
	readonly words: Words;
	readonly table: Table;
	readonly list: HTMLElement;
}

function row(kept: Kept, context: Context): HTMLElement {
	const { words, table } = context;
	const doc = kept.isOpen ? (store().project ?? kept.project) : kept.project;
	if (!doc) return el('li', {});
	const name = nameOf(doc) || words('project.unnamed');
	const day = launchOf(doc) ?? startOf(doc);
	const { locale } = settings();
	const facts = [
		countInWords(count(table.items, doc), words),
		day && dateInWords(day, locale),
		kept.backup
			? words('project.last-backup') + dateInWords(today(new Date(kept.backup)), locale)
			: words('project.no-backup'),
	];
	const isLive = !isDeleted(doc) && !isArchived(doc);
	return el(
		'li',
		{ 'aria-current': kept.isOpen },
		el('div', {}, el('b', {}, name), el('small', {}, facts.filter(Boolean).join(' · '))),
		isLive && !kept.isOpen
			? button(words('projects.open'), () => change(context, () => openProject(kept.id)), {
					'aria-label': words('projects.open-of', { name }),
				})
			: kept.isOpen && el('span', { class: 'tag' }, words('projects.is-open')),
		el('div', { class: 'links' }, ...actions(kept, doc, name, context)),
	);
}

function actions(kept: Kept, doc: ProjectDocument, name: string, context: Context): HTMLElement[] {
	const { words } = context;
	const { id } = kept;
	const link = (key: string, press: (event: MouseEvent) => unknown) =>
		button(words(`projects.${key}`), press, {
			class: 'link',
			'aria-label': words('projects.do', { what: words(`projects.${key}`), name }),
		});
	if (isDeleted(doc)) return [link('bring-back', () => flag(context, id, 'deleted', false))];
	if (isArchived(doc)) return [link('take-out', () => flag(context, id, 'archived', false))];
	return [
		link('rename', ({ target }) => askName(target as HTMLElement, kept, name, context)),
		link('duplicate', () => copyOf(doc, true, context)),
		link('duplicate-empty', () => copyOf(doc, false, context)),
		link('archive', () => flag(context, id, 'archived', true)),
		link('delete', () => flag(context, id, 'deleted', true)),
	];
}

/** Puts away, deletes, or takes back; says so, and offers the way back. */
async function flag(context: Context, id: string, what: 'archived' | 'deleted', is: boolean) {
	const edit = what === 'archived' ? setArchived : setDeleted;
	const wasOpen = store().project?.id === id;
	const set = (value: boolean) => editProject(id, (doc, stamp) => edit(doc, value, stamp));
	await change(context, async () => {
		await set(is);
		if (is && wasOpen) await leaveProject(id);
		if (!is && !store().project) await openProject(id);
		if (!is) return;
		void offerUndo(context.words(`projects.was-${what}`), async () => {
			await set(false);
			if (wasOpen) await openProject(id);
			await refill(context.list);
		});
	});
}

async function copyOf(doc: ProjectDocument, ticks: boolean, context: Context): Promise<void> {
	const stamp = stampAfter(doc, Date.now(), store().writer);
	const name = context.words('projects.copy-of', {
		name: nameOf(doc) || context.words('project.unnamed'),
	});
	await change(context, () => addProject(duplicate(doc, { id: randomId(12), name, ticks }, stamp)));
}

function askName(opener: HTMLElement, kept: Kept, name: string, context: Context): void {
	const { words } = context;
	const input = el('input', { type: 'text', maxlength: 200, autocomplete: 'off' });
	input.value = name;
	const form = el(
		'form',
		{ class: 'row' },
		field(words('board.name'), input),
		el('button', { type: 'submit', class: 'button' }, words('projects.rename')),
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void change(context, () =>
			editProject(kept.id, (doc, stamp) => rename(doc, input.value, stamp)),
		);
	});
	opener.closest('.links')?.replaceChildren(form);
	input.select();
}

/** Does it, says it if it could not be kept, and shows the list anew. */
async function change({ list }: Context, step: () => Promise<void>): Promise<void> {
	await act(step);
	await refill(list);
}

function unreadableRow(id: string, text: string, words: Words): HTMLElement {
	const save = () => download(fileName(id, today(), 'txt'), text, 'text/plain');
	return el(
		'p',
		{ class: 'unreadable' },
		words('projects.unreadable'),
		' ',
		button(words('projects.save-text'), save, { class: 'link' }),
	);
}
