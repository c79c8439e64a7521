/** The search dialog: a combobox over grouped results. Fetched only when somebody wants to search. */
import { address } from '../../browser/address.ts';
import { addressFor } from '../../browser/search-address.ts';
import { warmUp } from '../../browser/search-index.ts';
import { rememberedSearch, rememberSearch } from '../../browser/search-memory.ts';
import { grouped } from '../../search/facets.ts';
import type { Hit } from '../../search/rank.ts';
import type { SearchSetting } from '../../search/setting.ts';
import type { Words } from '../../words/words.ts';
import type { Found } from './engine.ts';
import { element, resultLink } from './rows.ts';
import { startingPoints } from './start.ts';
import { SearchView } from './view.ts';

/** Shown of each group; the rest is a step away on the results page. */
const shown = { items: 8, facts: 4, sections: 3, pages: 3 };

warmUp();
let opened: SearchDialog | undefined;

/** Opens the dialog that the page holds ready, with what was last asked in it. */
export function openSearch(): void {
	const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
	if (!dialog) throw new Error('The page has no search dialog.');
	opened ??= new SearchDialog(dialog);
	opened.open();
}

class SearchDialog {
	#dialog: HTMLDialogElement;
	#input: HTMLInputElement;
	#body: HTMLElement;
	#list: HTMLElement;
	#start: HTMLElement;
	#more: HTMLAnchorElement;
	#view: SearchView;
	#active = -1;
	/** What was gone to by keys, for this question. */
	#chosen: string | undefined;

	constructor(dialog: HTMLDialogElement) {
		const part = <E extends HTMLElement>(selector: string) => dialog.querySelector(selector) as E;
		this.#dialog = dialog;
		this.#input = part('input');
		this.#body = part('.search-body');
		this.#list = part('[role=listbox]');
		this.#start = part('.search-start');
		this.#more = part('.search-more');
		const asked = rememberedSearch();
		this.#view = new SearchView({
			facets: ['kind', 'team', 'phase'],
			filters: asked?.filters ?? {},
			controls: part('.search-controls'),
			status: part('[role=status]'),
			results: this.#list,
			draw: (...what) => this.#draw(...what),
		});
		this.#input.value = asked?.query ?? '';
		for (const type of ['input', 'compositionend', 'keydown', 'click', 'submit', 'close'])
			dialog.addEventListener(type, this);
		addEventListener('popstate', this);
	}

	open(): void {
		if (this.#dialog.open) return;
		whenStyled(this.#dialog, () => {
			if (this.#dialog.open) return;
			this.#dialog.showModal();
			this.#input.focus();
			this.#input.select();
			void this.#view.ask(this.#input.value);
		});
	}

	handleEvent(event: Event): void {
		// Another question or filter: what was chosen among the old results says nothing of the new.
		if (event.type === 'input') this.#chosen = undefined;
		if (event instanceof KeyboardEvent) this.#key(event);
		else if (event instanceof PopStateEvent) {
			if (rememberedSearch()) this.open();
		} else if (event.type === 'click') this.#click(event);
		else if (event.type === 'close') this.#forget();
		else if (event.type === 'submit') event.preventDefault();
		// While Chinese is being composed, the letters are not yet what is looked for.
		else if (event.target === this.#input && !(event as InputEvent).isComposing)
			this.#view.type(this.#input.value);
	}

	#click({ target }: Event): void {
		if (!(target instanceof Element)) return;
		if (target === this.#dialog || target.closest('.search-close')) this.#dialog.close();
		const link = target.closest('a');
		if (!link) return;
		// So that "back" comes back to the results, also on a page that is loaded anew.
		const { query, filters } = this.#view;
		rememberSearch({ query, filters });
		const isHere = link.hash && link.pathname === address().pathname;
		if (isHere) this.#leave();
	}

	/** Closes for a place on this page, and keeps the results for "back". */
	#leave(): void {
		this.#dialog.removeEventListener('close', this);
		this.#dialog.close();
		this.#dialog.addEventListener('close', this);
		void import('./landing.ts');
	}

	/** Closed by hand: nothing to come back to. */
	#forget(): void {
		this.#chosen = undefined;
		if (rememberedSearch()) rememberSearch(undefined);
	}

	#key(event: KeyboardEvent): void {
		if (event.target !== this.#input || event.isComposing) return;
		const { length } = this.#options;
		const to = {
			ArrowDown: this.#active + 1,
			ArrowUp: this.#active - 1,
			PageDown: this.#active + 5,
		};
		const goal = { ...to, PageUp: this.#active - 5 }[event.key];
		if (goal !== undefined && length > 0) {
			const isStep = event.key.startsWith('Arrow');
			this.#activate(isStep ? (goal + length) % length : Math.min(Math.max(goal, 0), length - 1));
			this.#chosen = this.#options[this.#active]?.href;
		} else if (event.key === 'Enter') {
			const option = this.#options[this.#active];
			if (option) option.click();
			else if (this.#input.value.trim()) this.#more.click();
		} else if (event.key === 'Escape' && !this.#input.value) this.#dialog.close();
		else return;
		event.preventDefault();
	}

	get #options(): HTMLAnchorElement[] {
		return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
	}

	#activate(index: number): void {
		this.#active = index;
		for (const [i, option] of this.#options.entries()) {
			option.setAttribute('aria-selected', String(i === index));
			if (i !== index) continue;
			this.#input.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		}
		if (index < 0) this.#input.removeAttribute('aria-activedescendant');
	}

	#draw(hits: readonly Hit[], found: Found | null, setting: SearchSetting, words: Words): void {
		this.#start.replaceChildren(...(found ? [] : startingPoints(setting, words)));
		const parts = grouped(hits).map(([group, own]) => {
			const options = own.slice(0, shown[group]).map((hit) => {
				const link = resultLink(hit, found?.queries ?? [], setting);
				link.setAttribute('role', 'option');
				link.tabIndex = -1;
				return link;
			});
			const name = words(`search.group-${group}`, { count: own.length });
			const head = element('p', 'search-group', name);
			head.setAttribute('aria-hidden', 'true');
			const box = element('div', '', head, ...options);
			box.setAttribute('role', 'group');
			box.setAttribute('aria-label', name);
			return box;
		});
		this.#list.replaceChildren(...parts);
		for (const [i, option] of this.#options.entries()) option.id = `search-option-${i}`;
		this.#input.setAttribute('aria-expanded', String(hits.length > 0));
		const { query, filters } = this.#view;
		this.#more.href = addressFor(setting.results, { query, filters });
		this.#more.textContent = words('search.all', { count: hits.length });
		this.#more.hidden = hits.length === 0;
		// Enter lands on the best one, which is the first, or on the one gone to before more came in.
		const again = this.#options.findIndex(({ href }) => href === this.#chosen);
		this.#activate(hits.length === 0 ? -1 : Math.max(0, again));
		if (again < 0) this.#body.scrollTop = 0;
	}
}

/** Runs once the stylesheet has come that was asked for with the dialog, or failed. */
function whenStyled(dialog: HTMLDialogElement, run: () => void): void {
	const sheet = dialog.parentElement?.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
	if (!sheet || sheet.sheet) return run();
	for (const type of ['load', 'error']) sheet.addEventListener(type, run, { once: true });
}
