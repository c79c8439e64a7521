/** A project that came in a link: first a board to read, of which nothing is saved. */
import { address } from '../../browser/address.ts';
import { showAddress } from '../../browser/show-address.ts';
import { settings, today } from '../../browser/settings.ts';
import { loadTable, loadWords, type Table, type TableItem } from '../../browser/tables.ts';
import { fromFragment } from '../../export/link.ts';
import { readProject } from '../../progress/file.ts';
import { launchOf, nameOf, startOf, type ProjectDocument } from '../../progress/project.ts';
import { daysBetween } from '../../progress/date.ts';
import { dateInWords, daysToLaunchInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { showErrors } from '../backup/backup.ts';
import { boardOf } from './board.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el } from '../parts/dom.ts';
import { offerProject } from '../backup/import.ts';

/** Shows what the page's address carries. */
export async function openSharedLink(fragment = address().hash): Promise<void> {
	const [found, table, words] = await Promise.all([
		fromFragment(fragment),
		loadTable(),
		loadWords(),
		dialogStyles(),
	]);
	if (!found.ok) return refuse(words, words(`share.${found.code}`));
	const origin = { kind: 'link' as const, name: found.by };
	const read = readProject(found.project, new Set(table.items.map(({ id }) => id)));
	if (!read.ok) {
		await showErrors(read.errors, { ...origin, name: words('share.link') });
		return forget();
	}
	const list = table.teams.find(({ id }) => id === found.list);
	const { project, unknownItems = [], readOnly = false } = read;
	const decide = async (way: 'merge' | 'new') => {
		dialog.close();
		await offerProject(project, { ...origin, unknownItems, readOnly, isPart: Boolean(list) }, way);
	};
	const name = nameOf(project) || words('project.unnamed');
	const dialog: HTMLDialogElement = openDialog({
		title: list ? `${name}: ${list.name}` : name,
		lead: words(found.by ? 'share.lead' : 'share.lead-nameless', {
			name: found.by,
			date: dayOf(found.at),
		}),
		close: words('share.leave'),
		kind: 'shared-board',
		stays: true,
		body: [
			el('p', { class: 'warning' }, words('share.nothing-saved')),
			headline(project, words),
			...boardOf(project, itemsOf(table, list?.id), table, words),
			el(
				'footer',
				{},
				!readOnly && button(words('share.merge'), () => decide('merge')),
				!readOnly && button(words('share.keep'), () => decide('new')),
				button(words('share.leave'), () => dialog.close(), { class: 'button' }),
			),
		].filter((part) => part !== null),
	});
	dialog.addEventListener('close', forget);
}

function itemsOf({ items }: Table, list: string | undefined): TableItem[] {
	return list ? items.filter(({ team }) => team === list) : items;
}

function headline(doc: ProjectDocument, words: Words): HTMLElement | null {
	const day = launchOf(doc) ?? startOf(doc);
	if (!day) return null;
	return el(
		'p',
		{ class: 'shared-days' },
		daysToLaunchInWords(daysBetween(today(), day), words),
		el('small', {}, dateInWords(day, settings().locale)),
	);
}

function dayOf(ms: number): string {
	return ms > 0 ? dateInWords(today(new Date(ms)), settings().locale) : '?';
}

function refuse(words: Words, why: string): void {
	openDialog({
		title: words('share.unreadable'),
		close: words('dialog.close'),
		kind: 'file-errors',
		body: [el('p', {}, why)],
	}).addEventListener('close', forget);
}

/** The address without the project: a reload must not ask again. */
function forget(): void {
	const here = address();
	here.hash = '';
	showAddress(here.pathname + here.search);
}
