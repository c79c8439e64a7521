/** `<pb-theme>`: light, dark or as the device. Works, for the page, where storage is refused. */
export class PbThemeElement extends HTMLElement {
	connectedCallback(): void {
		const select = this.querySelector('select');
		if (!select) return;
		select.value = stored() || 'auto';
		select.addEventListener('change', () => {
			const theme = select.value === 'auto' ? '' : select.value;
			try {
				localStorage.setItem(key, theme);
			} catch {
				// The choice then lasts as long as the page.
			}
			const isLight = matchMedia('(prefers-color-scheme: light)').matches;
			document.documentElement.dataset['theme'] = theme || (isLight ? 'light' : 'dark');
		});
	}
}

/** Starlight's own key, so that a choice made on another Starlight site of the origin holds. */
const key = 'starlight-theme';

function stored(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}
