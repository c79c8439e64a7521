import { address } from '../../browser/address.ts';
import { store } from '../../browser/store.ts';
import { keepLive } from '../page/live.ts';

/** `<pb-backup>`: opens files and links that come in, and shows what is kept where. */
export class PbBackupElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		this.addEventListener('change', this);
		this.addEventListener('click', this);
		store().addEventListener('change', this);
		for (const type of ['dragover', 'drop']) document.addEventListener(type, this);
		addEventListener('hashchange', this);
		this.#fill();
		this.#answerLink();
	}

	disconnectedCallback(): void {
		this.removeEventListener('change', this);
		this.removeEventListener('click', this);
		store().removeEventListener('change', this);
		for (const type of ['dragover', 'drop']) document.removeEventListener(type, this);
		removeEventListener('hashchange', this);
	}

	handleEvent(event: Event): void {
		const { target, type } = event;
		if (type === 'hashchange') this.#answerLink();
		else if (event instanceof DragEvent) this.#take(event);
		else if (target === store()) this.#fill();
		else if (target instanceof HTMLInputElement && target.files?.[0]) {
			this.#open(target.files[0]);
			// The same file may be chosen again.
			target.value = '';
		} else if (type === 'click' && target instanceof Element && target.closest('.reset'))
			void import('../project/reset.ts').then(({ askReset }) => askReset());
	}

	#take(event: DragEvent): void {
		const file = event.dataTransfer?.files[0];
		if (!file && !event.dataTransfer?.types.includes('Files')) return;
		event.preventDefault();
		if (file && event.type === 'drop') this.#open(file);
	}

	#open(file: File): void {
		void import('./backup.ts').then(({ openBackup }) => openBackup(file));
	}

	#answerLink(): void {
		if (!address().hash.startsWith('#p=')) return;
		void import('../share/link.ts').then(({ openSharedLink }) => openSharedLink());
	}

	#fill(): void {
		void import('./found.ts').then(({ showKept }) => showKept(this));
	}
}
