import { keepInAddress, readAddress } from '../../browser/search-address.ts';
import { facets, grouped, type Group } from '../../search/facets.ts';
import type { Hit } from '../../search/rank.ts';
import type { SearchSetting } from '../../search/setting.ts';
import type { Words } from '../../words/words.ts';
import type { Found } from './engine.ts';
import { element, resultLink } from './rows.ts';
import { startingPoints } from './start.ts';
import { SearchView } from './view.ts';

/** Shown of each group at first. */
const some = 12;

/** `<pb-search-page>`: all results of a search that stands in the address. */
export class PbSearchPageElement extends HTMLElement {
	#view: SearchView | undefined;
	/** Groups that were opened to their end. */
	#whole = new Set<Group>();

	connectedCallback(): void {
		const { query, filters } = readAddress();
		const part = <E extends HTMLElement>(selector: string) => this.querySelector(selector) as E;
		this.#view ??= new SearchView({
			facets,
			filters,
			controls: part('.search-controls'),
			status: part('[role=status]'),
			results: part('.search-results'),
			draw: (...what) => this.#draw(...what),
		});
		// Somebody may have typed before this script came.
		this.#input.value ||= query;
		for (const type of ['input', 'compositionend', 'submit']) this.addEventListener(type, this);
		addEventListener('popstate', this);
		void this.#view.ask(this.#input.value);
	}

	disconnectedCallback(): void {
		removeEventListener('popstate', this);
	}

	handleEvent(event: Event): void {
		if (event.type === 'popstate') {
			const { query, filters } = readAddress();
			this.#input.value = query;
			this.#view?.choose(filters);
			void this.#view?.ask(query);
		} else if (event.type === 'submit') {
			event.preventDefault();
			void this.#view?.ask(this.#input.value);
		} else if (event.target === this.#input && !(event as InputEvent).isComposing) {
			this.#whole.clear();
			this.#view?.type(this.#input.value);
		}
	}

	get #input(): HTMLInputElement {
		return this.querySelector('input[type=search]') as HTMLInputElement;
	}

	#draw(hits: readonly Hit[], found: Found | null, setting: SearchSetting, words: Words): void {
		const { query, filters } = this.#view ?? { query: '', filters: {} };
		keepInAddress({ query, filters });
		const results = this.querySelector('.search-results');
		if (!results) return;
		if (!found) return results.replaceChildren(...startingPoints(setting, words));
		results.replaceChildren(
			...grouped(hits).map(([group, own]) => {
				const title = element(
					'h2',
					'search-group',
					words(`search.group-${group}`, { count: own.length }),
				);
				const all = this.#whole.has(group) ? own : own.slice(0, some);
				const rows = all.map((hit) => element('li', '', resultLink(hit, found.queries, setting)));
				const list = element('ol', '', ...rows);
				list.setAttribute('role', 'list');
				const section = element('section', '', title, list);
				section.dataset['group'] = group;
				if (own.length > all.length && !found.isEarly)
					section.append(this.#wholeButton(group, own.length, words, list));
				return section;
			}),
		);
	}

	#wholeButton(group: Group, count: number, words: Words, list: HTMLElement): HTMLButtonElement {
		const button = element('button', 'quiet', words('search.whole', { count }));
		button.type = 'button';
		button.addEventListener('click', () => {
			const next = list.childElementCount;
			this.#whole.add(group);
			// Drawing again makes a new list; the focus goes on where the old one ended.
			void this.#view?.ask(this.#view.query).then(() => {
				const section = this.querySelector(`section[data-group=${group}]`);
				section?.querySelectorAll('a')[next]?.focus();
			});
		});
		return button;
	}
}
