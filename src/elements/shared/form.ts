/** Joining: what the form says is tried with one look before anything is kept. */
import { address } from '../../browser/address.ts';
import { addProject, keptProject, openProject } from '../../browser/projects.ts';
import { ask, session } from '../../browser/remote.ts';
import { myName, setMyName } from '../../browser/session.ts';
import { settings } from '../../browser/settings.ts';
import {
	authorization,
	keepSecret,
	linkOf,
	secretFault,
	type Keep,
	type SignIn,
} from '../../browser/shared.ts';
import { sharing } from '../../browser/sharing.ts';
import { randomId, store } from '../../browser/store.ts';
import { isDeleted } from '../../progress/lifecycle.ts';
import { emptyProject, nameOf, type ProjectDocument } from '../../progress/project.ts';
import { foundIn, type Found } from '../../progress/sync-answer.ts';
import type { Words } from '../../words/words.ts';
import { button, el } from '../parts/dom.ts';
import { checkAddress, firstFolder } from './address.ts';
import { reasonInWords } from './words.ts';

/** Fills in what an invitation or the site's settings say. */
export function fillForm(host: HTMLElement, stores: readonly string[]): void {
	const input = host.querySelector<HTMLInputElement>('[name=address]');
	if (!input) return;
	const invited = /^#shared=(.+)$/.exec(address().hash)?.[1];
	if (invited) {
		input.value = decoded(invited);
		host.querySelector('h2')?.scrollIntoView();
	} else if (!input.value && input !== document.activeElement)
		// What somebody is about to type would go behind it.
		input.value = firstFolder(stores, address().href);
}

/** Tries what the form says; true once the project is joined, or signed in to again. */
export async function submitForm(
	host: HTMLElement,
	stores: readonly string[],
	words: Words,
): Promise<boolean> {
	const form = host.querySelector('form');
	const answer = host.querySelector<HTMLElement>('.shared-answer');
	if (!form || !answer) return false;
	const say = (text: string, ...more: Node[]): false => {
		answer.replaceChildren(el('p', {}, text), ...more);
		return false;
	};
	const wish = wishOf(form, stores);
	if ('fault' in wish) return say(words(`shared.fault-${wish.fault}`));
	say(words('shared.asking'));
	const found = await look(wish);
	if (found.is === 'trouble') return say(reasonInWords(found.trouble, words));
	setMyName(wish.name || myName());
	try {
		if (wish.again) begin(wish, wish.id, true);
		else if (found.is === 'project') begin(wish, await take(found.doc), true);
		else await offer(wish, say, words);
	} catch (error) {
		return say(words(`checklist.storage-${(error as { fault?: string }).fault ?? 'blocked'}`));
	}
	return clear(form, answer);
}

/** What the form asks for. `again`: to sign in to what is joined already. */
interface Wish {
	readonly address: string;
	readonly name: string;
	readonly signIn: SignIn;
	readonly secret: string | null;
	readonly keep: Keep;
	/** The open project, or the one that would be begun. */
	readonly id: string;
	readonly again: boolean;
}

function wishOf(form: HTMLFormElement, stores: readonly string[]) {
	const values = new FormData(form);
	const value = (name: string) => {
		const text = values.get(name);
		return typeof text === 'string' ? text : '';
	};
	const signIn = value('signIn') as SignIn;
	const id = store().project?.id ?? randomId(12);
	const old = linkOf(id);
	const checked = checkAddress(old?.address ?? value('address'), stores, id, address().href);
	if ('fault' in checked) return checked;
	const typed = value(signIn === 'basic' ? 'password' : 'token');
	const fault = secretFault(signIn, typed, value('user'));
	if (fault) return { fault };
	const secret = authorization(signIn, typed, value('user'));
	const keep = value('keep') as Keep;
	const wish: Wish = { ...checked, name: value('name'), signIn, secret, keep, id, again: !!old };
	return wish;
}

async function look({ address, signIn, secret, again, id }: Wish): Promise<Found> {
	const by = signIn === 'session' ? session : secret;
	const event = await ask(address, { do: 'read', unless: null }, by);
	return event.is === 'answered'
		? foundIn(event.answer, again ? id : null)
		: { is: 'trouble', trouble: { kind: event.why, on: 'read' } };
}

/** Takes a project from the store into this browser, beside the others, and opens it. */
async function take(doc: ProjectDocument): Promise<string> {
	const known = keptProject(doc.id);
	if (!known || isDeleted(known)) {
		const { deleted: _deleted, ...shared } = doc;
		await addProject({ ...shared, playbook: settings().playbook });
	} else if (store().project?.id !== doc.id) await openProject(doc.id);
	return doc.id;
}

/** Nothing is there: puts the open project there, if the person says so. */
function offer(wish: Wish, say: (text: string, ...more: Node[]) => false, words: Words) {
	return new Promise<void>((resolve) => {
		const name = store().project ? nameOf(store().project as ProjectDocument) : '';
		const act = async () => {
			if (!store().project) store().update(() => emptyProject(wish.id, settings().playbook));
			// Kept before it is sent: the browser's own copy is the truth.
			await store().save();
			begin(wish, store().project?.id ?? wish.id, false);
			resolve();
		};
		const put = button(words('shared.put'), act, { class: 'button' });
		say(words('shared.empty', { name: name || words('project.unnamed') }), put);
		put.focus();
	});
}

function begin(
	{ address, signIn, secret, keep, again }: Wish,
	id: string,
	isJoined: boolean,
): void {
	keepSecret(id, secret, keep);
	const isCareless = again ? (linkOf(id)?.isCareless ?? false) : false;
	const was = again ? linkOf(id)?.isJoined : isJoined;
	sharing().share({ address, signIn, isJoined: was ?? isJoined, access: 'unknown', isCareless });
}

function clear(form: HTMLFormElement, answer: HTMLElement): true {
	for (const input of form.querySelectorAll<HTMLInputElement>('[type=password]')) input.value = '';
	answer.replaceChildren();
	return true;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
