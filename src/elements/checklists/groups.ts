import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import type { Group } from '../../progress/groups.ts';
import type { Card } from './cards.ts';
import { el } from '../parts/dom.ts';
import { paint } from '../page/paint.ts';

/** A section with the cards of a group, as the page draws one of a team. */
export function groupSection({ key, items }: Group<Card>, heading: string): HTMLElement {
	const id = `group-${key.replace(/[^\w-]/g, '-')}`;
	const list = el('ol', { class: 'items', role: 'list' });
	for (const { element, team } of items) {
		// Out of its team's section the card keeps its team's ink.
		element.dataset['ink'] = team;
		list.append(element);
	}
	const host = el('pb-checklist' as 'div', {}, list);
	const section = el(
		'section',
		{ class: 'list made', 'aria-labelledby': id, style: `--items:${items.length}` },
		el('header', { class: 'list-head' }, el('h2', { id }, heading), measure(items, heading)),
		host,
	);
	return section;
}

/** The measured line of a group; from then on it is kept like any other. */
function measure(items: readonly Card[], heading: string): HTMLElement {
	const { project } = store();
	const data = items.map(({ element }) => element.dataset['items']).join(';');
	const bar = el('progress', {
		'aria-label': settings().words('progress.label', { name: heading }),
		value: 0,
	});
	const shown = el('output', {}, settings().words('progress.items', { count: items.length }));
	const host = el('pb-progress' as 'div', { 'data-items': data }, bar, shown);
	if (project) paint(shown, { ...settings(), project, today: today() });
	return host;
}
