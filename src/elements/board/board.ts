import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords, type Table } from '../../browser/tables.ts';
import { tick } from '../../progress/change.ts';
import { launchOf, nameOf, type ProjectDocument } from '../../progress/project.ts';
import { ratio, readiness } from '../../progress/summary.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { drawHandoffs } from './handoffs.ts';
import { drawLists, unbroken, type BoardView } from './lists.ts';
import { drawAbsent, drawFlags } from './matrix.ts';
import { demand } from '../page/demand.ts';
import { announce, keepLive } from '../page/live.ts';
import { el } from '../parts/dom.ts';

/** `<pb-board>`: draws what the project makes of the playbook; the page holds the places for it. */
export class PbBoardElement extends HTMLElement {
	#loaded: { table: Table; words: Words } | undefined;
	/** What was ticked here stays where it stood until the page is left, so that nothing jumps away. */
	#ticked = new Map<string, ProjectDocument>();
	#drawing = false;
	/** The project that the lists show. */
	#drawn = '';

	connectedCallback(): void {
		keepLive();
		store().addEventListener('change', this);
		this.addEventListener('change', this);
		this.#frame();
		void this.#load();
	}

	disconnectedCallback(): void {
		store().removeEventListener('change', this);
		this.removeEventListener('change', this);
	}

	handleEvent({ target }: Event): void {
		if (target instanceof HTMLInputElement) return this.#tick(target);
		// Several edits of one moment are one drawing.
		if (this.#drawing) return;
		this.#drawing = true;
		requestAnimationFrame(() => {
			this.#drawing = false;
			this.#draw();
		});
	}

	async #load(): Promise<void> {
		try {
			const [table, words] = await Promise.all([loadTable(), loadWords()]);
			this.#loaded = { table, words };
			this.#draw();
		} catch {
			this.#part('failed').hidden = false;
		}
	}

	#tick({ type, checked, dataset }: HTMLInputElement): void {
		const item = this.#loaded?.table.items.find(({ id }) => id === dataset['tick']);
		if (type !== 'checkbox' || !item) return;
		const before = store().project;
		if (!store().update((doc, stamp) => tick(doc, item, checked, stamp), [item.id]))
			return demand('fault');
		if (before && !this.#ticked.has(item.id)) this.#ticked.set(item.id, before);
		announce(
			settings().words(checked ? 'checklist.ticked' : 'checklist.unticked', { no: item.no }),
		);
	}

	/** What needs no table: it stands with the first frame. */
	#frame(): void {
		const { project } = store();
		this.classList.toggle('is-empty', !project);
		this.#part('empty').hidden = Boolean(project);
		drawAbsent(this, project);
	}

	#draw(): void {
		this.#frame();
		const { project } = store();
		if (!this.#loaded || !project) return;
		// What was ticked in another project says nothing of this one.
		if (project.id !== this.#drawn) this.#ticked.clear();
		this.#drawn = project.id;
		const { table, words } = this.#loaded;
		const plan = { doc: project, today: today() };
		const listed = { ...plan, doc: withoutTicks(project, this.#ticked) };
		const view: BoardView = { table, words, plan, listed, locale: settings().locale };
		this.#part('percent').textContent = percent(ratio(readiness(table.items, project)));
		this.#part('project').replaceChildren(...projectLine(view));
		drawFlags(this, view);
		keepFocus(this, () => drawLists(this, view));
		drawHandoffs(this, view);
	}

	#part(name: string): HTMLElement {
		return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
	}
}

/** The project with each of the items as it stood in an earlier state. */
function withoutTicks(
	doc: ProjectDocument,
	before: ReadonlyMap<string, ProjectDocument>,
): ProjectDocument {
	const items = { ...doc.items };
	for (const [id, earlier] of before) items[id] = earlier.items?.[id] ?? {};
	return { ...doc, items };
}

/** Draws anew without taking the keyboard away from what it stood on. */
function keepFocus(host: HTMLElement, draw: () => void): void {
	const { activeElement } = document;
	const id = activeElement instanceof HTMLElement ? activeElement.dataset['key'] : undefined;
	draw();
	if (id) host.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus();
}

// Cut, not rounded: 99.6% is not ready.
function percent(share: number): string {
	return `${Math.floor(share * 100)}%`;
}

/** The project's name, and below it "Launch Mon, Mar 1, 2027 · As of Wed, Jan 20, 2027". */
function projectLine({ plan: { doc, today: day }, words, locale }: BoardView): (Node | string)[] {
	const launch = launchOf(doc);
	const when = launch
		? words('board.launch-on', { date: dateInWords(launch, locale) })
		: words('board.unset');
	const now = words('board.as-of', { date: dateInWords(day, locale) });
	return [el('span', { class: 'board-name' }, nameOf(doc)), unbroken(when), ' · ', unbroken(now)];
}
