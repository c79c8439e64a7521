// Written out, and not by `quietly`: the head of every page carries these two inline.

/** The text this browser keeps under a key; null too where it does not tell. */
export function kept(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a text, where the browser lets it. */
export function keepText(key: string, text: string): void {
	try {
		localStorage.setItem(key, text);
	} catch {
		// The page has it all the same.
	}
}
