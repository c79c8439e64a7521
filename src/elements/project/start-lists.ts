import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords, type TableItem } from '../../browser/tables.ts';
import { blocked, overdue, toConfirm, upNext } from '../../progress/board.ts';
import { ownerOf } from '../../progress/people.ts';
import { statusOf } from '../../progress/project.ts';
import { dueOn, dueState } from '../../progress/schedule.ts';
import { dateInWords } from '../../words/dates.ts';
import { el } from '../parts/dom.ts';

/** The next five items and the blocked ones, on the home page. */
export async function fillLists(host: HTMLElement): Promise<void> {
	const [table, words] = await Promise.all([loadTable(), loadWords()]);
	const doc = store().project;
	if (!doc) return;
	const plan = { doc, today: today() };
	const { items } = table;
	const fill = (place: string, found: readonly TableItem[]) =>
		host
			.querySelector(place)
			?.replaceChildren(
				...(found.length > 0 ? found.map(row) : [el('li', { class: 'fine' }, words('board.none'))]),
			);
	const row = (item: TableItem) => {
		const due = dueOn(item, doc);
		const owner = ownerOf(item, doc);
		const state = dueState(item, doc, plan.today);
		const { is, why } = statusOf(doc, item.id);
		const facts = [
			is === 'blocked' ? why : null,
			due &&
				`${state === 'overdue' ? `${words('board.overdue')}: ` : ''}${dateInWords(due, settings().locale)}`,
			'name' in owner ? owner.name : item.role,
		];
		return el(
			'li',
			{ 'data-ink': item.team, 'data-state': state },
			el('span', { class: 'item-no' }, item.no),
			el('a', { href: item.href }, item.title),
			el('small', {}, facts.filter(Boolean).join(' · ')),
		);
	};
	const stopped = blocked(items, doc);
	fill('.start-next', upNext(items, plan).slice(0, 5));
	fill('.start-blocked', stopped.slice(0, 5));
	const counts: Record<string, number> = {
		overdue: overdue(items, plan).length,
		blocked: stopped.length,
		confirm: toConfirm(items, plan).length,
	};
	for (const tally of host.querySelectorAll<HTMLElement>('[data-tally]')) {
		const count = counts[tally.dataset['tally'] ?? ''] ?? 0;
		tally.firstElementChild?.replaceChildren(String(count));
		tally.classList.toggle('is-none', count === 0);
	}
}
