/** What the dialog and the results page share: asking, narrowing, saying how much was found. */
import { loadSetting, warmUp } from '../../browser/search-index.ts';
import { settings } from '../../browser/settings.ts';
import { countFacets, narrow, type Facet, type Filters } from '../../search/facets.ts';
import type { Hit } from '../../search/rank.ts';
import type { SearchSetting } from '../../search/setting.ts';
import { wordsFrom, type Words } from '../../words/words.ts';
import { find, type Found } from './engine.ts';
import { filterSetting, SearchFilters } from './filters.ts';

/** Where a view is drawn and how. */
export interface ViewParts {
	/** What the controls offer to narrow by. */
	readonly facets: readonly Facet[];
	readonly filters: Filters;
	/** The place of the controls. */
	readonly controls: HTMLElement;
	readonly status: HTMLElement;
	/** Where the results are drawn; busy until the last have come. */
	readonly results: HTMLElement;
	/** Draws the results that pass; `found` is null before anything is asked. */
	draw(hits: readonly Hit[], found: Found | null, setting: SearchSetting, words: Words): void;
}

/** One search as somebody goes on typing and choosing. */
export class SearchView {
	#parts: ViewParts;
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#query = '';
	#found: Found | null = null;
	/** What was looked for, once all that was found is there. */
	#answered: string | undefined;
	#filters: SearchFilters | undefined;

	constructor(parts: ViewParts) {
		this.#parts = parts;
		warmUp();
	}

	get query(): string {
		return this.#query;
	}

	get filters(): Filters {
		return this.#filters?.chosen ?? this.#parts.filters;
	}

	/** Shows other filters than were chosen here. */
	choose(filters: Filters): void {
		if (this.#filters) this.#filters.choose(filters);
		else this.#parts = { ...this.#parts, filters };
	}

	/** Looks for what was typed, once typing pauses for a moment. */
	type(query: string): void {
		this.#query = query;
		// What is still coming answers another question.
		this.#turn += 1;
		this.#busy(true);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.ask(query), 60);
	}

	/** Looks for it now; what was found already is only drawn again, as other filters leave it. */
	async ask(query: string): Promise<void> {
		clearTimeout(this.#timer);
		this.#query = query;
		const turn = ++this.#turn;
		const isStale = () => turn !== this.#turn;
		const { status } = this.#parts;
		this.#busy(true);
		try {
			const setting = await loadSetting();
			if (isStale()) return;
			const words = wordsFrom(setting.words, settings().language);
			if (!query.trim() && Object.keys(this.filters).length === 0) {
				this.#found = null;
				this.#answered = undefined;
				status.textContent = words('search.hint');
				this.#draw(setting, words);
			} else if (query === this.#answered) this.#draw(setting, words);
			else {
				this.#answered = undefined;
				if (!this.#found) status.textContent = words('search.loading');
				await find(query, (found) => this.#show(found, setting, words), isStale);
				if (!isStale()) this.#answered = query;
			}
		} catch {
			// The words may not have come either: the page holds this one ready.
			if (!isStale()) status.textContent = status.dataset['failed'] ?? '';
		}
		if (!isStale()) this.#busy(false);
	}

	#busy(isBusy: boolean): void {
		this.#parts.results.setAttribute('aria-busy', String(isBusy));
	}

	#show(found: Found, setting: SearchSetting, words: Words): void {
		// That the first few do not pass says nothing of the rest.
		const scope = filterSetting(setting);
		if (found.isEarly && narrow(found.hits, this.filters, scope).length === 0) return;
		this.#found = found;
		this.#draw(setting, words);
	}

	#draw(setting: SearchSetting, words: Words): void {
		const { controls, facets, status, draw, filters } = this.#parts;
		const scope = filterSetting(setting);
		this.#filters ??= new SearchFilters(setting, facets, filters, () => void this.ask(this.#query));
		if (!this.#filters.element.isConnected) controls.replaceChildren(this.#filters.element);
		const found = this.#found;
		controls.hidden = !found;
		if (!found) return draw([], null, setting, words);
		const hits = narrow(found.hits, this.filters, scope);
		this.#filters.draw(countFacets(found.hits, this.filters, scope), found.hits);
		status.textContent = this.#inWords(found, hits.length, words);
		draw(hits, found, setting, words);
	}

	#inWords({ corrected, whole, isCut, isEarly }: Found, count: number, words: Words): string {
		if (isEarly) return words('search.loading');
		const query = this.#query.trim();
		if (count === 0) return words(query ? 'search.none' : 'search.none-left', { query });
		const results = words(isCut ? 'search.results-cut' : 'search.results', { count });
		if (corrected) return words('search.corrected', { results, query: corrected });
		if (whole === 0) return words('search.loose', { results, query });
		return whole ? words('search.near', { results, whole }) : results;
	}
}
