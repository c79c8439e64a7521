import { isShared } from '../../browser/shared-mark.ts';
import { changesOf } from '../../progress/changes.ts';
import { changeInWords, fieldInWords } from '../parts/change.ts';
import { el } from '../parts/dom.ts';
import type { Panel, Part } from './panel.ts';

/** In a shared project: who changed what of the item last, and how long ago. */
export function changesPart({ item, words, project }: Panel): Part {
	const list = el('ol', { class: 'panel-changes', role: 'list' });
	const element = el('section', { hidden: true });
	const fill = () => {
		const doc = isShared() ? project() : null;
		const changes = doc ? changesOf(doc, item.id) : [];
		element.hidden = changes.length === 0;
		if (!doc || element.hidden) return;
		// Its words are there only where something can be shared.
		if (!list.parentElement) element.append(el('h3', {}, words('shared.changes')), list);
		list.replaceChildren(
			...changes.map((change) => {
				const when = { datetime: new Date(change.ms).toISOString() };
				const what = el('b', {}, fieldInWords(change, doc, words));
				return el('li', {}, what, ' ', el('time', when, changeInWords(change)));
			}),
		);
	};
	// "5 minutes ago" does not stay true.
	const clock = setInterval(() => (element.isConnected ? fill() : clearInterval(clock)), 30_000);
	return { element, fill };
}
