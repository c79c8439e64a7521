import { address } from '../../browser/address.ts';
import { settings, today } from '../../browser/settings.ts';
import { readCurrent } from '../../browser/stored.ts';
import { nameOf } from '../../progress/project.ts';
import { dateInWords } from '../../words/dates.ts';

/**
 * Says in the margins of printed sheets what only the browser knows: project, day and address. What
 * the build knows stands there already (`components/furniture.ts`). Only when printing begins: each
 * time it costs the styles of the whole page.
 */
export function fillMargins(): void {
	const { project } = readCurrent();
	const { host, pathname } = address();
	const name = project && nameOf(project);
	say('left', (name ? name + ' · ' : '') + dateInWords(today(), settings().locale));
	say('address', ' · ' + host + pathname);
}

function say(what: string, text: string): void {
	// An escaped name is also a string's text, whatever was typed.
	document.documentElement.style.setProperty(`--sheet-${what}`, `"${CSS.escape(text)}"`);
}
