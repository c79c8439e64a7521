import { own } from './json.ts';
import { valueOf, type Register } from './register.ts';
import type { StatusName } from './statuses.ts';

/** What the file says it is. */
export const format = 'commerce-team-playbook/project';

/** Raised when an older playbook could not read what this one writes; see `file.ts`. */
export const version = 1;

/** A project of which nothing is known yet. */
export function emptyProject(id: string, playbook: string): ProjectDocument {
	return { format, version, id, playbook };
}

/** The name of the project, or an empty text. */
export function nameOf(doc: ProjectDocument): string {
	return valueOf(doc.name) ?? '';
}

/** The day the project started, or null. */
export function startOf(doc: ProjectDocument): string | null {
	return valueOf(doc.start);
}

/** The day of the launch, or null. */
export function launchOf(doc: ProjectDocument): string | null {
	return valueOf(doc.launch);
}

/** Where an item stands. One that nobody touched is todo, at rev 0. */
export function statusOf(doc: ProjectDocument, id: string): Status {
	return valueOf(own(doc.items, id)?.status) ?? { is: 'todo', rev: 0 };
}

/** The person named on the item itself. */
export function ownOwnerOf(doc: ProjectDocument, id: string): string | null {
	return valueOf(own(doc.items, id)?.owner);
}

/** The date set on the item itself. */
export function ownDueOf(doc: ProjectDocument, id: string): string | null {
	return valueOf(own(doc.items, id)?.due);
}

/** The person who holds a role, by its key `team/role`. */
export function personOf(doc: ProjectDocument, role: string): string | null {
	return valueOf(own(doc.people, role));
}

/** The project as it is stored. Unknown fields are allowed everywhere and kept. */
export interface ProjectDocument {
	readonly format: typeof format;
	readonly version: number;
	readonly id: string;
	readonly playbook: string;
	readonly name?: Register<string | null>;
	readonly start?: Register<string | null>;
	readonly launch?: Register<string | null>;
	readonly archived?: Register<boolean | null>;
	readonly deleted?: Register<boolean | null>;
	readonly rollWeekends?: Register<boolean | null>;
	readonly level?: Register<Level | null>;
	readonly markets?: Register<readonly string[] | null>;
	readonly lists?: Register<readonly string[] | null>;
	readonly teams?: ById<Register<boolean | null>>;
	readonly formats?: ById<Register<readonly string[] | null>>;
	readonly people?: ById<Register<string | null>>;
	readonly writers?: ById<Register<string | null>>;
	readonly items?: ById<ItemState>;
	readonly [unknown: string]: unknown;
}

/** What is stored of an item. */
export interface ItemState {
	readonly status?: Register<Status | null>;
	readonly owner?: Register<string | null>;
	readonly due?: Register<string | null>;
	readonly notes?: ById<Register<string | null>>;
	readonly [unknown: string]: unknown;
}

/** Where an item stands, and what it waits for if blocked. */
export interface Status {
	readonly is: StatusName;
	/** The rev of the item at the time; 0 where it was never set. */
	readonly rev: number;
	readonly why?: string;
	readonly waitsFor?: string;
	readonly [unknown: string]: unknown;
}

/** A note as it is shown. */
export interface Note {
	readonly id: string;
	readonly text: string;
	readonly ms: number;
	readonly writer: string;
	readonly by: string | null;
}

/** What of the playbook applies to a project; null is all. */
export interface Scope {
	readonly level?: Level | null;
	readonly markets?: readonly string[] | null;
	readonly lists?: readonly string[] | null;
	readonly teams?: ById<boolean>;
	readonly formats?: ById<readonly string[] | null>;
}

/** What may be known of a project at its start. */
export interface ProjectFacts extends Scope {
	readonly id: string;
	readonly playbook: string;
	readonly name?: string;
	readonly start?: string;
	readonly launch?: string;
}

export type { StatusName };
/** Which level of items a project takes. */
export type Level = 'essential' | 'all';
type ById<T> = { readonly [id: string]: T };
