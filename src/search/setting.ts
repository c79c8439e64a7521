import type { SynonymGroup } from './synonyms.ts';

/** What `/api/search.<language>.json` holds: all that the search must know besides its index. */
export interface SearchSetting {
	readonly version: string;
	/** Addresses of the results page, of the checklists and of the page that shows all teams. */
	readonly results: string;
	readonly checklists: string;
	readonly teamsPage: string;
	readonly teams: readonly SearchTeam[];
	/** The path of the mark of a team without its own. */
	readonly mark: string;
	readonly phases: readonly Named[];
	readonly markets: readonly Named[];
	readonly synonyms: readonly SynonymGroup[];
	/** The search's own texts. */
	readonly words: Readonly<Record<string, string>>;
}

/**
 * A team or a cross-team list. Of very many only the first have a name and an address: they are named
 * before anything is typed. The others are named by what is found of them.
 */
export interface SearchTeam {
	readonly id: string;
	readonly name?: string;
	readonly href?: string;
	/** Left out of a team. */
	readonly kind?: 'cross-team';
	/** The path of its own mark. */
	readonly mark?: string;
}

interface Named {
	readonly id: string;
	readonly name: string;
}
