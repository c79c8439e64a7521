/** `<pb-print>`: what is chosen stands in the address; the sheets below are the preview. */
import { address } from '../../browser/address.ts';
import { showAddress } from '../../browser/show-address.ts';
import { settings } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { statusOf } from '../../progress/project.ts';
import { applies } from '../../progress/scope.ts';
import { itemOf } from '../page/item-list.ts';
import { announce, keepLive } from '../page/live.ts';
import { isChosen, readChoice, writeChoice, type Choice, type Known } from './choice.ts';
import { addHost, drawCodes, furnish } from './furniture.ts';
import { loadTongue, sayItem, sayTexts, type Tongue } from './tongues.ts';
import { fillAround } from '../parts/fill.ts';

export class PbPrintElement extends HTMLElement {
	/** Set once something other than the texts of the page was asked for. */
	#tongues: Tongue[] = [];
	#asked = 0;

	connectedCallback(): void {
		const form = this.#form;
		if (!form) return;
		keepLive();
		addHost(this);
		const early = fillAround(form, () => this.#fill(readChoice(address().search, this.#known)));
		for (const control of early) if (control instanceof HTMLInputElement) this.#settle(control);
		this.addEventListener('change', this);
		this.addEventListener('submit', this);
		store().addEventListener('change', this);
		addEventListener('beforeprint', this);
		void this.#show(early.length > 0);
	}

	disconnectedCallback(): void {
		this.removeEventListener('change', this);
		this.removeEventListener('submit', this);
		store().removeEventListener('change', this);
		removeEventListener('beforeprint', this);
	}

	handleEvent(event: Event): void {
		if (event.type === 'submit') return void this.#print(event);
		if (event.type === 'beforeprint') return furnish(this, this.#tongues);
		if (event.target instanceof HTMLInputElement) this.#settle(event.target);
		void this.#show(event.target !== store());
	}

	get #form(): HTMLFormElement | null {
		return this.querySelector('form');
	}

	get #known(): Known {
		const values = (name: string) =>
			[...this.querySelectorAll<HTMLInputElement>(`[name=${name}]`)].flatMap(
				({ value }) => value || [],
			);
		return {
			teams: values('teams'),
			phases: values('phases'),
			languages: this.dataset['languages']?.split(' ') ?? [],
		};
	}

	/** The choice as the form has it. */
	get #choice(): Choice {
		const query = new URLSearchParams();
		for (const [name, value] of new FormData(this.#form ?? undefined)) {
			const before = query.get(name);
			if (typeof value === 'string' && value)
				query.set(name, before ? `${before},${value}` : value);
		}
		return readChoice(`?${query}`, this.#known);
	}

	#fill(choice: Choice): void {
		for (const control of this.#form?.elements ?? []) {
			if (control instanceof HTMLSelectElement) {
				const value = choice[control.name as keyof Choice];
				control.value = String(value);
				// A pair is offered with the page's own language first, whichever way a link names it.
				if (control.selectedIndex < 0) control.value = String([value].flat().reverse());
				if (control.selectedIndex < 0) control.selectedIndex = 0;
			} else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
				const chosen = choice[control.name as 'teams' | 'phases'];
				control.checked = control.value ? chosen.includes(control.value) : chosen.length === 0;
			}
		}
	}

	/** "All" goes when one is chosen, and comes back when none is. */
	#settle(changed: HTMLInputElement): void {
		const group = [...this.querySelectorAll<HTMLInputElement>(`[name="${changed.name}"]`)];
		const all = group.find(({ value }) => !value);
		if (!all) return;
		if (changed === all) for (const one of group) one.checked = one === all;
		else all.checked = !group.some((one) => one !== all && one.checked);
	}

	async #show(byHand = false): Promise<void> {
		const choice = this.#choice;
		if (byHand) showAddress(writeChoice(choice) || address().pathname);
		for (const name of ['boxes', 'detail', 'level', 'sign', 'notes'] as const)
			this.dataset[name] = choice[name];
		const count = this.#select(choice);
		void drawCodes(this);
		await this.#speak(choice);
		furnish(this, this.#tongues);
		const output = this.querySelector('output');
		const texts = output?.dataset ?? {};
		const text = (count === 1 ? texts['one'] : texts['other'])?.replace('{count}', `${count}`);
		if (output) output.textContent = (count === 0 ? texts['empty'] : text) ?? '';
		if (byHand) announce(output?.textContent ?? '');
	}

	/** Hides what is not chosen; says how many items are. */
	#select(choice: Choice): number {
		const { project } = store();
		const { teams, words } = settings();
		let count = 0;
		for (const phase of this.querySelectorAll<HTMLElement>('.sheet-phase')) {
			let inPhase = 0;
			for (const row of phase.querySelectorAll<HTMLElement>('.item')) {
				const item = itemOf(row, teams);
				if (!item) continue;
				const { is } = project ? statusOf(project, item.id) : { is: 'todo' as const };
				const about = { ...item, phase: phase.dataset['phase'] ?? '', status: is };
				row.hidden =
					!isChosen(about, choice) || (project !== null && !applies(item, project).applies);
				if (!row.hidden) inPhase += 1;
				const shown = choice.boxes === 'blank' ? 'todo' : is;
				row.querySelector('.box')?.setAttribute('aria-label', words(`status.${shown}`));
			}
			phase.hidden = inPhase === 0;
			count += inPhase;
		}
		for (const sheet of this.querySelectorAll<HTMLElement>('.sheet'))
			sheet.hidden = !sheet.querySelector('.sheet-phase:not([hidden])');
		return count;
	}

	/** Says what is shown in the languages chosen, as soon as they are there. */
	async #speak({ languages, detail }: Choice): Promise<void> {
		const own = settings().language;
		const wanted = languages.length > 0 ? languages : [own];
		this.toggleAttribute('data-pair', wanted.length > 1);
		// The page itself has its own language without the long texts.
		const isBuilt = wanted.length === 1 && wanted[0] === own && detail !== 'all';
		// What was asked for before is not shown any more, even where there is nothing to wait for.
		const asked = (this.#asked += 1);
		if (isBuilt && this.#tongues.length === 0) return;
		const failed = this.querySelector<HTMLElement>('.print-failed');
		try {
			const tongues = await Promise.all(wanted.map((id) => loadTongue(id, detail === 'all')));
			if (asked !== this.#asked) return;
			this.#tongues = tongues;
			const { project } = store();
			for (const sheet of this.querySelectorAll<HTMLElement>('.sheet:not([hidden])')) {
				sayTexts(sheet, tongues);
				for (const row of sheet.querySelectorAll<HTMLElement>('.item:not([hidden])'))
					sayItem(row, tongues, project);
			}
			if (failed) failed.hidden = true;
		} catch {
			if (failed) failed.hidden = false;
		}
	}

	async #print(event: Event): Promise<void> {
		event.preventDefault();
		await this.#show();
		await drawCodes(this);
		print();
	}
}
