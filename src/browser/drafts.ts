/** What a person began to write and has not added yet, for as long as the tab is open. */
import { prefix } from './stored.ts';

/** The draft of this name; '' where there is none. */
export function draft(name: string): string {
	try {
		return sessionStorage.getItem(keyOf(name)) ?? '';
	} catch {
		return '';
	}
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(name: string, text: string): void {
	try {
		if (text.trim()) sessionStorage.setItem(keyOf(name), text);
		else sessionStorage.removeItem(keyOf(name));
	} catch {
		// It then lasts as long as its field.
	}
}

const keyOf = (name: string) => `${prefix()}draft:${name}`;
