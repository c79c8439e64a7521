import { settings } from '../../browser/settings.ts';
import { readCurrent } from '../../browser/stored.ts';
import {
	facets,
	type Counts,
	type Facet,
	type Filters,
	type Setting,
} from '../../search/facets.ts';
import type { Hit } from '../../search/rank.ts';
import type { SearchSetting } from '../../search/setting.ts';
import { kinds } from '../../search/unit.ts';
import { wordsFrom } from '../../words/words.ts';
import { element } from './rows.ts';

/** The controls that narrow results; every choice says how many it would leave. */
export class SearchFilters {
	readonly element = document.createElement('div');
	#selects = new Map<Facet, HTMLSelectElement>();
	#mine = document.createElement('input');
	#mineLabel = document.createElement('label');
	#setting: SearchSetting;
	#chosen: Filters;

	constructor(
		setting: SearchSetting,
		shown: readonly Facet[],
		chosen: Filters,
		changed: () => void,
	) {
		this.#setting = setting;
		this.#chosen = chosen;
		const words = wordsFrom(setting.words, settings().language);
		this.element.className = 'search-filters';
		for (const facet of shown) {
			const select = document.createElement('select');
			select.setAttribute('aria-label', words(`search.facet-${facet}`));
			select.dataset['any'] = words(`search.any-${facet}`);
			this.#selects.set(facet, select);
			this.element.append(select);
		}
		this.#mine.type = 'checkbox';
		this.#mine.checked = chosen.mine ?? false;
		this.#mine.autocomplete = 'off';
		this.#mineLabel.append(this.#mine, ' ', words('search.mine'), ' ', element('span', ''));
		this.element.append(this.#mineLabel);
		this.element.addEventListener('change', () => {
			this.#read();
			changed();
		});
	}

	/** What is chosen now. */
	get chosen(): Filters {
		return this.#chosen;
	}

	/** Shows what was chosen elsewhere: the address after "back". */
	choose(filters: Filters): void {
		this.#chosen = filters;
		this.#mine.checked = filters.mine ?? false;
	}

	/** Draws the choices with their counts. */
	draw({ by, mine }: Counts, hits: readonly Hit[]): void {
		for (const [facet, select] of this.#selects) {
			const chosen = this.#chosen[facet] ?? '';
			const values = this.#values(facet, hits).filter(
				({ id }) => by[facet].has(id) || id === chosen,
			);
			const option = (value: string, text: string) =>
				new Option(text, value, false, value === chosen);
			select.replaceChildren(
				option('', select.dataset['any'] ?? ''),
				...values.map(({ id, name }) => option(id, `${name} (${by[facet].get(id) ?? 0})`)),
			);
			select.hidden = values.length === 0;
		}
		const count = this.#mineLabel.querySelector('span');
		if (count) count.textContent = `(${mine})`;
		// Without a project everything applies, and the choice would say nothing.
		this.#mineLabel.hidden = !readCurrent().project || (mine === 0 && !this.#chosen.mine);
	}

	#read(): void {
		const chosen = facets.flatMap((facet) => {
			const select = this.#selects.get(facet);
			const value = select ? select.value : this.#chosen[facet];
			return value ? [[facet, value] as const] : [];
		});
		this.#chosen = { ...Object.fromEntries(chosen), ...(this.#mine.checked ? { mine: true } : {}) };
	}

	#values(facet: Facet, hits: readonly Hit[]): readonly { id: string; name: string }[] {
		const { teams, phases, markets, words } = this.#setting;
		const named = (ids: readonly string[], key: string) =>
			ids.map((id) => ({ id, name: words[`${key}${id}`] ?? id }));
		switch (facet) {
			case 'team': {
				const found = new Map(hits.map(({ unit }) => [unit.team, unit.teamName]));
				return teams.map(({ id, name = found.get(id) ?? id }) => ({ id, name }));
			}
			case 'phase':
				return phases;
			case 'market':
				return markets;
			case 'kind':
				return named(kinds, 'search.kind-');
			case 'level':
				return named(['essential', 'further'], 'level.');
			case 'owner': {
				const owners = new Map(hits.map(({ unit }) => [unit.owner, unit.ownerName]));
				return [...owners].flatMap(([id, name]) => (id ? { id, name } : []));
			}
		}
	}
}

/** What narrowing must know of the project and the playbook. */
export function filterSetting({ teams }: SearchSetting): Setting {
	const ids = (kind?: 'cross-team') => teams.flatMap((team) => (team.kind === kind ? team.id : []));
	return { project: readCurrent().project, teams: ids(), lists: ids('cross-team') };
}
