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

/** A team or a cross-team list. */
export interface SearchTeam extends Named {
	/** Left out of a team. */
	readonly kind?: 'cross-team';
	/** Where its page is; only of those that are named before anything is typed. */
	readonly href?: string;
	/** The path of its own mark. */
	readonly mark?: string;
}

interface Named {
	readonly id: string;
	readonly name: string;
}
