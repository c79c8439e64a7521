/**
 * Writes a project into the page: boxes, states, dates, owners, counts. The same code runs while
 * the page is still being parsed (`first-paint.ts`) and after every change (`live.ts`).
 */
import { today, type Settings } from '../../browser/settings.ts';
import { lastBackup } from '../../browser/stored.ts';
import { daysBetween } from '../../progress/date.ts';
import type { ItemFacts } from '../../progress/item.ts';
import { ownerOf } from '../../progress/people.ts';
import { launchOf, nameOf, statusOf, type ProjectDocument } from '../../progress/project.ts';
import { dueOn, dueState } from '../../progress/schedule.ts';
import { applies } from '../../progress/scope.ts';
import { changedSince, count, ratio, type Count } from '../../progress/summary.ts';
import { dateInWords, daysToLaunchInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { itemOf, itemsOf } from './item-list.ts';

export interface View extends Settings {
	project: ProjectDocument;
	/** YYYY-MM-DD. */
	today: string;
}

/** Paints one element if it shows anything of the project; its descendants are left alone. */
export function paint(element: Element, view: View): void {
	if (element instanceof HTMLInputElement && element.type === 'checkbox') {
		// Other boxes, as those of a scope, have names too.
		if (element.closest('.item'))
			element.checked = statusOf(view.project, element.name).is === 'done';
	} else if (element instanceof HTMLElement) {
		if (element.dataset['due']) paintCard(element, view);
		else if (element instanceof HTMLOutputElement) paintCount(element, view);
		else if (element.classList.contains('item-facts')) paintFacts(element, view);
		else if (element.id === 'pb-project') paintProject(element, view);
		else if (element.className === 'phase-now') paintNow();
		else if (element.className === 'further')
			element.toggleAttribute('open', !element.parentElement?.querySelector('.phase-now[hidden]'));
	}
}

function paintCard(card: HTMLElement, { project, teams, today }: View): void {
	const item = itemOf(card, teams);
	if (!item) return;
	const { is } = statusOf(project, item.id);
	const state = dueState(item, project, today);
	card.classList.toggle('not-applicable', !applies(item, project).applies);
	card.dataset['state'] = state;
	card.dataset['status'] = is;
	// Said at the head of the page by a class there: `:has()` would look through all cards at each tick.
	if (card.className === 'giver' && (is === 'blocked' || state === 'overdue'))
		document.documentElement.classList.add('waits');
}

/** Owner, date and status; they may still be missing while the page is parsed. */
export function paintFacts(facts: HTMLElement, { project, teams, locale, words }: View): void {
	const card = facts.closest<HTMLElement>('[data-due]');
	const item = card && itemOf(card, teams);
	if (!item) return;
	const slotOf = (part: string) => facts.querySelector<HTMLElement>(`.item-${part}`);
	const write = (slot: HTMLElement | null, text: string | undefined) => {
		// What was built stands as it is: while the page is parsed it may be half a text.
		if (!slot || (text ?? slot.dataset['plain']) === undefined) return;
		// What the page said without a project comes back when there is nothing to say.
		slot.dataset['plain'] ??= slot.textContent;
		const wanted = text ?? slot.dataset['plain'];
		if (slot.textContent !== wanted) slot.textContent = wanted;
	};
	const date = dueOn(item, project);
	write(slotOf('due'), date ? dateInWords(date, locale) : undefined);
	const owner = ownerOf(item, project);
	write(slotOf('owner'), 'name' in owner ? owner.name : undefined);
	const last = slotOf('status') ?? document.createElement('span');
	last.className = 'item-status';
	write(last, statusInWords(item, project, words));
	// It comes last; while the page is parsed more may come behind it.
	if (last.textContent && last !== facts.lastElementChild) facts.append(last);
}

function statusInWords(item: ItemFacts, project: ProjectDocument, words: Words): string {
	const scope = applies(item, project);
	if (!scope.applies) return words(`status.no-${scope.because}`);
	const { is, why } = statusOf(project, item.id);
	if (changedSince(item, project)) return words('checklist.changed');
	if (is === 'todo' || is === 'done') return '';
	return [words(`status.${is}`), why].filter(Boolean).join(': ');
}

/** "Spring launch · 40 days to launch · last backup 3 Nov": where the ticks go, and how safe they are. */
function paintProject(line: HTMLElement, view: View): void {
	const { project, locale, words } = view;
	const { unnamed = '', none = '', backup = '' } = line.dataset;
	const at = lastBackup(project.id);
	const saved = at ? backup + dateInWords(today(new Date(at)), locale) : none;
	const launch = launchOf(project);
	const days = launch && daysToLaunchInWords(daysBetween(view.today, launch), words);
	const parts = [nameOf(project) || unnamed, days, saved];
	const text = project.id && parts.filter(Boolean).join(' · ');
	if (line.textContent !== text) line.textContent = text;
}

/** All counts on the page. A copy, since a live list is sought anew after each change. */
export const counts = () =>
	Array.from(document.getElementsByTagName('pb-progress')) as HTMLElement[];

/** Of the phases on the page the first with something left to do is the current one. */
export function paintNow(hosts = counts()): void {
	let isFound = false;
	for (const host of hosts) {
		const mark = host.nextElementSibling as HTMLElement | null;
		if (mark?.className !== 'phase-now') continue;
		const bar = host.querySelector('progress');
		const isOpen = !!bar && bar.value < bar.max;
		mark.hidden = isFound || !isOpen;
		isFound ||= isOpen;
	}
}

/** The words of a count, and the bar before them. */
function paintCount(output: HTMLOutputElement, { project, teams, words }: View): void {
	const host = output.closest<HTMLElement>('pb-progress');
	if (!host) return;
	const n = count(itemsOf(host, teams), project);
	output.textContent = countInWords(n, words, output.className);
	const bar = output.previousElementSibling as HTMLProgressElement;
	bar.max = Math.max(1, n.total);
	bar.value = n.total > 0 ? n.done : ratio(n);
}

/** "3 of 30 done", "All 30 done", "Nothing here applies"; "3/30" and "–" where it must be short. */
export function countInWords({ done, total }: Count, words: Words, short?: string): string {
	if (short) return total ? `${done}/${total}` : '–';
	if (total === 0) return words('progress.none-applies');
	return words(done === total ? 'progress.complete' : 'progress.done', { done, total });
}
