/** `<pb-search>`: a button that opens the search; its code is fetched at the first sign of intent. */
export class PbSearchElement extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button) return;
		const open = () => void load().then(({ openSearch }) => openSearch());
		button.addEventListener('click', open);
		for (const sign of ['pointerenter', 'focus'])
			button.addEventListener(sign, () => void load(), { once: true });
		addEventListener('keydown', (event) => {
			const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
			const slash = event.key === '/' && !typing;
			const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
			if (!slash && !k) return;
			event.preventDefault();
			open();
		});
	}
}

const load = () => import('./search-dialog.ts');
