import { store, type Edit } from '../../browser/store.ts';
import { loadWords } from '../../browser/tables.ts';
import { rename, setDates, setPerson, setScope } from '../../progress/change.ts';
import { peopleOf } from '../../progress/people.ts';
import { nameOf, personOf, startOf, type ProjectDocument } from '../../progress/project.ts';
import { el } from '../parts/dom.ts';
import { faultInWords, save } from '../parts/fault.ts';
import { sayAgain } from '../page/early.ts';
import { announce, keepLive } from '../page/live.ts';
import { fillScope, readScope } from './scope-form.ts';

/** `<pb-settings>`: the open project's name, dates, scope and people, kept as they are left. */
export class PbSettingsElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		this.addEventListener('change', this);
		this.addEventListener('submit', this);
		// Before it hears the store, whose changes fill all fields anew.
		sayAgain(this);
		store().addEventListener('change', this);
		this.#fill();
	}

	disconnectedCallback(): void {
		this.removeEventListener('change', this);
		this.removeEventListener('submit', this);
		store().removeEventListener('change', this);
	}

	handleEvent(event: Event): void {
		const { target, type } = event;
		if (target === store()) this.#fill();
		else if (type === 'submit') event.preventDefault();
		else if (target instanceof HTMLInputElement) this.#keep(target);
	}

	#keep(input: HTMLInputElement): void {
		const { form, name, value, validity } = input;
		if (!form || (input.type === 'date' && !validity.valid)) return;
		const edits: Record<string, Edit> = {
			name: (doc, stamp) => rename(doc, value, stamp),
			start: (doc, stamp) => setDates(doc, { start: value }, stamp),
		};
		const edit: Edit =
			edits[name] ??
			(form.classList.contains('people')
				? (doc, stamp) => setPerson(doc, name, value, stamp)
				: (doc, stamp) => setScope(doc, readScope(form), stamp));
		store().update(edit);
		void Promise.all([loadWords(), save()]).then(([words, fault]) => {
			const said = fault ? faultInWords(fault, words) : words('settings.kept');
			announce(said);
			const place = this.querySelector('[role=status]');
			if (place) place.textContent = said;
		});
	}

	#fill(): void {
		const { project } = store();
		if (!project) return;
		const [form] = this.querySelectorAll('form');
		const set = (name: string, value: string | null) => {
			const input = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
			if (input && input !== document.activeElement) input.value = value ?? '';
		};
		set('name', nameOf(project));
		set('start', startOf(project));
		if (form) fillScope(form, project);
		this.#fillPeople(project);
	}

	#fillPeople(project: ProjectDocument): void {
		for (const team of this.querySelectorAll('.people details')) {
			const inputs = [...team.querySelectorAll('input')];
			let held = 0;
			for (const input of inputs) {
				const person = personOf(project, input.name);
				if (person) held += 1;
				if (input !== document.activeElement) input.value = person ?? '';
			}
			const count = team.querySelector<HTMLElement>('[data-held]');
			if (count)
				count.textContent = (count.dataset['held'] ?? '')
					.replace('{held}', String(held))
					.replace('{all}', String(inputs.length));
		}
		const names = peopleOf(project).map(({ name }) => el('option', { value: name }));
		this.querySelector('datalist')?.replaceChildren(...names);
	}
}
