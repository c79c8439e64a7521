import { addressFor } from '../../browser/search-address.ts';
import type { SearchSetting } from '../../search/setting.ts';
import type { Words } from '../../words/words.ts';
import { element, teamMark } from './rows.ts';

/** Where to go before anything is typed: teams, phases, the essential lists. */
export function startingPoints(setting: SearchSetting, words: Words): HTMLElement[] {
	const { results, teams, phases } = setting;
	const place = (text: string, href: string) => Object.assign(element('a', '', text), { href });
	const items = { kind: 'item' } as const;
	const teamLinks = teams.flatMap(({ id, name, href, mark = setting.mark }) => {
		if (!name || !href) return [];
		const link = place(name, href);
		link.dataset['ink'] = id;
		link.prepend(teamMark(mark));
		return link;
	});
	if (teams.some(({ href }) => !href))
		teamLinks.push(place(words('search.all-teams'), setting.teamsPage));
	const phaseLinks = phases.map(({ id, name }) =>
		place(name, addressFor(results, { query: '', filters: { ...items, phase: id } })),
	);
	const essential = { ...items, level: 'essential' } as const;
	const lists = [
		place(words('search.all-essential'), addressFor(results, { query: '', filters: essential })),
		place(words('search.all-lists'), setting.checklists),
	];
	return [
		list(words('search.start-teams'), teamLinks),
		list(words('search.start-phases'), phaseLinks),
		list(words('search.start-lists'), lists),
	];
}

function list(title: string, links: readonly HTMLElement[]): HTMLElement {
	const entries = element('ul', '', ...links.map((link) => element('li', '', link)));
	entries.setAttribute('role', 'list');
	return element('div', '', element('h2', 'search-group', title), entries);
}
