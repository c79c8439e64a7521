import type { Table, TableItem } from '../../browser/tables.ts';
import { blocked, next, overdue, toConfirm, unowned, type Plan } from '../../progress/board.ts';
import { daysBetween } from '../../progress/date.ts';
import { ownerOf } from '../../progress/people.ts';
import { launchOf, statusOf } from '../../progress/project.ts';
import { dueOn } from '../../progress/schedule.ts';
import { dateInWords, dueInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { el, type Child } from '../parts/dom.ts';

/** What every part of the board draws from. */
export interface BoardView {
	readonly table: Table;
	readonly words: Words;
	readonly plan: Plan;
	/** The same, with what was ticked on this page as it stood before: what the lists go by. */
	readonly listed: Plan;
	readonly locale: string;
}

/** How many rows a list shows; the checklists page has them all. */
const most = 8;
/** How many are there for paper, which shows as many as fit. */
const mostOnPaper = 12;
/** How many of them before another list of the same place, which is to stay in sight. */
const mostBefore = 4;

/** A date that stays in one line. */
export function unbroken(text: string): HTMLElement {
	return el('span', { class: 'unbroken' }, text);
}

/** Draws the lists and their counts. */
export function drawLists(host: HTMLElement, view: BoardView): void {
	const { table, plan, listed } = view;
	const lists = {
		overdue: overdue(table.items, listed),
		blocked: blocked(table.items, listed.doc),
		next: next(table.items, listed),
		confirm: toConfirm(table.items, listed),
	};
	const counts: Record<string, number> = {
		overdue: overdue(table.items, plan).length,
		blocked: blocked(table.items, plan.doc).length,
		next: next(table.items, plan).length,
		confirm: toConfirm(table.items, plan).length,
		unowned: unowned(table.items, plan.doc).length,
	};
	for (const [name, items] of Object.entries(lists))
		drawList(host, view, name, {
			count: counts[name] ?? 0,
			rows: items.map((item) => () => row(item, view, name)),
			most: name === 'overdue' && lists.blocked.length > 0 ? mostBefore : most,
		});
	drawList(host, view, 'unowned', {
		count: counts['unowned'] ?? 0,
		rows: rolesWithout(view),
		most,
	});
	place(host, lists.overdue.length + lists.blocked.length === 0);
	for (const tally of host.querySelectorAll<HTMLElement>('[data-tally]')) {
		const count = counts[tally.dataset['tally'] ?? ''] ?? 0;
		const figure = tally.querySelector('b');
		if (figure) figure.textContent = String(count);
		tally.classList.toggle('is-none', count === 0);
	}
}

interface List {
	/** How many there are now; what was ticked on this page is still among the rows. */
	readonly count: number;
	readonly rows: readonly (() => HTMLElement)[];
	readonly most: number;
}

function drawList(
	host: HTMLElement,
	{ words, plan }: BoardView,
	name: string,
	{ count, rows, most }: List,
): void {
	const part = host.querySelector<HTMLElement>(`[data-part="${name}"]`);
	const list = part?.querySelector('ol');
	const link = part?.querySelector<HTMLElement>('p a');
	const figure = part?.querySelector<HTMLElement>('[data-count]');
	if (!part || !list || !link || !figure) return;
	figure.textContent = String(count);
	const hasDates = name === 'blocked' || name === 'unowned' || launchOf(plan.doc) !== null;
	list.replaceChildren(
		...(rows.length > 0
			? rows.slice(0, mostOnPaper).map((draw, i) => {
					const made = draw();
					made.classList.toggle('is-more', i >= most);
					return made;
				})
			: [el('li', { class: 'none' }, words(hasDates ? 'board.none' : 'board.no-date'))]),
	);
	link.hidden = count === 0;
	link.textContent =
		rows.length > most ? words('board.see-all', { count }) : words('board.see-list');
	part.classList.toggle('is-none', rows.length === 0);
	part.style.setProperty('--rows', String(rows.length));
	// A late start is an exception: its list takes no room where there is nothing to confirm.
	if (name === 'confirm') part.hidden = rows.length === 0;
}

/** What is next stands below the picture; with nothing late or blocked, beside it in their place. */
function place(host: HTMLElement, isQuiet: boolean): void {
	const part = (name: string) => host.querySelector(`[data-part="${name}"]`) as HTMLElement;
	const [main, side] = isQuiet ? ['unowned', 'next'] : ['next', 'unowned'];
	const picture = host.querySelector('.board-picture');
	if (picture?.nextElementSibling === part(main)) return;
	picture?.after(part(main));
	part('blocked').after(part(side));
}

/** A row: box, title, number, who, when; what it is blocked by and who waits for it. */
function row(item: TableItem, view: BoardView, list: string): HTMLElement {
	const { words, plan } = view;
	const box = el('input', { type: 'checkbox', autocomplete: 'off', 'data-tick': item.id });
	box.dataset['key'] = `${list}:${item.id}`;
	box.checked = statusOf(plan.doc, item.id).is === 'done';
	const why = whyLine(item, view);
	return el(
		'li',
		{ class: 'board-row', 'data-ink': item.team },
		el('label', {}, box, el('span', {}, item.title)),
		el(
			'a',
			{ class: 'board-row-no', href: item.href, 'aria-label': words('item.link', { no: item.no }) },
			item.no,
		),
		el(
			'button',
			{
				type: 'button',
				class: 'item-open',
				'data-open': 'item',
				'data-item': item.id,
				'data-key': `open:${list}:${item.id}`,
				'aria-label': words('item.open', { no: item.no }),
			},
			'…',
		),
		el(
			'p',
			{ class: 'board-row-facts' },
			who(item, view),
			' · ',
			...when(item, view, list === 'overdue'),
		),
		why && el('p', { class: 'board-row-why' }, why),
	);
}

function who(item: TableItem, { plan, words }: BoardView): HTMLElement {
	const owner = ownerOf(item, plan.doc);
	if (owner.from !== 'none') return el('b', {}, owner.name);
	return el('span', {}, words('board.role-only', { role: item.role }));
}

/** "Fri, Jan 15, 2027 · 5 days late": a line breaks between the two, not within. */
function when(item: TableItem, { plan, words, locale }: BoardView, isLate: boolean): Child[] {
	const date = dueOn(item, plan.doc);
	if (!date) return [dueInWords(item.due, words)];
	const days = daysBetween(date, plan.today);
	const late = isLate && days > 0 ? words('board.days-late', { count: days }) : '';
	return [unbroken(dateInWords(date, locale)), late && ' · ', late && unbroken(late)];
}

/** "Waiting for the scanners · waits for IT · Marketing waits for it". */
function whyLine(item: TableItem, { plan, table, words }: BoardView): string {
	const status = statusOf(plan.doc, item.id);
	const name = (id: string) => table.teams.find((team) => team.id === id)?.name ?? id;
	const parts = [];
	if (status.is === 'blocked') {
		parts.push(status.why ?? words('board.no-reason'));
		if (status.waitsFor) parts.push(words('board.waits-for', { who: name(status.waitsFor) }));
	}
	const takers = table.handoffs
		.filter(({ id }) => item.gives.includes(id))
		.map(({ to }) => name(to));
	const waiting = [...new Set(takers)].join(words('list.comma'));
	if (waiting) parts.push(words('board.who-waits', { who: waiting }));
	return parts.join(' · ');
}

/** The roles without a person, those with the most open items first. */
function rolesWithout({ table, words, plan }: BoardView): (() => HTMLElement)[] {
	const roles = new Map<string, { role: string; count: number }>();
	for (const item of unowned(table.items, plan.doc)) {
		const count = roles.get(item.owner)?.count ?? 0;
		roles.set(item.owner, { role: item.role, count: count + 1 });
	}
	return [...roles]
		.sort(([, a], [, b]) => b.count - a.count)
		.map(([key, { role, count }]) => () => {
			const id = key.split('/')[0] ?? '';
			const team = table.teams.find((one) => one.id === id);
			const view = new URLSearchParams({ owner: key, status: 'open', group: 'due' });
			return el(
				'li',
				{ class: 'board-row board-row-role', 'data-ink': id },
				el(
					'span',
					{},
					el('a', { href: `${checklists()}?${view}` }, role),
					' ',
					el('span', { class: 'fine' }, team?.name),
				),
				el('b', {}, words('progress.items', { count })),
			);
		});
}

/** The address of the checklists page, from the links that the page holds. */
function checklists(): string {
	return document.querySelector<HTMLAnchorElement>('.board-list p a')?.pathname ?? '';
}
