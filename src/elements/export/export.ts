import { address } from '../../browser/address.ts';
import type { Say } from './files.ts';

/**
 * `<pb-export>`: files and text of what the page shows. The page says what that is by answering
 * `pb-export-items` with ids; without an answer it is all that applies.
 */
export class PbExportElement extends HTMLElement {
	connectedCallback(): void {
		this.addEventListener('click', this);
		// Another filter, another count.
		document.addEventListener('pb-checklists-change', this);
		const details = this.querySelector('details');
		details?.addEventListener('toggle', this);
		// Who followed a link to it need not open it. Not `:target`, which is not set yet.
		if (details && address().hash === `#${details.id}`) details.open = true;
	}

	disconnectedCallback(): void {
		this.removeEventListener('click', this);
		document.removeEventListener('pb-checklists-change', this);
		this.querySelector('details')?.removeEventListener('toggle', this);
	}

	handleEvent({ type, target }: Event): void {
		if (type !== 'click') {
			if (this.querySelector('details')?.open) void this.#run('');
			return;
		}
		const kind = target instanceof HTMLElement && target.dataset['export'];
		if (kind) void this.#run(kind);
	}

	/** Exports as one kind, or, without one, only says how many items that would be. */
	async #run(kind: string): Promise<void> {
		const say: Say = (part, text) => {
			const place = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
			if (place) place.textContent = text ?? place.dataset['failed'] ?? '';
		};
		const files = await import('./files.ts').catch(() => null);
		if (!files) return say('said');
		const asked = new CustomEvent<Wanted>('pb-export-items', { bubbles: true, detail: {} });
		this.dispatchEvent(asked);
		await files.exportItems(kind, asked.detail, say);
	}
}

/** What a page fills in when it is asked which items it shows. */
export interface Wanted {
	ids?: readonly string[];
	/** What the view is called: "Warehouse, to do". */
	name?: string;
}
