import { address } from '../../browser/address.ts';
import { showAddress } from '../../browser/show-address.ts';
import { addProject, NotKept } from '../../browser/projects.ts';
import { askToPersist } from '../../browser/session.ts';
import { settings, today } from '../../browser/settings.ts';
import { randomId, store, type Edit } from '../../browser/store.ts';
import { rename, setDates, setScope } from '../../progress/change.ts';
import { daysBetween } from '../../progress/date.ts';
import { newProject } from '../../progress/new-project.ts';
import { valueOf } from '../../progress/register.ts';
import { launchOf, nameOf, startOf, type ProjectFacts } from '../../progress/project.ts';
import { daysToLaunchInWords } from '../../words/dates.ts';
import { fillScope, readScope } from './scope-form.ts';
import { announce, keepLive } from '../page/live.ts';

/** `<pb-start>`: starts a project from one form, and shows how the open one stands. */
export class PbStartElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		store().addEventListener('change', this);
		for (const type of ['submit', 'change', 'click']) this.addEventListener(type, this);
		this.#show();
		addEventListener('hashchange', this);
		this.#answerHash();
	}

	disconnectedCallback(): void {
		store().removeEventListener('change', this);
		for (const type of ['submit', 'change', 'click']) this.removeEventListener(type, this);
		removeEventListener('hashchange', this);
	}

	handleEvent(event: Event): void {
		const { form } = this;
		const { target, type } = event;
		if (target === store()) this.#show();
		else if (type === 'hashchange') this.#answerHash();
		else if (type === 'submit' && form) {
			event.preventDefault();
			void this.#start(form);
		} else if (target instanceof HTMLSelectElement && target.name === 'list') this.#fit(target);
		else if (target instanceof Element && target.closest('.start-cancel')) this.#show();
	}

	get form(): HTMLFormElement | null {
		return this.querySelector('form');
	}

	#answerHash(): void {
		if (address().hash === '#start') this.#askAnew();
	}

	/** Shows the form although there is a project: for another one. */
	#askAnew(): void {
		delete document.documentElement.dataset['project'];
		this.querySelector<HTMLElement>('.start-cancel')?.toggleAttribute('hidden', !store().project);
		this.querySelector<HTMLElement>('[name=name]')?.focus();
	}

	/** One list asks for less: no teams or markets, and for a newcomer the first day. */
	#fit(select: HTMLSelectElement): void {
		const one = select.value !== '';
		this.querySelector<HTMLElement>('.start-scope')?.toggleAttribute('hidden', one);
		const label = this.querySelector<HTMLElement>('[data-first]');
		const first = select.selectedOptions[0]?.dataset['starts'] !== undefined;
		if (label) label.textContent = label.dataset[first ? 'first' : 'launch'] ?? '';
	}

	async #start(form: HTMLFormElement): Promise<void> {
		const data = new FormData(form);
		const text = (name: string) => (data.get(name) as string | null)?.trim() ?? '';
		const list = form.querySelector<HTMLSelectElement>('[name=list]');
		const option = list?.selectedOptions[0];
		const date = text('date');
		const name =
			text('name') || (list?.value ? (option?.text.trim() ?? '') : this.#plainName(date));
		const followsStart = option?.dataset['starts'] !== undefined;
		const facts: Omit<ProjectFacts, 'id' | 'playbook'> = {
			name,
			...(followsStart
				? date && { start: date }
				: { start: today(), ...(date && { launch: date }) }),
			...(list?.value ? { lists: [list.value] } : readScope(form)),
		};
		try {
			await begin(facts);
		} catch (error) {
			// The open project stays, and so does what was filled in.
			const { showNotKept } = await import('../page/notice.ts');
			return showNotKept(error instanceof NotKept ? error.fault : 'blocked');
		}
		void askToPersist();
		form.reset();
		if (list) this.#fit(list);
		this.#show();
		const heading = this.querySelector<HTMLElement>('#start-name');
		heading?.focus();
		announce(heading?.textContent ?? name);
		if (address().hash === '#start') showAddress(address().pathname);
	}

	#plainName(date: string): string {
		const word = this.querySelector('[data-launch]')?.textContent ?? '';
		return date
			? `${this.querySelector<HTMLInputElement>('[name=name]')?.placeholder} ${date}`
			: word;
	}

	#show(): void {
		const { project } = store();
		const root = document.documentElement;
		if (project) root.dataset['project'] = nameOf(project);
		else delete root.dataset['project'];
		if (!project) return;
		if (!nameOf(project) && this.form) fillForm(this.form, project);
		const heading = this.querySelector<HTMLElement>('#start-name');
		if (heading) heading.textContent = nameOf(project);
		const days = this.querySelector<HTMLElement>('.start-days');
		// One list of a newcomer counts from the first day; a launch without a date has nothing to count to.
		const day = launchOf(project) ?? (valueOf(project.lists) ? startOf(project) : null);
		const { words } = settings();
		if (days)
			days.textContent = day
				? daysToLaunchInWords(daysBetween(today(), day), words)
				: (days.dataset['unset'] ?? '');
		// What needs the whole playbook follows; the rest does not wait for it.
		void import('./start-lists.ts').then(({ fillLists }) => fillLists(this));
	}
}

/** Begins a project; the one that ticks began by themselves is given its name and dates instead. */
async function begin(facts: Omit<ProjectFacts, 'id' | 'playbook'>): Promise<void> {
	const { name = '', start, launch, ...scope } = facts;
	const edit: Edit = (doc, stamp) =>
		setScope(
			setDates(rename(doc, name, stamp), { start: start ?? null, launch: launch ?? null }, stamp),
			scope,
			stamp,
		);
	const opened = store();
	const isBare = opened.project && nameOf(opened.project) === '';
	if (isBare) return void opened.update(edit);
	const id = randomId(12);
	try {
		await addProject(
			newProject({ id, playbook: settings().playbook, ...facts }, [Date.now(), opened.writer]),
		);
	} catch (error) {
		if (opened.project) throw error;
		// Nothing can be kept: the project lasts as long as the page, which says so.
		opened.update(edit);
	}
}

function fillForm(form: HTMLFormElement, doc: Parameters<typeof fillScope>[1]): void {
	const date = form.querySelector<HTMLInputElement>('[name=date]');
	if (date && date !== document.activeElement && !date.value) date.value = launchOf(doc) ?? '';
	if (!form.contains(document.activeElement)) fillScope(form, doc);
}
