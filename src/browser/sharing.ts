/** Keeps the open project in step with its shared copy, if it has one. One per page. */
import { setWriter } from '../progress/change.ts';
import { merge } from '../progress/merge.ts';
import { isDeleted } from '../progress/lifecycle.ts';
import type { ProjectDocument } from '../progress/project.ts';
import { begin, type SyncEvent } from '../progress/sync.ts';
import { report, type Report } from '../progress/sync-report.ts';
import type { SyncState } from '../progress/sync-state.ts';
import { Remote, session } from './remote.ts';
import { myName, setMyName } from './session.ts';
import { dropLink, keepLink, linkOf, secretOf, type SharedLink } from './shared.ts';
import { randomId, store } from './store.ts';

/** Says `change` whenever the state may read differently. */
export class Sharing extends EventTarget {
	link: SharedLink | null = null;
	/** How the last one ended on this page. */
	ended: 'left' | 'removed' | null = null;
	readonly #first = store().writer;
	#id: string | null = null;
	#remote: Remote | null = null;

	constructor() {
		super();
		store().addEventListener('change', () => this.#follow());
		document.addEventListener('visibilitychange', () => this.#look());
		for (const sign of ['focus', 'online', 'pageshow']) addEventListener(sign, () => this.#look());
		addEventListener('storage', ({ key }) => key?.includes(':shared:') && this.restart());
		this.#follow();
	}

	/** How the shared copy stands; null where the open project has none. */
	get report(): Report | null {
		return this.#remote && report(this.#remote.state);
	}

	/** Tells what a person wants done. */
	tell(event: SyncEvent): void {
		this.#remote?.tell(event);
	}

	/** Begins anew, as after signing in or joining. */
	restart(): void {
		this.#remote?.stop();
		this.#remote = null;
		this.#id = null;
		this.#follow();
		this.dispatchEvent(new Event('change'));
	}

	/** Says who writes here, in the project and for the next one. */
	name(name: string): void {
		setMyName(name);
		const { link } = this;
		if (!link || store().fault) return;
		const mine = this.#wroteEarly(store().project) ? [link.writer, this.#first] : [link.writer];
		store().update((doc, stamp) =>
			mine.reduce((named, writer) => setWriter(named, writer, name, stamp), doc),
		);
	}

	/** Whether something was ticked before this code was there, under the tab's own id. */
	#wroteEarly(project: ProjectDocument | null): boolean {
		return JSON.stringify(project?.items ?? {}).includes(`,"${this.#first}"]`);
	}

	/** Shares the open project from now on. */
	share(link: Omit<SharedLink, 'writer'>): void {
		const { project } = store();
		if (!project) return;
		keepLink(project.id, { ...link, writer: linkOf(project.id)?.writer ?? randomId(8) });
		this.restart();
	}

	#follow(): void {
		const { project, fault } = store();
		if (this.#remote && project && project.id === this.#id) {
			// Read anew, as after another tab's change, it is open again.
			seal(this.link?.access === 'read');
			return this.#remote.tell({ is: 'edited', local: project });
		}
		this.#remote?.stop();
		this.#remote = null;
		this.#id = project?.id ?? null;
		this.link = project && !isDeleted(project) ? linkOf(project.id) : null;
		seal(false);
		if (!project || !this.link || fault === 'newer') return;
		const { address, signIn, isJoined, access, isCareless, writer } = this.link;
		const { id } = project;
		store().writer = writer;
		this.ended = null;
		seal(access === 'read');
		const first = begin({
			local: project,
			creates: !isJoined,
			access,
			isCareless,
			isSession: signIn === 'session',
			isVisible: document.visibilityState === 'visible',
		});
		this.#remote = new Remote(
			{
				address,
				authorization: () => (signIn === 'session' ? session : secretOf(id)),
				take,
				changed: (state) => this.#changed(id, state),
			},
			first,
		);
		if (access === 'write' && myName() && this.#wroteEarly(project)) this.name(myName());
	}

	#look(): void {
		const isVisible = document.visibilityState === 'visible';
		this.#remote?.tell({ is: isVisible ? 'shown' : 'hidden' });
	}

	#changed(id: string, state: SyncState): void {
		const { link } = this;
		if (!link || id !== this.#id) return;
		if (state.purpose === 'left' || state.purpose === 'removed') {
			dropLink(id);
			this.link = null;
			this.#remote = null;
			this.ended = state.purpose;
			seal(false);
		} else this.#note(id, link, state);
		this.dispatchEvent(new Event('change'));
	}

	/** Keeps what was found out, so that the next page need not find it out again. */
	#note(id: string, link: SharedLink, state: SyncState): void {
		const isJoined = link.isJoined || (state.isProven && state.purpose === 'join');
		const access = /read|write/.test(state.access) ? (state.access as 'read') : link.access;
		const { isCareless } = state;
		seal(access === 'read');
		const now = { ...link, isJoined, access, isCareless };
		if (JSON.stringify(now) === JSON.stringify(link)) return;
		this.link = now;
		if (access === 'write' && myName()) this.name(myName());
		try {
			keepLink(id, now);
		} catch {
			// Found out again with the next page.
		}
	}
}

/** Merges what the store holds, also into a project that nobody may edit here. */
function take(theirs: ProjectDocument): void {
	const opened = store();
	const { fault } = opened;
	if (fault === 'read-only') opened.fault = null;
	opened.update((doc) => merge(doc, { ...theirs, playbook: doc.playbook }));
	opened.fault = fault;
}

/** Lets the project only be read here, or be edited again. */
function seal(is: boolean): void {
	const opened = store();
	if (opened.fault !== (is ? null : 'read-only')) return;
	opened.fault = is ? 'read-only' : null;
	opened.dispatchEvent(new Event('fault'));
}

let begun: Sharing | undefined;

/** The page's one connection to a shared copy. */
export function sharing(): Sharing {
	return (begun ??= new Sharing());
}
