import type { TableItem } from '../../browser/tables.ts';
import { daysBetween } from '../../progress/date.ts';
import { handoffStates, type HandoffState } from '../../progress/handoffs.ts';
import { soonDays } from '../../progress/schedule.ts';
import { dateInWords } from '../../words/dates.ts';
import { unbroken, type BoardView } from './lists.ts';
import { el } from '../parts/dom.ts';

type State = HandoffState<TableItem>;

/** Says of every handoff when it is and how it stands; those in trouble and those near stay in sight. */
export function drawHandoffs(host: HTMLElement, view: BoardView): void {
	const { table, plan, words, locale } = view;
	const states = new Map(
		handoffStates(table.handoffs, table.items, plan).map((state) => [state.handoff.id, state]),
	);
	for (const row of host.querySelectorAll<HTMLElement>('[data-handoff]')) {
		const state = states.get(row.dataset['handoff'] ?? '');
		row.hidden = !state;
		if (!state) continue;
		const when = row.querySelector<HTMLElement>('[data-part="when"]');
		if (when && state.date && state.handoff.due !== null)
			when.textContent = dateInWords(state.date, locale);
		row.querySelector('[data-part="stands"]')?.replaceChildren(...stands(state, view));
	}
	const near = [...states.values()].filter((state) => isNear(state, plan.today));
	near.sort((a, b) => rank(a) - rank(b) || (a.date ?? '').localeCompare(b.date ?? ''));
	place(host).replaceChildren(
		...near.map((state) => row(state, view)),
		...(near.length === 0 ? [el('li', { class: 'none' }, words('board.handoffs-none'))] : []),
	);
}

function isNear({ is, date }: State, today: string): boolean {
	if (is === 'blocked' || is === 'late') return true;
	if (is === 'given' || !date) return false;
	const days = daysBetween(today, date);
	return days >= 0 && days <= soonDays;
}

const rank = ({ is }: State) => ({ blocked: 0, late: 1, open: 2, untracked: 3, given: 4 })[is];

/** The list of the near ones, above the folded table of all. */
function place(host: HTMLElement): HTMLElement {
	const section = host.querySelector('.board-handoffs') as HTMLElement;
	const made = section.querySelector<HTMLElement>('ol');
	if (made) return made;
	const list = el('ol', { role: 'list' });
	section.querySelector('details')?.before(list);
	return list;
}

function row(state: State, view: BoardView): HTMLElement {
	const { table, words, locale } = view;
	const { handoff, date, takers } = state;
	const what = table.handoffs.find(({ id }) => id === handoff.id)?.what ?? '';
	const name = (id: string) => table.teams.find((team) => team.id === id)?.name ?? id;
	const waiting = takers.flatMap((item, i) => [i > 0 ? words('list.comma') : '', link(item)]);
	return el(
		'li',
		{ class: `board-row handoff is-${state.is}`, 'data-ink': handoff.from },
		el('b', { class: 'handoff-ends' }, `${name(handoff.from)} → ${name(handoff.to)}`),
		el('span', {}, what),
		el(
			'p',
			{ class: 'board-row-facts' },
			...stands(state, view),
			date && ' · ',
			date && unbroken(dateInWords(date, locale)),
			waiting.length > 0 && ` · ${words('board.waiting-items')} `,
			...waiting,
		),
	);
}

/** "Blocked: I-12", "Given", "No item: agree the day". */
function stands({ is, givers }: State, { words }: BoardView): (Node | string)[] {
	const links = givers.flatMap((item) => [' ', link(item)]);
	return [el('b', { class: `stands-${is}` }, words(`handoff.${is}`)), ...links];
}

function link({ href, no, title }: TableItem): HTMLElement {
	return el('a', { href, title }, no);
}
