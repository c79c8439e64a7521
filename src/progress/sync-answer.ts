import { readProject } from './file.ts';
import type { ProjectDocument } from './project.ts';
import type { Trouble, TroubleKind } from './sync-state.ts';

/** What came back from the store, as HTTP has it. */
export interface Answer {
	readonly status: number;
	readonly tag: string | null;
	readonly text: string;
	/** Seconds the store asks to wait. */
	readonly after?: number;
}

/** What a read found. */
export type Found =
	| { readonly is: 'project'; readonly doc: ProjectDocument }
	| { readonly is: 'same' }
	| { readonly is: 'absent' }
	| { readonly is: 'trouble'; readonly trouble: Trouble };

/** What the answer to a read means. Without an `id` any project will do. */
export function foundIn(answer: Answer, id: string | null): Found {
	const { status } = answer;
	if (status === 304) return { is: 'same' };
	if (status === 404 || status === 410) return { is: 'absent' };
	if (status !== 200) return { is: 'trouble', trouble: troubleOf(answer, 'read') };
	const read = readProject(answer.text);
	if (!read.ok) return trouble(wrongText(answer.text, read.errors[0]?.code));
	if (read.readOnly) return trouble('newer');
	if (id !== null && read.project.id !== id) return trouble('other-project');
	return { is: 'project', doc: read.project };
}

/** What a status means that is neither a success nor a plain refusal. */
export function troubleOf(answer: Answer, on: Trouble['on']): Trouble {
	const { status, after } = answer;
	// What is written to is there or may be made: missing is only the folder, as older sabre/dav says it.
	const isNowhere = on === 'write' && status === 404;
	const kind = isNowhere ? 'no-folder' : (kinds[status] ?? (status >= 500 ? 'server' : 'refused'));
	return { kind, on, status, ...(after !== undefined && { after }) };
}

/** Whether a store means by this that it may be read only: by nobody, or not without signing in. */
export function isReadOnly(status: number): boolean {
	return status === 401 || status === 403 || status === 405 || status === 501;
}

const kinds: Readonly<Record<number, TroubleKind>> = {
	401: 'sign-in',
	403: 'forbidden',
	// Sent by networks that want a sign-in of their own first.
	407: 'html',
	408: 'timeout',
	409: 'no-folder',
	413: 'too-large',
	423: 'locked',
	425: 'busy',
	429: 'busy',
	503: 'busy',
	504: 'timeout',
	507: 'full',
	511: 'html',
};

/** A sign-in page where JSON was due, a file cut short, or something else altogether. */
function wrongText(text: string, code: string | undefined): TroubleKind {
	if (code === 'newer-version') return 'newer';
	if (code !== 'not-json') return 'not-a-project';
	return /^[\s\uFEFF]*</.test(text) ? 'html' : 'damaged';
}

function trouble(kind: TroubleKind): Found {
	return { is: 'trouble', trouble: { kind, on: 'read', status: 200 } };
}
