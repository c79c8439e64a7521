/**
 * What one browser knows of the shared copy of a project: data only, so that any moment of any
 * history can be written down in a test. `sync.ts` has the rules.
 */
import { isObject, isSame } from './json.ts';
import { merge, mergeValues } from './merge.ts';
import type { ProjectDocument } from './project.ts';
import { isRegister } from './register.ts';

export interface SyncState {
	/** The project as this browser has it. */
	readonly local: ProjectDocument;
	/** What the store holds, as far as is known. */
	readonly seen: ProjectDocument | null;
	/** The version tag (ETag) of what was last read, whatever it was. */
	readonly tag: string | null;
	/** What the write in flight would make of it. */
	readonly sent: ProjectDocument | null;
	/** Whether `seen` was read back, and not only sent. */
	readonly isProven: boolean;
	/** Whether `tag` is, as far as is known, still that of the store. */
	readonly isKnown: boolean;
	/** Whether the last look found nothing there. */
	readonly isAbsent: boolean;
	readonly purpose: Purpose;
	/** Whether the store takes writes from this person; `unsafe`: without looking at conditions. */
	readonly access: Access;
	/** The status by which the store said that it may only be read. */
	readonly refusedBy: number | null;
	/** The reader's own session, which may come back by itself, rather than a password. */
	readonly isSession: boolean;
	/** The person said to use a store that does not look at conditions all the same. */
	readonly isCareless: boolean;
	readonly isVisible: boolean;
	/** The one request in flight. */
	readonly doing: Request['do'] | null;
	/** What is waited for; null: nothing, until something happens. */
	readonly waits: 'edit' | 'poll' | 'again' | 'busy' | null;
	readonly trouble: Trouble | null;
	/** Troubles in a row. */
	readonly tries: number;
	/** Looks in a row that found nothing new. */
	readonly quiet: number;
	/** Looks in a row that found the same weak tag. */
	readonly weak: number;
	/** Refusals (412) in a row under the same tag. */
	readonly refusals: number;
	/** The text that was there where it could not be read. */
	readonly damage: string | null;
	/** The damaged text that a person said to write over, and no other. */
	readonly replaces: string | null;
}

/** Why this browser looks at the store. */
export type Purpose = 'join' | 'create' | 'remove' | 'left' | 'removed';
export type Access = 'unknown' | 'read' | 'write' | 'unsafe';

/** What is wrong, while reading or only while writing, with the status of HTTP if there was one. */
export interface Trouble {
	readonly kind: TroubleKind;
	readonly on: 'read' | 'write';
	readonly status?: number;
	/** Seconds the store asks to wait. */
	readonly after?: number;
}

export const troubles = [
	'offline',
	'unreachable',
	'timeout',
	'redirect',
	'policy',
	'sign-in',
	'forbidden',
	'gone',
	'no-folder',
	'html',
	'damaged',
	'not-a-project',
	'other-project',
	'newer',
	'no-tag',
	'weak-tag',
	'no-conditions',
	'too-large',
	'locked',
	'busy',
	'full',
	'server',
	'refused',
	'unfit',
] as const;
export type TroubleKind = (typeof troubles)[number];

/** What is asked of the store. One at a time. */
export type Request =
	| { readonly do: 'read'; readonly unless: string | null }
	/** A write beside the file that a store with conditions refuses. */
	| { readonly do: 'probe' }
	/** Takes away what a store without conditions made of it. */
	| { readonly do: 'unprobe' }
	| { readonly do: 'write'; readonly text: string; readonly condition: Condition }
	| { readonly do: 'remove'; readonly condition: Condition };

/** Only if the store has this version; only if it has none; whatever it has. */
export type Condition = { readonly tag: string } | 'absent' | 'none';

/** What is asked of whoever drives the machine. */
export type Command =
	| Request
	/** Merge this into the project. */
	| { readonly do: 'take'; readonly doc: ProjectDocument }
	/** Say `due` after `ms` and a random part of `spread`; forget any such wish from before. */
	| { readonly do: 'wait'; readonly ms: number; readonly spread: number }
	| { readonly do: 'rest' };

/**
 * What the store should hold: what it is known to hold, with what this browser has. Deleting stays
 * at home: who deletes a shared project leaves it, and takes it from nobody.
 */
export function outgoing({ local, seen }: Pick<SyncState, 'local' | 'seen'>): ProjectDocument {
	const known = merged.get(local);
	if (known && known.seen === seen) return known.doc;
	const { deleted: _deleted, ...own } = local;
	const doc = seen ? merge({ ...own, playbook: seen.playbook }, seen) : own;
	merged.set(local, { seen, doc });
	return doc;
}

/** Asked for several times between two events; documents are never changed. */
const merged = new WeakMap<
	ProjectDocument,
	{ seen: ProjectDocument | null; doc: ProjectDocument }
>();

/** The project with what the store holds, but for what is each browser's own. */
export function incoming(local: ProjectDocument, theirs: ProjectDocument): ProjectDocument {
	const { deleted: _deleted, ...shared } = theirs;
	return merge(local, { ...shared, playbook: local.playbook });
}

/** Whether this browser has what the store, as far as is known, has not. */
export function hasUnsent(state: Pick<SyncState, 'local' | 'seen'>): boolean {
	return state.seen === null || !isSame(outgoing(state), state.seen);
}

/** How many fields wait to go up. */
export function unsentCount(state: SyncState): number {
	const count = (mine: unknown, theirs: unknown): number => {
		if (isSame(mine, theirs)) return 0;
		if (isRegister(mine) || !isObject(mine))
			return isSame(mergeValues(mine, theirs), theirs) ? 0 : 1;
		const other = isObject(theirs) ? theirs : {};
		return Object.entries(mine).reduce((sum, [key, value]) => sum + count(value, other[key]), 0);
	};
	const {
		format: _format,
		version: _version,
		id: _id,
		playbook: _playbook,
		...own
	} = outgoing(state);
	return count(own, state.seen ?? {});
}
