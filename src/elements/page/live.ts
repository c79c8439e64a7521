/** Keeps the page in step with the project, and says what a person should know. */
import { settings, today } from '../../browser/settings.ts';
import { store, type ChangeDetail } from '../../browser/store.ts';
import { emptyProject } from '../../progress/project.ts';
import { demand } from './demand.ts';
import { itemsOf } from './item-list.ts';
import { counts, paint, paintNow, type View } from './paint.ts';

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
	(self.requestIdleCallback ?? setTimeout)(rehearse);
}

/** Says something to screen readers, politely. */
export function announce(text: string): void {
	const region = document.getElementById('pb-status');
	if (region) region.textContent = text;
}

function viewNow(): View {
	// Without any project the page shows what it showed before the first.
	const project = store().project ?? emptyProject('', '');
	return { ...settings(), project, today: today() };
}

function repaint(items?: readonly string[]): void {
	const view = viewNow();
	const cards = items?.map((id) => document.getElementById(id)) ?? [
		...document.querySelectorAll<HTMLElement>('[data-due]'),
	];
	if (!items) document.documentElement.classList.remove('waits');
	for (const element of [document.getElementById('pb-project'), ...cards])
		paintWhole(element, view);
	const hosts = counts();
	for (const host of hosts)
		// An id that is the beginning of another paints a count too many, which is nothing.
		if (!items || items.some((id) => host.dataset['items']?.includes(id))) paintWhole(host, view);
	paintNow(hosts);
}

function paintWhole(element: Element | null | undefined, view: View): void {
	if (!element) return;
	paint(element, view);
	for (const part of element.querySelectorAll('input, progress, output, .item-facts'))
		paint(part, view);
}

/**
 * Reads what the first tick of a long page needs, and runs what it runs, on copies that nobody sees:
 * the first tick then waits neither for that nor for code to be compiled.
 */
function rehearse(): void {
	const view = viewNow();
	for (const host of counts()) itemsOf(host, view.teams);
	for (const name of ['.item', 'pb-progress'])
		paintWhole(document.querySelector(name)?.cloneNode(true) as Element | undefined, view);
}
