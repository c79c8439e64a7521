/**
 * Copies of projects as they were before an import, a replace or a reset, in IndexedDB: apart from
 * the projects themselves, so that the one can outlive the other. The last three of each are kept.
 */
import type { ProjectDocument } from '../progress/project.ts';
import { prefix } from './stored.ts';

export interface Snapshot {
	readonly key: number;
	readonly project: string;
	readonly at: number;
	/** Why it was taken, as the end of a key of the language files. */
	readonly reason: SnapshotReason;
	readonly doc: ProjectDocument;
}
export type SnapshotReason = 'merge' | 'replace' | 'restore' | 'reset';

const kept = 3;
const table = 'snapshots';

/** Takes a copy; false where this browser cannot keep one. */
export async function takeSnapshot(doc: ProjectDocument, reason: SnapshotReason): Promise<boolean> {
	try {
		const db = await database();
		const copy = { project: doc.id, at: Date.now(), reason, doc };
		await done(db.transaction(table, 'readwrite').objectStore(table).add(copy));
		const old = (await snapshotsOf(doc.id)).slice(kept);
		const all = db.transaction(table, 'readwrite').objectStore(table);
		await Promise.all(old.map(({ key }) => done(all.delete(key))));
		return true;
	} catch {
		return false;
	}
}

/** The copies of a project, the latest first; none where there is no room for any. */
export async function snapshotsOf(project: string): Promise<Snapshot[]> {
	return (await allSnapshots()).filter((snapshot) => snapshot.project === project);
}

/** The copies of all projects, the latest first. */
export async function allSnapshots(): Promise<Snapshot[]> {
	try {
		const all = (await database()).transaction(table).objectStore(table);
		const found = (await done(all.getAll())) as Snapshot[];
		return found.sort((a, b) => b.key - a.key);
	} catch {
		return [];
	}
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
	return (opened ??= new Promise((resolve, reject) => {
		const request = indexedDB.open(prefix(), 1);
		request.onupgradeneeded = () =>
			request.result.createObjectStore(table, { keyPath: 'key', autoIncrement: true });
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
	}));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
	});
}
