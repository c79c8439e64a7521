/** The one panel of an item: status, owner, date, notes, link. Each field is kept as it is left. */
import { address } from '../../browser/address.ts';
import { settings } from '../../browser/settings.ts';
import { copy } from '../../browser/session.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords, type Table, type TableItem } from '../../browser/tables.ts';
import { setDue, setOwner } from '../../progress/change.ts';
import { ownDueOf, ownOwnerOf, personOf, type ProjectDocument } from '../../progress/project.ts';
import { peopleOf } from '../../progress/people.ts';
import { dueOn } from '../../progress/schedule.ts';
import { dateInWords, dueInWords, startOffsetInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el, field } from '../parts/dom.ts';
import { faultInWords, save } from '../parts/fault.ts';
import { changesPart } from './changes.ts';
import { notesPart } from './notes.ts';
import { statusPart } from './status.ts';

/** What the parts of the panel share. */
export interface Panel {
	readonly item: TableItem;
	readonly table: Table;
	readonly words: Words;
	/** The project, or an empty one before there is any. */
	readonly project: () => ProjectDocument | null;
	/** Saves, and says in the panel that something was kept, or why not. */
	readonly kept: (what: string) => void;
}

/** Part of the panel, and how to show the project in it anew. */
export interface Part {
	readonly element: HTMLElement;
	readonly fill: () => void;
}

/** Opens the panel of an item by its id; an unknown one opens nothing. */
export async function openPanel(id: string): Promise<void> {
	const [table, words] = await Promise.all([loadTable(), loadWords(), dialogStyles()]);
	const item = table.items.find((one) => one.id === id);
	if (!item || document.querySelector('.item-panel')) return;
	const said = el('p', { role: 'status', class: 'fine panel-kept' });
	const panel: Panel = {
		item,
		table,
		words,
		project: () => store().project,
		kept: (what) => void sayKept(what),
	};
	const sayKept = async (what: string) => {
		const fault = await save();
		said.classList.toggle('warning', Boolean(fault));
		said.textContent = fault ? faultInWords(fault, words) : words('panel.kept', { what });
	};
	const [status, owner, due, notes] = [
		statusPart(panel),
		ownerPart(panel),
		duePart(panel),
		notesPart(panel),
	];
	// Only where the site's owner named a store is its code in the panel at all.
	const more = __SHARED_STORES__.length > 0 ? [changesPart(panel)] : [];
	const dialog = openDialog({
		title: item.title,
		lead: `${item.no} · ${table.teams.find(({ id }) => id === item.team)?.name ?? ''}`,
		close: words('dialog.close'),
		kind: 'item-panel',
		body: [
			el('p', { class: 'fine' }, el('b', {}, `${words('item.done-when')} `), item.doneWhen),
			status.element,
			el('div', { class: 'panel-who' }, owner.element, due.element),
			notes.element,
			...more.map(({ element }) => element),
			el('footer', {}, copyButton(panel, said), said),
		],
	});
	dialog.dataset['ink'] = item.team;
	const fill = () => [status, owner, due, notes, ...more].forEach((part) => part.fill());
	fill();
	store().addEventListener('change', fill);
	dialog.addEventListener('close', () => store().removeEventListener('change', fill));
}

function ownerPart({ item, words, project, kept }: Panel): Part {
	const names = el('datalist', { id: 'panel-names' });
	const input = el('input', { type: 'text', list: names.id, maxlength: 200, autocomplete: 'off' });
	const hint = el('small', { id: 'panel-owner' });
	const element = field(words('item.owner'), input);
	input.setAttribute('aria-describedby', hint.id);
	input.addEventListener('change', () => {
		store().update((doc, stamp) => setOwner(doc, item.id, input.value, stamp), [item.id]);
		kept(words('item.owner'));
	});
	const fill = () => {
		const doc = project();
		if (input !== document.activeElement) input.value = (doc && ownOwnerOf(doc, item.id)) ?? '';
		const holder = doc && personOf(doc, item.owner);
		hint.textContent = holder
			? words('panel.owner-held', { name: holder, role: item.role })
			: words('panel.owner-role', { role: item.role });
		names.replaceChildren(
			...(doc ? peopleOf(doc) : []).map(({ name }) => el('option', { value: name })),
		);
	};
	return { element: el('div', {}, element, hint, names), fill };
}

function duePart({ item, words, project, kept }: Panel): Part {
	const input = el('input', { type: 'date', autocomplete: 'off' });
	const hint = el('small', { id: 'panel-due' });
	input.setAttribute('aria-describedby', hint.id);
	input.addEventListener('change', () => {
		if (!input.validity.valid) return;
		store().update((doc, stamp) => setDue(doc, item.id, input.value, stamp), [item.id]);
		kept(words('item.due'));
	});
	const rule =
		item.startOffset === undefined
			? dueInWords(item.due, words)
			: startOffsetInWords(item.startOffset, words);
	const fill = () => {
		const doc = project();
		if (input !== document.activeElement) input.value = (doc && ownDueOf(doc, item.id)) ?? '';
		const counted = doc && dueOn(item, withoutOwnDue(doc, item.id));
		hint.textContent = counted
			? words('panel.due-date', { rule, date: dateInWords(counted, settings().locale) })
			: words('panel.due-rule', { rule });
	};
	return { element: el('div', {}, field(words('item.due'), input), hint), fill };
}

/** The project as if no date had been set on the item itself. */
function withoutOwnDue(doc: ProjectDocument, id: string): ProjectDocument {
	const { due: _due, ...rest } = doc.items?.[id] ?? {};
	return { ...doc, items: { ...doc.items, [id]: rest } };
}

function copyButton({ item, words }: Panel, said: HTMLElement): HTMLElement {
	const link = new URL(item.href, address().href).href;
	const place = el('span', {});
	const press = async () => {
		if (await copy(link)) {
			said.classList.remove('warning');
			said.textContent = words('panel.link');
			return;
		}
		// Where the browser keeps the clipboard to itself, the address is shown to be copied by hand.
		const shown = el('input', { type: 'text', readonly: true, 'aria-label': words('panel.link') });
		shown.value = link;
		place.replaceChildren(shown);
		shown.select();
	};
	place.append(button(words('panel.copy-link'), press, { class: 'quiet' }));
	return place;
}
