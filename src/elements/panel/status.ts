import { store } from '../../browser/store.ts';
import { setStatus, tick } from '../../progress/change.ts';
import { statusOf, type Status } from '../../progress/project.ts';
import { statuses, type StatusName } from '../../progress/statuses.ts';
import { changedSince } from '../../progress/summary.ts';
import { button, el, field } from '../parts/dom.ts';
import type { Panel, Part } from './panel.ts';

/** Where the item stands; what is blocked asks for one line and, if wanted, whom it waits for. */
export function statusPart(panel: Panel): Part {
	const { item, table, words, project, kept } = panel;
	const radios = statuses.map((is) => el('input', { type: 'radio', name: 'status', value: is }));
	const why = el('input', { type: 'text', maxlength: 1000, autocomplete: 'off' });
	const waits = el(
		'select',
		{ autocomplete: 'off' },
		el('option', { value: '' }, words('panel.waits-nobody')),
		...table.teams
			.filter(({ kind, id }) => kind === 'team' && id !== item.team)
			.map(({ id, name }) => el('option', { value: id }, name)),
	);
	const reason = el(
		'div',
		{ class: 'panel-reason', hidden: true },
		field(words('panel.why'), why, words('panel.why-hint')),
		field(words('panel.waits'), waits),
	);
	const changed = changedPart(panel);
	const element = el(
		'fieldset',
		{ class: 'choices' },
		el('legend', {}, words('panel.status')),
		el(
			'div',
			{ class: 'segments' },
			...radios.map((radio) =>
				el('label', {}, radio, el('span', {}, words(`status.${radio.value}`))),
			),
		),
		changed.element,
		reason,
	);
	const write = (is: StatusName) => {
		const more = is === 'blocked' ? { why: why.value, waitsFor: waits.value } : {};
		const status: Status = { is, rev: item.rev, ...more };
		store().update((doc, stamp) => setStatus(doc, item.id, status, stamp), [item.id]);
		kept(words(`status.${is}`));
	};
	for (const radio of radios)
		radio.addEventListener('change', () => {
			write(radio.value as StatusName);
			if (radio.value === 'blocked') why.focus();
		});
	for (const control of [why, waits]) control.addEventListener('change', () => write('blocked'));
	const fill = () => {
		const doc = project();
		const status: Status = doc ? statusOf(doc, item.id) : { is: 'todo', rev: 0 };
		for (const radio of radios) radio.checked = radio.value === status.is;
		reason.hidden = status.is !== 'blocked';
		if (why !== document.activeElement) why.value = status.why ?? '';
		if (waits !== document.activeElement) waits.value = status.waitsFor ?? '';
		changed.fill();
	};
	return { element, fill };
}

/** What changed since it was ticked, and a way to say that it still holds. */
function changedPart({ item, words, project, kept }: Panel): Part {
	const list = el('ul', {});
	const press = () => {
		store().update((doc, stamp) => tick(doc, item, true, stamp), [item.id]);
		kept(words('status.done'));
	};
	const element = el(
		'div',
		{ class: 'panel-changed', hidden: true },
		el('b', {}, words('checklist.changed')),
		list,
		button(words('panel.still-done'), press),
	);
	const fill = () => {
		const doc = project();
		element.hidden = !doc || !changedSince(item, doc);
		if (!doc || element.hidden) return;
		const { rev } = statusOf(doc, item.id);
		const since = (item.changes ?? []).filter((change) => change.rev > rev);
		list.replaceChildren(...since.map(({ date, what }) => el('li', {}, `${date}: ${what}`)));
	};
	return { element, fill };
}
