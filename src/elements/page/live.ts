/** Keeps the page in step with the project, and says what a person should know. */
import { settings, today } from '../../browser/settings.ts';
import { store, type ChangeDetail } from '../../browser/store.ts';
import { emptyProject } from '../../progress/project.ts';
import { tick } from '../../progress/tick.ts';
import { demand } from './demand.ts';
import { itemsOf } from './item-list.ts';
import { counts, paint, paintNow } from './paint.ts';

let started = false;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Starts once per page; whoever shows something of the project asks for it. */
export function keepLive(): void {
	if (started) return;
	started = true;
	const opened = store();
	opened.addEventListener('change', (event) => {
		const { items } = (event as CustomEvent<ChangeDetail>).detail;
		const hosts = counts();
		if (items) repaint([...items.map(byId), ...hosts.filter((host) => holds(host, items))], hosts);
		else {
			document.documentElement.classList.remove('waits');
			repaint(document.querySelectorAll('[data-due], pb-progress'), hosts);
		}
		// Only what is done here names items: time to look after what is kept, once the person rests.
		if (!items) return;
		clearTimeout(rest);
		rest = setTimeout(() => demand('watch'), 3000);
	});
	const look = () => opened.fault && demand('fault');
	opened.addEventListener('fault', look);
	look();
	(self.requestIdleCallback ?? setTimeout)(rehearse);
}

/** Says something to screen readers, politely. */
export function announce(text: string): void {
	const region = document.getElementById('pb-status');
	if (region) region.textContent = text;
}

const byId = (id: string) => document.getElementById(id);

/** An id that is the beginning of another finds a count too many, which is nothing. */
const holds = (host: HTMLElement, items: readonly string[]) =>
	items.some((id) => host.dataset['items']?.includes(id));

/** Paints cards and counts; `hosts` are all counts that say which phase is the current one. */
function repaint(parts: Iterable<Element | null | undefined>, hosts: HTMLElement[]): void {
	// Without any project the page shows what it showed before the first.
	const project = store().project ?? emptyProject('', '');
	const view = { ...settings(), project, today: today() };
	for (const part of [byId('pb-project'), ...parts])
		if (part)
			for (const element of [part, ...part.querySelectorAll('input, output, .item-facts')])
				paint(element, view);
	paintNow(hosts);
}

/**
 * Reads what the first tick of a long page needs, and runs what it runs, on copies that nobody sees:
 * the first tick then waits neither for that nor for code to be compiled.
 */
function rehearse(): void {
	const hosts = counts();
	for (const host of hosts) itemsOf(host, settings().teams);
	const card = document.querySelector('.item');
	const copies = [card, ...hosts].map((part) => part?.cloneNode(true) as Element | undefined);
	repaint(copies, []);
	if (store().fault) return;
	store().update((doc, stamp) => {
		tick(doc, { id: '', rev: 1 }, true, stamp);
		return doc;
	});
}
