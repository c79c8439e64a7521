import { store, type Edit } from '../../browser/store.ts';
import { loadTable, loadWords, type TableItem } from '../../browser/tables.ts';
import { emptyProject, statusOf } from '../../progress/project.ts';
import { applies } from '../../progress/scope.ts';
import { tick } from '../../progress/tick.ts';
import { undo } from '../../progress/restore.ts';
import type { Words } from '../../words/words.ts';
import { button, el } from '../parts/dom.ts';
import { faultInWords } from '../parts/fault.ts';
import { keepLive } from '../page/live.ts';
import { findNumber } from './number.ts';

/** `<pb-paper>`: types the numbers that were ticked on paper; says each title, refuses the rest. */
export class PbPaperElement extends HTMLElement {
	/** The team's letters of the last number, for those who then type only figures. */
	#code = '';

	connectedCallback(): void {
		keepLive();
		this.addEventListener('submit', this);
		this.addEventListener('focusin', () => void load(), { once: true });
	}

	disconnectedCallback(): void {
		this.removeEventListener('submit', this);
	}

	handleEvent(event: Event): void {
		event.preventDefault();
		void this.#enter();
	}

	async #enter(): Promise<void> {
		const input = this.querySelector('input');
		const said = this.querySelector('.paper-said');
		if (!input?.value.trim() || !said) return;
		const typed = input.value;
		const [table, words] = await load();
		const say = (key: string, values: Record<string, string> = {}) =>
			(said.textContent = words(`paper.${key}`, values));
		const item = findNumber(typed, table.items, this.#code);
		said.classList.toggle('refused', !item);
		if (!item) {
			say('unknown', { no: typed.trim() });
			input.select();
			return;
		}
		input.value = '';
		input.focus();
		this.#code = item.no.split('-')[0] ?? '';
		const { no, title } = item;
		const before = store().project;
		if (before && statusOf(before, item.id).is === 'done')
			return void say('already', { no, title });
		const isTaken = store().update((doc, stamp) => tick(doc, item, true, stamp), [item.id]);
		const { project: after, fault } = store();
		said.classList.toggle('refused', !isTaken);
		if (!isTaken) said.textContent = faultInWords(fault, words);
		if (!isTaken || !after) return;
		say(applies(item, after).applies ? 'ticked' : 'outside', { no, title });
		this.#list(item, words, (doc, stamp) =>
			undo(doc, before ?? emptyProject(after.id, after.playbook), after, stamp),
		);
	}

	#list(item: TableItem, words: Words, back: Edit): void {
		const takeBack = () => {
			const isTaken = store().update(back, [item.id]);
			if (isTaken) row.remove();
			const said = this.querySelector('.paper-said');
			if (said)
				said.textContent = isTaken
					? words('paper.undone', { no: item.no })
					: faultInWords(store().fault, words);
			this.querySelector('input')?.focus();
		};
		const row = el(
			'li',
			{ 'data-ink': item.team },
			el('span', { class: 'item-no' }, item.no),
			el('span', {}, item.title),
			button(words('undo.button'), takeBack, {
				class: 'link',
				'aria-label': words('paper.undo', { no: item.no }),
			}),
		);
		this.querySelector('.paper-done')?.prepend(row);
	}
}

const load = () => Promise.all([loadTable(), loadWords()]);
