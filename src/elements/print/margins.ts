import { address } from '../../browser/address.ts';
import { settings, today } from '../../browser/settings.ts';
import { readCurrent } from '../../browser/stored.ts';
import { nameOf } from '../../progress/project.ts';
import { dateInWords } from '../../words/dates.ts';

/**
 * Says in the margins of printed sheets what only the browser knows: project, day and address. What
 * the build knows stands there already (`components/furniture.ts`), and the project since the page
 * was painted, for whoever prints without a warning.
 */
export function fillMargins(): void {
	const { project } = readCurrent();
	const day = dateInWords(today(), settings().locale);
	say('left', [project && nameOf(project), day].filter(Boolean).join(' · '));
	say('address', ` · ${address().host}${address().pathname}`);
}

function say(what: string, text: string): void {
	document.documentElement.style.setProperty(`--sheet-${what}`, JSON.stringify(text));
}
