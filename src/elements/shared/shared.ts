/** `<pb-shared>` on the board, and what every page shows of a shared project. */
import { myName } from '../../browser/session.ts';
import type { SignIn } from '../../browser/shared.ts';
import { sharing } from '../../browser/sharing.ts';
import { store } from '../../browser/store.ts';
import { loadWords } from '../../browser/tables.ts';
import type { Words } from '../../words/words.ts';
import { fillForm, submitForm } from './form.ts';
import { showChanges, showWriters } from './changes.ts';
import { stateInWords, reasonInWords } from './words.ts';
import { waysOf } from './ways.ts';
import styles from '../../styles/shared.css?url';
import { el } from '../parts/dom.ts';

let begun = false;

/** Starts all of it once per page, however often it is asked to. */
export function share(): void {
	sharing();
	if (begun) return;
	begun = true;
	document.head.append(el('link', { rel: 'stylesheet', href: styles }));
	if (!customElements.get('pb-shared')) customElements.define('pb-shared', PbSharedElement);
	store().addEventListener('change', showWriters);
	sharing().addEventListener('change', showWriters);
	// "5 minutes ago" does not stay true.
	setInterval(() => document.visibilityState === 'visible' && showWriters(), 30_000);
	showWriters();
}

class PbSharedElement extends HTMLElement {
	#words: Words | undefined;
	/** Shown although it is joined: to sign in again. */
	#signsIn = false;

	connectedCallback(): void {
		this.addEventListener('change', this);
		this.addEventListener('submit', this);
		sharing().addEventListener('change', this);
		store().addEventListener('change', this);
		addEventListener('hashchange', this);
		void loadWords().then((words) => {
			this.#words = words;
			fillForm(this, this.#stores);
			// Drawn disabled: pressed before there is somebody to hear it, it would do nothing.
			this.querySelector('form button')?.removeAttribute('disabled');
			this.#show();
		});
	}

	disconnectedCallback(): void {
		sharing().removeEventListener('change', this);
		store().removeEventListener('change', this);
		removeEventListener('hashchange', this);
	}

	handleEvent(event: Event): void {
		if (event.type === 'hashchange') fillForm(this, this.#stores);
		else if (event.type === 'submit') {
			event.preventDefault();
			void this.#submit();
		} else if (event.target instanceof HTMLInputElement) this.#changed(event.target);
		this.#show();
	}

	get #stores(): string[] {
		return this.dataset['stores']?.split(' ') ?? [];
	}

	async #submit(): Promise<void> {
		if (!this.#words) return;
		const isJoined = await submitForm(this, this.#stores, this.#words);
		if (!isJoined) return;
		this.#signsIn = false;
		this.#show();
		this.querySelector<HTMLElement>('h2')?.focus();
	}

	#changed({ name, value }: HTMLInputElement): void {
		if (name === 'name' && sharing().link) sharing().name(value);
	}

	#show(): void {
		const words = this.#words;
		if (!words) return;
		const { report, link } = sharing();
		const part = (name: string) => this.querySelector<HTMLElement>(`.shared-${name}`);
		const write = (name: string, text: string) => {
			const place = part(name);
			if (place && place.textContent !== text) place.textContent = text;
		};
		const [now, form] = [part('now'), part('form')];
		if (now) now.hidden = !report;
		const mustSignIn = report?.trouble?.kind === 'sign-in';
		const isAway = Boolean(report) && !this.#signsIn && !mustSignIn;
		// Who signs in again does so as before, unless they say otherwise.
		if (form?.hidden && !isAway && link) this.#choose(link.signIn);
		if (form) form.hidden = isAway;
		const address = part('address');
		if (address) address.hidden = Boolean(report);
		this.#showSecret();
		const name = this.querySelector<HTMLInputElement>('[name=name]');
		if (name && name !== document.activeElement && !name.value) name.value = myName();
		if (report) {
			this.dataset['state'] = report.is;
			write('state', stateInWords(report, words));
			write('why', reasonInWords(report.trouble, words));
			write('where', link ? words('shared.where', { address: link.address }) : '');
			waysOf(this, report, words, () => {
				this.#signsIn = true;
				this.#show();
				this.querySelector<HTMLElement>('[name=signIn]:checked')?.focus();
			});
		} else delete this.dataset['state'];
		const { ended } = sharing();
		if (!report && ended && !part('answer')?.childElementCount)
			part('answer')?.replaceChildren(el('p', {}, words(`shared.is-${ended}`)));
		void showChanges(this, Boolean(report), words);
	}

	#choose(way: SignIn): void {
		const radio = this.querySelector<HTMLInputElement>(`[name=signIn][value=${way}]`);
		if (radio) radio.checked = true;
	}

	/** Only the fields of the chosen way to sign in. */
	#showSecret(): void {
		const way = this.querySelector<HTMLInputElement>('[name=signIn]:checked')?.value ?? 'open';
		const secret = this.querySelector<HTMLElement>('.shared-secret');
		if (secret) secret.hidden = way === 'open' || way === 'session';
		for (const field of this.querySelectorAll<HTMLElement>('[data-for]'))
			field.hidden = field.dataset['for'] !== way;
	}
}
