/**
 * What this browser keeps: one `localStorage` key per project, plus an index that says which there
 * are and which is open. The prefix is base path + playbook id, since several sites share an origin.
 */
import { format, version, type ProjectDocument } from '../progress/project.ts';
import { isObject } from '../progress/json.ts';
import { settings } from './settings.ts';

export interface StoredIndex {
	current: string | null;
	projects: string[];
}

/** Why something could not be read or written; each has a text that tells a person. */
export type Fault = 'blocked' | 'full' | 'unreadable' | 'newer' | 'cleared' | 'read-only';

export interface Read {
	/** With the fault `newer` it may be shown, and must not be written. */
	project: ProjectDocument | null;
	text: string | null;
	fault?: Fault;
}

export const prefix = (): string => `${import.meta.env.BASE_URL}${settings().playbook}:`;
export const indexKey = (): string => `${prefix()}index`;
export const projectKey = (id: string): string => `${prefix()}project:${id}`;
export const backupKey = (id: string): string => `${prefix()}backup:${id}`;

/** The index; an empty one where there is none or it cannot be read. Throws if storage does. */
export function readIndex(): StoredIndex {
	const empty = { current: null, projects: [] };
	try {
		const index: unknown = JSON.parse(localStorage.getItem(indexKey()) ?? 'null');
		if (!isObject(index) || !Array.isArray(index['projects'])) return empty;
		const projects = index['projects'].filter((id) => typeof id === 'string');
		const current = index['current'];
		return { current: typeof current === 'string' ? current : null, projects };
	} catch (error) {
		if (error instanceof SyntaxError) return empty;
		throw error;
	}
}

/** The open project. Never throws: a fault says what is wrong. */
export function readCurrent(): Read {
	try {
		const { current } = readIndex();
		if (!current) return { project: null, text: null };
		return readStored(localStorage.getItem(projectKey(current)));
	} catch {
		return { project: null, text: null, fault: 'blocked' };
	}
}

/** A stored text as a project. Files from elsewhere are checked far more strictly: `file.ts`. */
export function readStored(text: string | null): Read {
	if (text === null) return { project: null, text };
	try {
		const value: unknown = JSON.parse(text);
		if (isObject(value) && value['format'] === format && typeof value['id'] === 'string') {
			const project = value as unknown as ProjectDocument;
			return { project, text, ...(project.version > version && { fault: 'newer' }) };
		}
	} catch {
		// Not JSON: the same as JSON of something else.
	}
	return { project: null, text, fault: 'unreadable' };
}

/** When a project was last saved as a file from here, in milliseconds; 0: never. */
export function lastBackup(id: string): number {
	try {
		return Number(localStorage.getItem(backupKey(id)));
	} catch {
		return 0;
	}
}

/** Whether writing failed because there is no room. */
export function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
