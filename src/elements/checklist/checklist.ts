import { settings } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { tick } from '../../progress/tick.ts';
import { demand } from '../page/demand.ts';
import { itemOf } from '../page/item-list.ts';
import { sayAgain } from '../page/early.ts';
import { announce, keepLive } from '../page/live.ts';

/** `<pb-checklist>`: hears its checkboxes and writes them into the project. Draws nothing. */
export class PbChecklistElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		this.addEventListener('change', this);
		sayAgain(this);
	}

	handleEvent({ target }: Event): void {
		if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
		const card = target.closest<HTMLElement>('.item');
		const { teams, words } = settings();
		const item = card && itemOf(card, teams);
		if (!item) return;
		const { checked } = target;
		if (!store().update((doc, stamp) => tick(doc, item, checked, stamp), [item.id]))
			return demand('fault');
		const no = card.querySelector('.item-no')?.textContent ?? '';
		announce(words(checked ? 'checklist.ticked' : 'checklist.unticked', { no }));
	}
}
