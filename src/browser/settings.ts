import { wordsFrom, type Dictionary, type Words } from '../words/words.ts';

/** What the build wrote into the head for the page's scripts. */
export interface Settings {
	/** The playbook's id. */
	playbook: string;
	/** BCP 47 tag of the page's language. */
	language: string;
	/** The reader's own variant of that language, for dates: `en-US` on an English page. */
	locale: string;
	/** The ids of the playbook's teams, which cross-team items with formats ask for. */
	teams: readonly string[];
	words: Words;
}

let read: Settings | undefined;

/** The page's settings. */
export function settings(): Settings {
	if (read) return read;
	const json = document.getElementById('pb-settings')?.textContent ?? '{}';
	const { words, ...rest } = JSON.parse(json) as Omit<Settings, 'words' | 'locale'> & {
		words: Dictionary;
	};
	const { language } = rest;
	const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
	return (read = { ...rest, locale, words: wordsFrom(words, language) });
}

/** Today, or the day of a time, as YYYY-MM-DD where the reader is. */
export function today(now = new Date()): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
