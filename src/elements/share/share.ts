import { address } from '../../browser/address.ts';
import { saveBackup } from '../backup/backup.ts';
import { copy, myName, setMyName } from '../../browser/session.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords } from '../../browser/tables.ts';
import * as links from '../../export/link.ts';
import { nameOf } from '../../progress/project.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el, field } from '../parts/dom.ts';
import { say } from '../parts/toast.ts';

/** Makes a link that carries the project, or one list of it; too long for a link, it offers the file. */
export async function openShare(): Promise<void> {
	const [table, words] = await Promise.all([loadTable(), loadWords(), dialogStyles()]);
	const { project } = store();
	if (!project) {
		await say(words('backup.nothing'));
		return;
	}
	const list = el(
		'select',
		{ autocomplete: 'off' },
		el('option', { value: '' }, words('share.all')),
		...table.teams.map(({ id, name }) => el('option', { value: id }, name)),
	);
	const by = el('input', { type: 'text', maxlength: 200, autocomplete: 'name' });
	by.value = myName();
	const notes = el('input', { type: 'checkbox', autocomplete: 'off' });
	const link = el('textarea', { rows: 4, readonly: true, class: 'share-address' });
	const result = el('div', { class: 'share-result' });
	const said = el('p', { role: 'status' });
	const make = async () => {
		const items = new Set(
			table.items.filter(({ team }) => !list.value || team === list.value).map(({ id }) => id),
		);
		let doc = list.value ? links.partOf(project, items) : project;
		if (!notes.checked) doc = links.withoutNotes(doc);
		setMyName(by.value);
		try {
			const fragment = await links.toFragment({
				by: by.value.trim(),
				at: Date.now(),
				list: list.value || null,
				project: doc,
			});
			const board = document.querySelector<HTMLElement>('[data-board]')?.dataset['board'] ?? '';
			link.value = new URL(board, address().href).href + fragment;
		} catch {
			link.value = '';
		}
		const { length } = link.value;
		const isLong = length === 0 || length > links.safeLength;
		said.textContent = isLong
			? words(length === 0 ? 'share.impossible' : 'share.too-long', { count: length })
			: words('share.length', { count: length });
		const copyIt = async () => {
			said.textContent = (await copy(link.value)) ? words('panel.link') : words('share.by-hand');
			link.select();
		};
		result.replaceChildren(
			...(isLong
				? [button(words('backup.save'), () => saveBackup(doc), { class: 'button' })]
				: [
						field(words('share.link'), link),
						button(words('panel.copy-link'), copyIt, { class: 'button' }),
					]),
		);
	};
	openDialog({
		title: words('share.title', { name: nameOf(project) || words('project.unnamed') }),
		close: words('dialog.close'),
		kind: 'share-dialog',
		body: [
			el('p', {}, words('share.privacy')),
			el(
				'div',
				{ class: 'panel-who' },
				field(words('share.what'), list),
				field(words('panel.me'), by),
			),
			el('label', { class: 'tick' }, notes, ` ${words('share.notes')}`),
			button(words('share.make'), make, { class: 'button' }),
			said,
			result,
		],
	});
}
