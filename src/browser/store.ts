/**
 * The open project of this browser, shared by everything on the page. An edit shows at once; it is
 * saved after the frame, merged with what other tabs stored meanwhile. What cannot be saved stays
 * in memory and is said.
 */
import { merge, isSameDocument } from '../progress/merge.ts';
import { newProject, type ProjectDocument } from '../progress/project.ts';
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

export class ProjectStore extends EventTarget {
	/** The open project, or null before anything was ticked or set. */
	project: ProjectDocument | null = null;
	fault: Fault | null = null;

	readonly #writer = randomId(4);
	/** The text as last read or written: when it still stands, nobody else wrote. */
	#text: string | null = null;
	#dirty = false;

	constructor() {
		super();
		this.#reload();
		addEventListener('storage', (event) => this.#heard(event));
		addEventListener('pagehide', () => this.#dirty && this.#write());
		// Back from the page cache other tabs may have gone on.
		addEventListener('pageshow', (event) => event.persisted && this.reload());
	}

	/** Changes the project, starting one if there is none. Saving follows the next frame. */
	update(edit: (doc: ProjectDocument, stamp: Stamp) => ProjectDocument, items?: readonly string[]) {
		const now = Date.now();
		const before = this.project ?? this.#create(now);
		const after = edit(before, stampAfter(before, now, this.#writer));
		if (after === before) return;
		this.project = after;
		this.#changed(items ? { items } : {});
		if (this.#dirty) return;
		this.#dirty = true;
		requestAnimationFrame(() => setTimeout(() => void this.save()));
	}

	/** Writes now, one tab at a time where the browser can see to that. */
	async save(): Promise<void> {
		if (!this.#dirty) return;
		if (navigator.locks) await navigator.locks.request(prefix(), () => this.#write());
		else this.#write();
	}

	/** Reads what is stored, as after a change of the open project. */
	reload(): void {
		this.#reload();
		this.#changed({});
	}

	#reload(): void {
		const { project, text, fault } = readCurrent();
		this.#text = text;
		this.project = project;
		this.#report(fault ?? null);
	}

	#create(now: number): ProjectDocument {
		const stamp: Stamp = [now, this.#writer];
		return newProject({ id: randomId(12), playbook: settings().playbook }, stamp);
	}

	#write(): void {
		let project = this.project;
		if (!project || this.fault === 'newer') return;
		try {
			const index = readIndex();
			// Another tab may have started a project a moment before this one did.
			const id = index.current ?? project.id;
			if (this.#text === null && id !== project.id) project = { ...project, id };
			const stored = localStorage.getItem(projectKey(project.id));
			if (stored !== null && stored !== this.#text) {
				const read = readStored(stored);
				if (read.project) project = merge(project, read.project);
				else setAside(project.id, stored);
			}
			const text = JSON.stringify(project);
			localStorage.setItem(projectKey(project.id), text);
			if (!index.projects.includes(project.id) || index.current === null) {
				const projects = [...new Set([...index.projects, project.id])];
				localStorage.setItem(indexKey(), JSON.stringify({ current: id, projects }));
			}
			const merged = project !== this.project;
			this.project = project;
			this.#text = text;
			this.#dirty = false;
			if (this.fault !== 'unreadable') this.#report(null);
			if (merged) this.#changed({});
		} catch (error) {
			this.#dirty = false;
			this.#report(isFull(error) ? 'full' : 'blocked');
		}
	}

	#heard({ key, newValue }: StorageEvent): void {
		// Null: the browser's data were cleared. What is on the page stays until it is closed.
		if (key === indexKey() && readIndex().current !== (this.project?.id ?? null)) return this.reload();
		if (!this.project || key !== projectKey(this.project.id) || newValue === null) return;
		const { project } = readStored(newValue);
		if (!project) return;
		const merged = merge(this.project, project);
		this.project = merged;
		this.#text = newValue;
		this.#changed({});
		if (isSameDocument(merged, project) || this.#dirty) return;
		this.#dirty = true;
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

/** Keeps a text that could not be read under a key of its own, or throws if there is no room. */
function setAside(id: string, text: string): void {
	localStorage.setItem(`${prefix()}aside:${id}:${Date.now()}`, text);
}

function randomId(length: number): string {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	const bytes = crypto.getRandomValues(new Uint8Array(length));
	// A letter first: ids are kebab-case words.
	return Array.from(bytes, (byte, i) => letters[byte % (i === 0 ? 24 : 32)]).join('');
}
