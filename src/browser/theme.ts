/** Starlight's own key, so that a choice made on another Starlight site of the origin holds. */
const key = 'starlight-theme';

/** `light`, `dark`, or null for as the device; null too where the browser does not tell. */
export function storedTheme(): string | null {
	try {
		return localStorage.getItem(key) || null;
	} catch {
		return null;
	}
}

/** Keeps the choice, where the browser lets it; else it lasts as long as the page. */
export function storeTheme(theme: string | null): void {
	try {
		localStorage.setItem(key, theme ?? '');
	} catch {
		// The page has it all the same.
	}
}
