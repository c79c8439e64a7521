/** Who changed what, and how long ago. */
import { sharing } from '../../browser/sharing.ts';
import { store } from '../../browser/store.ts';
import { loadTable } from '../../browser/tables.ts';
import { lastChangeOf, latestChanges } from '../../progress/changes.ts';
import type { Words } from '../../words/words.ts';
import { changeInWords, fieldInWords } from '../parts/change.ts';
import { el } from '../parts/dom.ts';

/** Writes onto each item of the page who changed it last, where the project is shared. */
export function showWriters(): void {
	const { project } = store();
	const isShared = sharing().link !== null;
	for (const card of document.querySelectorAll<HTMLElement>('.item[id]')) {
		const facts = card.querySelector('.item-facts');
		const change = isShared && project ? lastChangeOf(project, card.id) : null;
		const known = facts?.querySelector('.item-by');
		if (!change?.by) {
			known?.remove();
			continue;
		}
		const place = known ?? el('span', { class: 'item-by' });
		const text = changeInWords(change);
		if (place.textContent !== text) place.textContent = text;
		if (!known) facts?.append(place);
	}
}

/** The latest changes, on the board. */
export async function showChanges(
	host: HTMLElement,
	isShared: boolean,
	words: Words,
): Promise<void> {
	const section = host.querySelector<HTMLElement>('.shared-changes');
	const list = section?.querySelector('ol');
	const { project } = store();
	const changes = isShared && project ? latestChanges(project, 8) : [];
	if (!section || !list) return;
	section.hidden = changes.length === 0;
	if (!project || changes.length === 0) return;
	const { items } = await loadTable();
	const rows = changes.flatMap((change) => {
		const item = items.find(({ id }) => id === change.item);
		if (!item) return [];
		return el(
			'li',
			{},
			el('a', { href: item.href, class: 'item-no' }, item.no),
			el('span', {}, item.title),
			el('b', {}, fieldInWords(change, project, words)),
			el('small', {}, changeInWords(change)),
		);
	});
	list.replaceChildren(...rows);
}
