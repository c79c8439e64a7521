/** What a person began to write and has not added yet, for as long as the tab is open. */
import { quietly } from './quietly.ts';
import { prefix } from './stored.ts';

/** The draft of this name; '' where there is none. */
export function draft(name: string): string {
	return quietly(() => sessionStorage.getItem(keyOf(name))) ?? '';
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(name: string, text: string): void {
	quietly(() =>
		text.trim()
			? sessionStorage.setItem(keyOf(name), text)
			: sessionStorage.removeItem(keyOf(name)),
	);
}

const keyOf = (name: string) => `${prefix()}draft:${name}`;
