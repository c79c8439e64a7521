import { settings } from '../../browser/settings.ts';
import { blocked, overdue } from '../../progress/board.ts';
import type { ProjectDocument } from '../../progress/project.ts';
import { applies } from '../../progress/scope.ts';
import { countBy } from '../../progress/summary.ts';
import type { BoardView } from './lists.ts';
import { el } from '../parts/dom.ts';
import { itemsOf } from '../page/item-list.ts';

/** Leaves out the teams of which the project has nothing, and names them. */
export function drawAbsent(host: HTMLElement, project: ProjectDocument | null): void {
	const { teams } = settings();
	const absent: string[] = [];
	for (const row of host.querySelectorAll<HTMLElement>('[data-row]')) {
		const all = row.querySelector<HTMLElement>('td:last-child pb-progress');
		const items = all ? itemsOf(all, teams) : [];
		row.hidden = project !== null && !items.some((item) => applies(item, project).applies);
		if (row.hidden) absent.push(row.querySelector('th')?.textContent?.trim() ?? '');
	}
	const line = host.querySelector<HTMLElement>('[data-part="absent"]');
	if (!line) return;
	line.hidden = absent.length === 0;
	line.textContent = `${line.dataset['label']} ${absent.join(line.dataset['comma'])}`;
}

/** How many are late and blocked in each cell, in figures and signs; a tick where all is done. */
export function drawFlags(host: HTMLElement, { table, plan, words }: BoardView): void {
	const keys = (item: { team: string; phase: string }) => [
		`${item.team}/${item.phase}`,
		`${item.team}/`,
	];
	const tally = (items: readonly { team: string; phase: string }[]) => {
		const sums = new Map<string, number>();
		for (const key of items.flatMap(keys)) sums.set(key, (sums.get(key) ?? 0) + 1);
		return sums;
	};
	const late = tally(overdue(table.items, plan));
	const stopped = tally(blocked(table.items, plan.doc));
	const counts = new Map([
		...countBy(table.items, plan.doc, ({ team, phase }) => `${team}/${phase}`),
		...countBy(table.items, plan.doc, ({ team }) => `${team}/`),
	]);
	for (const place of host.querySelectorAll<HTMLElement>('[data-cell]')) {
		const key = place.dataset['cell'] ?? '';
		const count = counts.get(key);
		const isDone = Boolean(count && count.total > 0 && count.done === count.total);
		place.replaceChildren(
			...flag('late', '!', late.get(key) ?? 0, words('board.overdue')),
			...flag('blocked', '×', stopped.get(key) ?? 0, words('board.blocked')),
			...(isDone ? [el('b', { class: 'flag flag-done' }, '✓')] : []),
		);
	}
}

function flag(kind: string, sign: string, count: number, name: string): HTMLElement[] {
	if (count === 0) return [];
	const figure = el('span', { class: 'flag-count' }, String(count));
	const shown = el('span', { 'aria-hidden': 'true' }, sign, figure);
	const said = el('span', { class: 'sr-only' }, ` ${name}: ${count}`);
	return [el('b', { class: `flag flag-${kind}` }, shown, said)];
}
