/** Keeps the page in step with the project, and says what a person should know. */
import { settings, today } from '../../browser/settings.ts';
import { afterTheFrame, store, type ChangeDetail } from '../../browser/store.ts';
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
		if (!items) {
			document.documentElement.classList.remove('waits');
			repaint(document.querySelectorAll('[data-due]'));
			repaintCounts();
			return;
		}
		repaint(items.map(byId));
		// What a tick adds up to follows the frame that shows it, which then comes sooner.
		setTimeout(repaintCounts, afterTheFrame);
		// Only what is done here names items: time to look after what is kept, once the person rests.
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

/** Paints cards, counts and the line that says which project this is. */
function repaint(parts: Iterable<Element | null | undefined>): void {
	// Without any project the page shows what it showed before the first.
	const project = store().project ?? emptyProject('', '');
	const view = { ...settings(), project, today: today() };
	for (const part of [byId('pb-project'), ...parts])
		if (part)
			for (const element of [part, ...part.querySelectorAll('input, output, .item-facts')])
				paint(element, view);
}

function repaintCounts(): void {
	const hosts = counts();
	repaint(hosts);
	paintNow(hosts);
}

/**
 * Reads what the first tick of a long page needs, and runs what it runs, on a copy that nobody sees:
 * the first tick then waits neither for that nor for code to be compiled.
 */
function rehearse(): void {
	for (const host of counts()) itemsOf(host, settings().teams);
	repaint([document.querySelector('.item')?.cloneNode(true) as Element | undefined]);
	if (store().fault) return;
	store().update((doc, stamp) => {
		tick(doc, { id: '', rev: 1 }, true, stamp);
		return doc;
	});
}
