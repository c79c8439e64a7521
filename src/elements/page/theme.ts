import { storedTheme, storeTheme } from '../../browser/theme.ts';
import { showTheme } from './first-look.ts';

/** `<pb-theme>`: light, dark or as the device. Works, for the page, where storage is refused. */
export class PbThemeElement extends HTMLElement {
	connectedCallback(): void {
		const select = this.querySelector('select');
		if (!select) return;
		this.addEventListener('change', this);
		// Somebody may have chosen before this script came.
		if (select.value === 'auto') select.value = storedTheme() ?? 'auto';
		else choose(select.value);
	}

	disconnectedCallback(): void {
		this.removeEventListener('change', this);
	}

	handleEvent({ target }: Event): void {
		if (target instanceof HTMLSelectElement) choose(target.value);
	}
}

function choose(value: string): void {
	const theme = value === 'auto' ? null : value;
	storeTheme(theme);
	showTheme(theme);
}
