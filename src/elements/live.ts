/** Keeps the page in step with the project, and says what a person should know. */
import { settings, today } from '../browser/settings.ts';
import { store, type ChangeDetail } from '../browser/store.ts';
import { itemsOf } from './item-list.ts';
import { paint } from './paint.ts';

let started = false;

/** Starts once per page; whoever shows something of the project asks for it. */
export function keepLive(): void {
	if (started) return;
	started = true;
	const opened = store();
	opened.addEventListener('change', (event) =>
		repaint((event as CustomEvent<ChangeDetail>).detail.items),
	);
	opened.addEventListener('fault', showFault);
	showFault();
}

/** Says something to screen readers, politely. */
export function announce(text: string): void {
	const region = document.getElementById('pb-status');
	if (region) region.textContent = text;
}

function repaint(items?: readonly string[]): void {
	const { project } = store();
	if (!project) return;
	const { teams } = settings();
	const view = { ...settings(), project, today: today() };
	const cards = items?.map((id) => document.getElementById(id)) ?? [
		...document.querySelectorAll('.item'),
	];
	for (const card of cards) {
		if (!card) continue;
		paint(card, view);
		for (const part of card.querySelectorAll('input[type=checkbox], .item-facts')) paint(part, view);
	}
	for (const host of document.querySelectorAll<HTMLElement>('pb-progress')) {
		if (items && !itemsOf(host, teams).some(({ id }) => items.includes(id))) continue;
		for (const part of host.children) paint(part, view);
	}
}

function showFault(): void {
	const { fault } = store();
	const notice = document.getElementById('pb-notice');
	if (!notice) return;
	notice.hidden = fault === null;
	notice.textContent = fault ? settings().words(`checklist.storage-${fault}`) : '';
}
