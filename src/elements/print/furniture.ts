/** What stands round the lists of a sheet: project, dates, addresses, QR codes. */
import { address } from '../../browser/address.ts';
import { today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { launchOf, nameOf } from '../../progress/project.ts';
import { dayInWords, type Tongue } from './tongues.ts';

/** Fills in what only the browser knows: project, launch, today, the site's own address. */
export function furnish(host: HTMLElement, tongues: readonly Tongue[]): void {
	const { project } = store();
	const date = (day: string | null) => (day ? dayInWords(day, tongues) : '');
	const name = project ? nameOf(project) : '';
	const facts = {
		project: name,
		launch: date(project && launchOf(project)),
		printed: date(today()),
	};
	for (const [fact, text] of Object.entries(facts))
		for (const slot of host.querySelectorAll(`[data-fact=${fact}]`)) slot.textContent = text;
	host.dataset['margins'] = hasMarginBoxes() ? 'boxes' : 'none';
	const { style } = document.documentElement;
	const { version, name: playbook } = host.dataset;
	const here = address().host + address().pathname;
	for (const sheet of host.querySelectorAll<HTMLElement>('.sheet')) {
		const title = sheet.querySelector('h2')?.textContent ?? '';
		style.setProperty(`--sheet-${sheet.dataset['team']}`, JSON.stringify(title));
		for (const slot of sheet.querySelectorAll('.running'))
			slot.textContent = [title, name || playbook, facts.printed, version, here].join(' · ');
	}
}

/** Addresses on the sheets get the site's own host, once. */
export function addHost(host: HTMLElement): void {
	for (const node of host.querySelectorAll<HTMLElement>('[data-path]')) {
		const path = node.dataset['path'] ?? '';
		const whole = `${address().host}${path}`;
		node.textContent = node.textContent.replace(path, whole);
		node.dataset['values'] = node.dataset['values']?.replace(path, whole);
	}
}

/** Draws the codes of the sheets shown, from the page's own address. */
export async function drawCodes(host: HTMLElement): Promise<void> {
	const figures = host.querySelectorAll<HTMLElement>('.sheet:not([hidden]) .sheet-code');
	const empty = [...figures].filter((figure) => !figure.querySelector('svg'));
	if (empty.length === 0) return;
	// Without its code a sheet is still whole: the address stands in words below.
	const code = await import('./code.ts').catch(() => null);
	for (const figure of empty)
		if (code && !figure.querySelector('svg'))
			figure.prepend(code.codeOf(new URL(figure.dataset['href'] ?? '', address()).href));
}

/** Firefox and Safari read `@page` but know no boxes in its margins. */
function hasMarginBoxes(): boolean {
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('@page { @top-left { content: "x" } }');
		const [page] = sheet.cssRules as unknown as { cssRules?: CSSRuleList }[];
		return Boolean(page?.cssRules?.length);
	} catch {
		return false;
	}
}
