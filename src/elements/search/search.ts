import { address } from '../../browser/address.ts';
import { rememberedSearch } from '../../browser/search-memory.ts';

/**
 * `<pb-search>`: the link to the search. At the first sign of intent (pointer, focus, key) it takes
 * the dialog out of its template, with links that fetch all the first search needs at once. Where
 * that fails the link leads to the results page.
 */
export class PbSearchElement extends HTMLElement {
	connectedCallback(): void {
		const link = this.querySelector('a');
		for (const sign of ['pointerenter', 'focus', 'click']) link?.addEventListener(sign, this);
		addEventListener('keydown', this);
		// Back from a result that was chosen in the dialog.
		if (rememberedSearch()) this.#load(true);
		// Left before it came, or without a network: the page is where it should be all the same.
		if (address().hash) import('./landing.ts').catch(() => {});
	}

	handleEvent(event: KeyboardEvent | MouseEvent): void {
		const isMeant =
			'key' in event ? isShortcut(event) : event.type === 'click' && !hasCommand(event);
		if (isMeant) event.preventDefault();
		if (isMeant || event.type[0] !== 'k') this.#load(isMeant);
	}

	#load(isMeant: boolean): void {
		const template = this.querySelector('template');
		template?.replaceWith(template.content);
		import('./dialog.ts').then(
			(dialog) => isMeant && dialog.openSearch(),
			() => {
				const link = this.querySelector('a');
				link?.removeEventListener('click', this);
				if (isMeant) link?.click();
			},
		);
	}
}

/** With a command key a link opens elsewhere, and a letter is a shortcut. */
const hasCommand = ({ ctrlKey, metaKey }: KeyboardEvent | MouseEvent) => ctrlKey || metaKey;

/** Never a key alone, which speech and slips press too. */
function isShortcut(event: KeyboardEvent): boolean {
	return hasCommand(event) && event.key.toLowerCase() === 'k' && !event.altKey;
}
