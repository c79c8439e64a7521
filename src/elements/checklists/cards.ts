/** The items of the checklists page as they stand in it: the page itself is the data. */
import { folded, type ListItem } from '../../progress/view.ts';
import { itemOf } from '../page/item-list.ts';

/** Every card below `root`, in the order of the page, with where it stands without a script. */
export function cardsIn(root: HTMLElement, teams: readonly string[]): Card[] {
	return [...root.querySelectorAll<HTMLElement>('.item')].flatMap((element) => {
		const item = itemOf(element, teams);
		const home = element.parentElement;
		if (!item || !home) return [];
		const { gives = '', takes = '' } = element.dataset;
		let text: string | undefined;
		return [
			{
				...item,
				element,
				home,
				phase: element.closest<HTMLElement>('[data-phase]')?.dataset['phase'] ?? '',
				no: element.querySelector('.item-no')?.textContent ?? '',
				role: roleIn(element),
				gives: gives.split(' ').filter(Boolean),
				takes: takes.split(' ').filter(Boolean),
				// Read only when somebody searches: it costs more than all the rest.
				get text() {
					return (text ??= folded(wordsIn(element)));
				},
			},
		];
	});
}

function wordsIn(element: HTMLElement): string {
	const parts = element.querySelectorAll('label span, .item-done');
	return [...parts, roleIn(element)].map((part) => (part as Element).textContent ?? part).join(' ');
}

/** The role's name, which the page showed before a person's name was written over it. */
function roleIn(element: HTMLElement): string {
	const owner = element.querySelector<HTMLElement>('.item-owner');
	return owner?.dataset['plain'] ?? owner?.textContent ?? '';
}

/** An item with the card that shows it. */
export interface Card extends ListItem {
	readonly element: HTMLElement;
	/** The list it belongs to when the page is grouped by team. */
	readonly home: HTMLElement;
	/** The name of the role that owns it. */
	readonly role: string;
}
