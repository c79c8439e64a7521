import type { Dictionary } from '~/words/words.ts';
import type { PageContext } from './page.ts';

/** Beginnings of the keys of the interface's texts that scripts use on every page. */
const scripted = [
	'progress.done',
	'progress.complete',
	'progress.none-applies',
	'progress.items',
	'progress.label',
	'status.',
	'checklist.ticked',
	'checklist.unticked',
	'checklist.changed',
	'board.days-left',
	'board.launched',
	'board.today',
];

/** What the page's scripts must know, as JSON for the head; `browser/settings.ts` reads it. */
export function pageSettings({ index, language, dictionary, team }: PageContext): string {
	// Cross-team items ask for them; a team's own page has none.
	const teams = team?.kind === 'team' ? [] : index.teams.map(({ id }) => id);
	return JSON.stringify({
		playbook: index.playbook.id,
		language,
		teams,
		words: scriptedWords(dictionary),
	});
}

/** By dictionary: looking through its keys for each page adds up. */
const chosen = new WeakMap<Dictionary, Dictionary>();

function scriptedWords(dictionary: Dictionary): Dictionary {
	const words =
		chosen.get(dictionary) ??
		Object.fromEntries(
			Object.entries(dictionary).filter(([key]) => scripted.some((start) => key.startsWith(start))),
		);
	chosen.set(dictionary, words);
	return words;
}
