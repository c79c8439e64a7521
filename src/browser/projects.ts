/** All projects of this browser: what the list, the backup and the start of a project need. */
import { isArchived, isDeleted } from '../progress/lifecycle.ts';
import type { ProjectDocument } from '../progress/project.ts';
import { isObject } from '../progress/json.ts';
import { highestStamp, stampAfter } from '../progress/stamp.ts';
import { settings } from './settings.ts';
import {
	backupKey,
	indexKey,
	isFull,
	lastBackup,
	prefix,
	projectKey,
	readIndex,
	readStored,
	type Fault,
	type StoredIndex,
} from './stored.ts';
import { store, type Edit } from './store.ts';

/** A project that this browser keeps, or one that it cannot read. */
export interface Kept {
	readonly id: string;
	readonly project: ProjectDocument | null;
	readonly text: string;
	readonly isOpen: boolean;
	readonly backup: number;
}

/** Thrown where something could not be kept; `fault` has the words. */
export class NotKept extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(fault);
		this.fault = fault;
	}
}

/** Every project, deleted and archived ones too; none where storage is blocked. */
export function keptProjects(): Kept[] {
	try {
		const { current, projects } = readIndex();
		return projects.flatMap((id): Kept[] => {
			const text = localStorage.getItem(projectKey(id));
			if (text === null) return [];
			const { project } = readStored(text);
			return [{ id, project, text, isOpen: id === current, backup: lastBackup(id) }];
		});
	} catch {
		return [];
	}
}

/** The project of an id, as it stands here: the open one as it is on the page. */
export function keptProject(id: string): ProjectDocument | null {
	const opened = store().project;
	if (opened?.id === id) return opened;
	return keptProjects().find((kept) => kept.id === id)?.project ?? null;
}

/** Opens another project on this page, and in the other tabs. */
export async function openProject(id: string): Promise<void> {
	await saveOpen();
	await write(() => writeIndex({ ...readIndex(), current: id }));
	store().reload();
}

/** Keeps a project that was not here, and opens it. */
export async function addProject(doc: ProjectDocument): Promise<void> {
	await saveOpen();
	await write(() => {
		localStorage.setItem(projectKey(doc.id), JSON.stringify(doc));
		const { projects } = readIndex();
		writeIndex({ current: doc.id, projects: [...new Set([...projects, doc.id])] });
	});
	store().reload();
}

/** Changes a project, whether or not it is the open one. */
export async function editProject(id: string, edit: Edit): Promise<void> {
	if (store().project?.id === id) {
		store().update(edit);
		await store().save();
		const { fault } = store();
		if (fault && fault !== 'unreadable') throw new NotKept(fault);
		return;
	}
	await write(() => {
		const { project, fault } = readStored(localStorage.getItem(projectKey(id)));
		if (!project || fault) throw new NotKept(fault ?? 'unreadable');
		const stamp = stampAfter(project, Date.now(), store().writer);
		localStorage.setItem(projectKey(id), JSON.stringify(edit(project, stamp)));
	});
}

/** After deleting or archiving the open one: opens the next that can be opened, or none. */
export async function leaveProject(id: string): Promise<void> {
	const next = keptProjects().find(
		({ id: other, project }) =>
			other !== id && project && !isDeleted(project) && !isArchived(project),
	);
	await write(() => writeIndex({ ...readIndex(), current: next?.id ?? null }));
	store().reload();
}

/** Notes that the project was saved as a file now. */
export function noteBackup(doc: ProjectDocument): void {
	try {
		// Stamps may be ahead of the clock; what is in the file counts as saved.
		const at = Math.max(Date.now(), highestStamp(doc));
		localStorage.setItem(backupKey(doc.id), String(at));
	} catch {
		// Blocked or full: said elsewhere.
	}
}

/** How many fields were written since the last backup. */
export function editsSinceBackup(doc: ProjectDocument): number {
	const since = lastBackup(doc.id);
	let edits = 0;
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) {
			if (Array.isArray(node[1]) && Number(node[1][0]) > since) edits += 1;
		} else if (isObject(node)) Object.values(node).forEach(walk);
	};
	walk(doc.items);
	return edits;
}

/** Projects of this playbook that the same origin keeps under another path. */
export function projectsElsewhere(): ProjectDocument[] {
	try {
		const own = new Set(keptProjects().map(({ id }) => id));
		const mark = `${settings().playbook}:project:`;
		return Object.keys(localStorage)
			.filter((key) => key.includes(mark) && !key.startsWith(prefix()))
			.flatMap((key) => readStored(localStorage.getItem(key)).project ?? [])
			.filter((project) => !own.has(project.id) && !isDeleted(project));
	} catch {
		return [];
	}
}

/** Texts that could not be read and were set aside, by key. */
export function textsAside(): { key: string; text: string }[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(`${prefix()}aside:`))
			.map((key) => ({ key, text: localStorage.getItem(key) ?? '' }));
	} catch {
		return [];
	}
}

/** Before another project takes the place of the open one: what could not be saved would be gone. */
async function saveOpen(): Promise<void> {
	const opened = store();
	await opened.save();
	// What a newer version wrote cannot be saved from here at all.
	if (opened.isUnsaved && opened.fault !== 'newer') throw new NotKept(opened.fault ?? 'full');
}

function writeIndex(index: StoredIndex): void {
	localStorage.setItem(indexKey(), JSON.stringify(index));
}

async function write(act: () => void): Promise<void> {
	try {
		if (navigator.locks) await navigator.locks.request(prefix(), act);
		else act();
	} catch (error) {
		if (error instanceof NotKept) throw error;
		throw new NotKept(isFull(error) ? 'full' : 'blocked');
	}
}
