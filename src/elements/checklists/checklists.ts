import { address } from '../../browser/address.ts';
import { showAddress } from '../../browser/show-address.ts';
import { settings, today } from '../../browser/settings.ts';
import { store, type ChangeDetail } from '../../browser/store.ts';
import type { Plan } from '../../progress/board.ts';
import { grouped } from '../../progress/groups.ts';
import { troubled } from '../../progress/handoffs.ts';
import { newProject } from '../../progress/new-project.ts';
import {
	isShown,
	printSearch,
	readView,
	wholeView,
	writeView,
	type View,
} from '../../progress/view.ts';
import { cardsIn, type Card } from './cards.ts';
import { fillForm, fillOwners, viewName, viewOf } from './form.ts';
import { groupSection } from './groups.ts';
import type { Wanted } from '../export/export.ts';
import { keepLive } from '../page/live.ts';
import { fillAround } from '../parts/fill.ts';

/**
 * `<pb-checklists>`: groups and filters the cards that the page holds. By team they stay where they
 * stand; any other group takes them into a section of its own and gives them back.
 */
export class PbChecklistsElement extends HTMLElement {
	#cards: Card[] = [];
	#shown: Card[] = [];
	#view = wholeView;
	/** Which groups the page shows now; '' as it came. */
	#grouped = '';
	#waiting = false;

	connectedCallback(): void {
		keepLive();
		this.#cards = cardsIn(this, settings().teams);
		for (const type of ['input', 'reset', 'submit', 'pb-export-items'])
			this.addEventListener(type, this);
		store().addEventListener('change', this);
		addEventListener('popstate', this);
		this.#read();
	}

	disconnectedCallback(): void {
		store().removeEventListener('change', this);
		removeEventListener('popstate', this);
	}

	handleEvent(event: Event): void {
		const { type } = event;
		if (type === 'pb-export-items') return this.#answer(event as CustomEvent<Wanted>);
		if (type === 'submit') return event.preventDefault();
		if (type === 'popstate') return this.#read();
		if (type === 'reset') return this.#choose({ ...wholeView, group: this.#view.group });
		if (type === 'change') {
			// What is ticked or edited here stays in sight, whatever the filter says of it now.
			if (!(event as CustomEvent<ChangeDetail>).detail?.items) this.#show(true);
			return;
		}
		const { target } = event;
		if (!(target instanceof Element) || !target.closest('.lists-form')) return;
		// Several keys of one frame are one search.
		if (this.#waiting) return;
		this.#waiting = true;
		requestAnimationFrame(() => {
			this.#waiting = false;
			this.#choose(viewOf(this.#form));
		});
	}

	get #form(): HTMLFormElement {
		return this.querySelector('.lists-form') as HTMLFormElement;
	}

	/** Takes the view from the address, and what was chosen before this script came. */
	#read(): void {
		this.#view = readView(address().searchParams);
		const early = fillAround(this.#form, () => this.#show(true));
		if (early.length > 0) this.#choose(viewOf(this.#form));
	}

	/** Takes the view from the form, and writes it into the address. */
	#choose(view: View): void {
		this.#view = view;
		const to = address();
		to.search = new URLSearchParams(writeView(view)).toString();
		showAddress(to);
		this.#show(false);
	}

	#show(withForm: boolean): void {
		const doc =
			store().project ?? newProject({ id: 'none', playbook: settings().playbook }, [0, '']);
		const plan = { doc, today: today() };
		if (withForm) {
			fillOwners(this.#form, doc, this.#view.owner, this.#cards);
			fillForm(this.#form, this.#view);
		}
		const waits = troubled(this.#cards, plan);
		this.#shown = this.#cards.filter((card) => isShown(card, this.#view, plan, waits));
		const shown = new Set(this.#shown);
		for (const card of this.#cards) {
			const hidden = !shown.has(card);
			if (card.element.hidden !== hidden) card.element.hidden = hidden;
		}
		this.#arrange(plan);
		this.#say();
	}

	#arrange(plan: Plan): void {
		const { group } = this.#view;
		const lists = this.querySelector<HTMLElement>('.lists') as HTMLElement;
		if (this.#grouped) {
			for (const { element, home } of this.#cards) home.append(element);
			for (const section of this.querySelectorAll('.list.made')) section.remove();
		}
		this.#grouped = group === 'team' ? '' : group;
		for (const part of lists.querySelectorAll<HTMLElement>('.list, [data-phase]'))
			part.hidden = !part.querySelector('.item:not([hidden])');
		lists.hidden = this.#grouped !== '';
		if (!this.#grouped) return;
		const phases = this.#names('phase').map(([id]) => id);
		const groups = grouped(this.#shown, group, plan, phases);
		this.#shown = groups.flatMap(({ items }) => items);
		this.append(...groups.map((one) => groupSection(one, this.#heading(one.key, one.items))));
	}

	#heading(key: string, [first]: readonly Card[]): string {
		const { group } = this.#view;
		if (group === 'phase') return new Map(this.#names('phase')).get(key) ?? key;
		if (group === 'owner') return key.startsWith('name:') ? key.slice(5) : (first?.role ?? key);
		const names = JSON.parse(this.dataset['groups'] ?? '{}') as Record<string, string>;
		if (names[key]) return names[key];
		const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
		return new Intl.DateTimeFormat(settings().locale, month).format(new Date(`${key}-01`));
	}

	/** What a field of the form offers: values with their names. */
	#names(name: string): [string, string][] {
		const select = this.#form.elements.namedItem(name) as HTMLSelectElement;
		return [...select.options].filter(({ value }) => value).map(({ value, text }) => [value, text]);
	}

	#say(): void {
		const { words } = settings();
		const link = this.querySelector<HTMLAnchorElement>('a[data-print]');
		if (link) link.search = printSearch(this.#view);
		const count = this.#form.querySelector('output');
		const text = words('progress.items', { count: this.#shown.length });
		if (count && count.textContent !== text) count.textContent = text;
		const isFiltered = writeView({ ...this.#view, group: 'team' }).length > 0;
		const reset = this.#form.querySelector<HTMLElement>('[type=reset]');
		if (reset) reset.hidden = !isFiltered;
		const none = this.querySelector<HTMLElement>('.lists-none');
		if (none) none.hidden = this.#shown.length > 0;
		this.dispatchEvent(new CustomEvent('pb-checklists-change', { bubbles: true }));
	}

	#answer({ detail }: CustomEvent<Wanted>): void {
		detail.ids = this.#shown.map(({ id }) => id);
		detail.name = viewName(this.#form);
	}
}
