/** Keeps the page in step with the project, and says what a person should know. */
import { settings, today } from '../../browser/settings.ts';
import { store, type ChangeDetail } from '../../browser/store.ts';
import { emptyProject } from '../../progress/project.ts';
import { demand } from './demand.ts';
import { itemsOf } from './item-list.ts';
import { paint, paintNow } from './paint.ts';

let started = false;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Starts once per page; whoever shows something of the project asks for it. */
export function keepLive(): void {
	if (started) return;
	started = true;
	const opened = store();
	opened.addEventListener('change', (event) => {
		const { items } = (event as CustomEvent<ChangeDetail>).detail;
		repaint(items);
		// Only what is done here names items: time to look after what is kept, once the person rests.
		if (!items) return;
		clearTimeout(rest);
		rest = setTimeout(() => demand('watch'), 3000);
	});
	const look = () => opened.fault && demand('fault');
	opened.addEventListener('fault', look);
	look();
	// What the first tick needs of a long page is read before it.
	(self.requestIdleCallback ?? setTimeout)(() => {
		for (const host of hosts()) itemsOf(host, settings().teams);
	});
}

/** Says something to screen readers, politely. */
export function announce(text: string): void {
	const region = document.getElementById('pb-status');
	if (region) region.textContent = text;
}

/** By name, which needs no look at everything as a selector does. */
const hosts = () => document.getElementsByTagName('pb-progress') as Iterable<HTMLElement>;

function repaint(items?: readonly string[]): void {
	// Without any project the page shows what it showed before the first.
	const project = store().project ?? emptyProject('', '');
	const { teams } = settings();
	const view = { ...settings(), project, today: today() };
	const cards = items?.map((id) => document.getElementById(id)) ?? [
		...document.querySelectorAll('[data-due]'),
	];
	if (!items) document.documentElement.classList.remove('waits');
	const line = document.getElementById('pb-project');
	if (line) paint(line, view);
	for (const card of cards) {
		if (!card) continue;
		paint(card, view);
		for (const part of card.querySelectorAll('input[type=checkbox], .item-facts'))
			paint(part, view);
	}
	for (const host of hosts()) {
		if (items && !itemsOf(host, teams).some(({ id }) => items.includes(id))) continue;
		for (const part of host.children) paint(part, view);
	}
	paintNow();
}
