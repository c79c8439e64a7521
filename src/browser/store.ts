/**
 * The open project of this browser, shared by everything on the page. An edit shows at once; it is
 * saved after the frame, merged with what other tabs stored meanwhile. What cannot be saved stays
 * in memory and is said.
 */
import { merge, isSameDocument } from '../progress/merge.ts';
import { emptyProject, type ProjectDocument } from '../progress/project.ts';
import type { Stamp } from '../progress/register.ts';
import { stampAfter } from '../progress/stamp.ts';
import { settings } from './settings.ts';
import {
	indexKey,
	isFull,
	prefix,
	projectKey,
	readCurrent,
	readIndex,
	readStored,
	type Fault,
} from './stored.ts';

export interface ChangeDetail {
	/** The items that changed; absent when anything may have. */
	items?: readonly string[];
}

/** Milliseconds: on a slow device a frame that shows a tick takes 30 of them. */
export const afterTheFrame = 50;

export type Edit = (doc: ProjectDocument, stamp: Stamp) => ProjectDocument;

export class ProjectStore extends EventTarget {
	/** The open project, or null before anything was ticked or set. */
	project: ProjectDocument | null = null;
	fault: Fault | null = null;

	/** Who writes in this tab, in the stamps. */
	writer = randomId(4);
	/** The text as last read or written: when it still stands, nobody else wrote. */
	#text: string | null = null;
	/** Whether the page holds something that is not stored. */
	isUnsaved = false;
	#timer: ReturnType<typeof setTimeout> | 0 = 0;

	constructor() {
		super();
		this.#reload();
		addEventListener('storage', (event) => this.#heard(event));
		// A hidden page may be thrown away without another word.
		for (const sign of ['pagehide', 'visibilitychange'])
			addEventListener(sign, () => this.isUnsaved && this.#write());
		// Back from the page cache other tabs may have gone on.
		addEventListener('pageshow', (event) => event.persisted && !this.fault && this.reload());
	}

	/**
	 * Changes the project, starting one if there is none. Saving follows the frame that shows it. What a
	 * newer version wrote, or may only be read, is left alone, and the page shown as it was. Gives
	 * whether the edit was taken.
	 */
	update(edit: Edit, items?: readonly string[]): boolean {
		const before = this.project ?? emptyProject(randomId(12), settings().playbook);
		const isOurs = this.fault !== 'newer' && this.fault !== 'read-only';
		const after = isOurs ? edit(before, stampAfter(before, Date.now(), this.writer)) : before;
		if (after === before) {
			if (!isOurs) this.#changed({});
			return isOurs;
		}
		this.project = after;
		this.#changed(items ? { items } : {});
		this.isUnsaved = true;
		this.#timer ||= setTimeout(() => {
			this.#timer = 0;
			void this.save();
		}, afterTheFrame);
		return true;
	}

	/** Writes now, one tab at a time where the browser can see to that. */
	async save(): Promise<void> {
		if (!this.isUnsaved) return;
		try {
			await navigator.locks.request(prefix(), () => this.#write());
		} catch {
			// An old browser, or one that keeps nothing for this site: then there are no locks either.
			this.#write();
		}
	}

	/** Reads what is stored, as after a change of the open project. */
	reload(): void {
		this.#reload();
		this.#changed({});
	}

	#reload(): void {
		const { project, text, fault } = readCurrent();
		this.#text = text;
		this.isUnsaved = false;
		this.project = project;
		this.#report(fault ?? null);
	}

	#write(): void {
		let project = this.project;
		if (!project || this.fault === 'newer') return;
		try {
			const { current, projects } = readIndex();
			// Another tab may have started a project a moment before this one did.
			if (this.#text === null) project = { ...project, id: current ?? project.id };
			const { id } = project;
			const stored = localStorage.getItem(projectKey(id));
			if (stored !== null && stored !== this.#text) {
				const read = readStored(stored);
				if (read.fault === 'newer') return this.#report('newer');
				if (read.project) project = merge(project, read.project);
				// Throws if there is no room for it: better than to write over it.
				else localStorage.setItem(`${prefix()}aside:${id}:${Date.now()}`, stored);
			}
			const text = JSON.stringify(project);
			localStorage.setItem(projectKey(id), text);
			// What cannot be read is open only until something else can be.
			const isAstray =
				current !== id &&
				(!current || readStored(localStorage.getItem(projectKey(current))).fault === 'unreadable');
			if (isAstray || !projects.includes(id)) {
				const index = {
					current: isAstray ? id : current,
					projects: [...new Set([...projects, id])],
				};
				localStorage.setItem(indexKey(), JSON.stringify(index));
			}
			const merged = !isSameDocument(project, this.project as ProjectDocument);
			this.project = project;
			this.#text = text;
			this.isUnsaved = false;
			if (this.fault !== 'unreadable' && this.fault !== 'read-only') this.#report(null);
			if (merged) this.#changed({});
		} catch (error) {
			this.#report(isFull(error) ? 'full' : 'blocked');
		}
	}

	#heard({ key, newValue }: StorageEvent): void {
		const isIndex = key === indexKey();
		// The browser's data were cleared. What is on the page stays, and is saved whole with the next tick.
		if (key === null || (isIndex && newValue === null)) return this.#report('cleared');
		if (isIndex && readIndex().current !== (this.project?.id ?? null)) {
			if (this.isUnsaved || this.fault) this.#write();
			// What cannot be saved stays in sight.
			if (!this.isUnsaved) this.reload();
			return;
		}
		if (!this.project || key !== projectKey(this.project.id) || newValue === null) return;
		const { project, fault } = readStored(newValue);
		if (fault === 'newer') this.#report(fault);
		if (!project || fault) return;
		const merged = merge(this.project, project);
		this.project = merged;
		this.#text = newValue;
		this.#changed({});
		if (isSameDocument(merged, project)) return;
		this.isUnsaved = true;
		void this.save();
	}

	#report(fault: Fault | null): void {
		if (this.fault === fault) return;
		this.fault = fault;
		this.dispatchEvent(new Event('fault'));
	}

	#changed(detail: ChangeDetail): void {
		this.dispatchEvent(new CustomEvent('change', { detail }));
	}
}

let opened: ProjectStore | undefined;

/** The page's one store. */
export function store(): ProjectStore {
	return (opened ??= new ProjectStore());
}

/** A random id of so many characters; a letter first, since ids are kebab-case words. */
export function randomId(length: number): string {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	const bytes = crypto.getRandomValues(new Uint8Array(length));
	return Array.from(bytes, (byte, i) => letters[byte % (i === 0 ? 24 : 32)]).join('');
}
