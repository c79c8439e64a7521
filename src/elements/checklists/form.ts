/** The form of the checklists page: a view in, a view out. */
import { ownerOf, peopleOf } from '../../progress/people.ts';
import type { ProjectDocument } from '../../progress/project.ts';
import { readView, type View } from '../../progress/view.ts';
import type { Card } from './cards.ts';
import { el } from '../parts/dom.ts';

/** The view that the form shows. */
export function viewOf(form: HTMLFormElement): View {
	const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
	const all = form.querySelector<HTMLInputElement>('[data-view=all]');
	return readView([...chosen, ['all', all?.checked ? '1' : '']]);
}

/** Makes the form show a view; folded choices that are in use unfold. */
export function fillForm(form: HTMLFormElement, view: View): void {
	for (const [name, value] of Object.entries(view)) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
			if (field !== document.activeElement || name !== 'q') field.value = String(value);
	}
	const all = form.querySelector<HTMLInputElement>('[data-view=all]');
	if (all) all.checked = view.all;
	const more = form.querySelector('details');
	if (more && (view.phase || view.level || view.market || view.format || view.handoff || view.all))
		more.open = true;
}

/** Offers everyone named in the project, and the role that a link asked for. */
export function fillOwners(
	form: HTMLFormElement,
	doc: ProjectDocument,
	chosen: string,
	cards: readonly Card[],
): void {
	const select = form.elements.namedItem('owner') as HTMLSelectElement;
	const names = peopleOf(doc).map(({ name }) => name);
	const role = cards.find((card) => card.owner === chosen && ownerOf(card, doc).from === 'none');
	const extra = names.map((name) => el('option', { value: name }, name));
	if (role) extra.push(el('option', { value: chosen }, role.role));
	else if (chosen && chosen !== '-' && !names.includes(chosen))
		extra.push(el('option', { value: chosen }, chosen));
	while (select.options.length > 2) select.lastChild?.remove();
	select.append(...extra);
}

/** What is chosen, in words: "Warehouse, To do". */
export function viewName(form: HTMLFormElement): string {
	const chosen = [...form.querySelectorAll('select')].flatMap((select) =>
		select.name !== 'group' && select.value ? (select.selectedOptions[0]?.text ?? []) : [],
	);
	const { value: q } = form.elements.namedItem('q') as HTMLInputElement;
	return [...chosen, ...(q ? [`“${q}”`] : [])].join(', ');
}
