import { storedTheme, storeTheme } from '../../browser/theme.ts';
import { showTheme } from './first-look.ts';

/** `<pb-theme>`: light, dark or as the device. Works, for the page, where storage is refused. */
export class PbThemeElement extends HTMLElement {
	connectedCallback(): void {
		const select = this.querySelector('select');
		if (!select) return;
		select.value = storedTheme() ?? 'auto';
		this.addEventListener('change', this);
	}

	disconnectedCallback(): void {
		this.removeEventListener('change', this);
	}

	handleEvent({ target }: Event): void {
		if (!(target instanceof HTMLSelectElement)) return;
		const theme = target.value === 'auto' ? null : target.value;
		storeTheme(theme);
		showTheme(theme);
	}
}
