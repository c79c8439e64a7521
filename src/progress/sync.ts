/**
 * Keeps a project in step with one file in a store that speaks HTTP: read, merge, write on the
 * condition that nobody wrote meanwhile. A machine without network, clock or timers: events in,
 * commands out; `browser/remote.ts` drives it.
 *
 * - The browser's own copy is the truth. What comes is merged into it, what it has more is sent.
 * - A write counts once it was read back. An answer that got lost, a store that checks conditions
 *   and then takes two writes at once, a portal that says 200 to anything: the next look shows it,
 *   and what is missing is sent again.
 * - Nothing that cannot be read as this project is ever written over, unless a person says so.
 * - A weak tag cannot be a condition. Apache's is weak in the second after a write: look again.
 */
import { canonical, isSame } from './json.ts';
import { readProject } from './file.ts';
import { isDeleted } from './lifecycle.ts';
import type { ProjectDocument } from './project.ts';
import { foundIn, isReadOnly, troubleOf, type Answer } from './sync-answer.ts';
import {
	hasUnsent,
	incoming,
	outgoing,
	type Access,
	type Command,
	type Condition,
	type Request,
	type SyncState,
	type Trouble,
	type TroubleKind,
} from './sync-state.ts';
import { pauseAfter, pollPause, pauses, needsPerson } from './sync-pause.ts';

/** What happened. */
export type SyncEvent =
	| { readonly is: 'edited'; readonly local: ProjectDocument }
	/** The wait is over. */
	| { readonly is: 'due' }
	| { readonly is: 'answered'; readonly answer: Answer }
	| { readonly is: 'failed'; readonly why: FailureKind }
	| { readonly is: 'shown' | 'hidden' }
	/** A person wants to know now; signed in; uses a store without conditions all the same. */
	| { readonly is: 'retry' | 'signed-in' | 'accept' }
	/** A person puts back what is gone, or writes over what is damaged. */
	| { readonly is: 'replace' }
	/** A person takes the shared copy away from everyone, or only leaves it. */
	| { readonly is: 'remove' | 'leave' };

/** Why a request ended without an answer. `policy`: the page itself may not ask there. */
export type FailureKind = 'offline' | 'unreachable' | 'timeout' | 'redirect' | 'policy';

export interface Step {
	readonly state: SyncState;
	readonly commands: readonly Command[];
}

/** Begins with a look at the store. */
export function begin(facts: {
	readonly local: ProjectDocument;
	/** Whether the file is to be made, rather than there already. */
	readonly creates?: boolean;
	readonly access?: Access;
	readonly isSession?: boolean;
	readonly isCareless?: boolean;
	readonly isVisible?: boolean;
}): Step {
	const { creates = false, access = 'unknown', isSession = false, ...rest } = facts;
	return proceed({
		seen: null,
		tag: null,
		sent: null,
		isProven: false,
		isKnown: false,
		isAbsent: false,
		purpose: creates ? 'create' : 'join',
		// What could not be written may be writable by now.
		access: access === 'read' ? 'unknown' : access,
		refusedBy: null,
		isSession,
		isCareless: false,
		isVisible: true,
		doing: null,
		waits: null,
		trouble: null,
		tries: 0,
		quiet: 0,
		weak: 0,
		refusals: 0,
		damage: null,
		replaces: null,
		...rest,
	});
}

/** The state after an event, and what is to be done now. */
export function step(state: SyncState, event: SyncEvent): Step {
	if (isOver(state)) return { state, commands: [] };
	switch (event.is) {
		case 'edited':
			return edited(state, event.local);
		case 'due':
			if (state.doing || !state.waits) return { state, commands: [] };
			return proceed({ ...state, waits: null, isKnown: state.isKnown && state.waits === 'edit' });
		case 'answered':
			return answered(state, event.answer);
		case 'failed':
			return failed(state, event.why);
		case 'shown':
			return shown({ ...state, isVisible: true });
		case 'hidden':
			return settleHidden({ ...state, isVisible: false });
		default:
			return asked(state, event.is);
	}
}

function edited(state: SyncState, local: ProjectDocument): Step {
	const now = { ...state, local };
	if (isDeleted(local)) return leave(now, 'left');
	if (isSame(local, state.local) || state.doing || !hasUnsent(now))
		return { state: now, commands: [] };
	// Somebody who ticks on and on is not to wait for ever; a trouble's wait goes on as it is.
	const isWaiting = state.waits !== null && state.waits !== 'poll';
	const isStuck = state.trouble !== null && state.waits === null;
	if (isWaiting || isStuck || state.access !== 'write') return { state: now, commands: [] };
	return wait(now, 'edit', now.isVisible ? pauses.edit : pauses.hiddenEdit);
}

function shown(state: SyncState): Step {
	if (state.doing || state.waits === 'edit' || state.waits === 'busy')
		return { state, commands: [] };
	if (state.trouble?.kind === 'sign-in' && !state.isSession) return { state, commands: [] };
	// Somebody may have been given the right to write, which matters if there is something to write.
	const mayAsk = state.access === 'read' && hasUnsent(state);
	return proceed({ ...state, isKnown: false, quiet: 0, access: mayAsk ? 'unknown' : state.access });
}

function settleHidden(state: SyncState): Step {
	const mayRest = !state.doing && (state.waits === 'poll' || !hasUnsent(state));
	return mayRest ? rest(state) : { state, commands: [] };
}

/** What persons ask for, which is done at once. */
function asked(
	state: SyncState,
	what: 'retry' | 'signed-in' | 'accept' | 'replace' | 'remove' | 'leave',
): Step {
	if (what === 'leave') return leave(state, 'left');
	let now = anew(state);
	if (what === 'signed-in') now = { ...now, trouble: null, tries: 0 };
	if (what === 'accept') now = { ...now, isCareless: true, access: 'write', trouble: null };
	if (what === 'remove') now = { ...now, purpose: 'remove' };
	if (what === 'replace' && state.trouble?.kind === 'gone') now = { ...now, purpose: 'create' };
	if (what === 'replace' && state.trouble?.kind === 'damaged')
		now = { ...now, replaces: state.damage };
	// A request in flight ends first; its answer finds the new wish.
	return state.doing ? { state: now, commands: [] } : proceed(now);
}

/** From the start: what was found out may have changed. */
function anew(state: SyncState): SyncState {
	return {
		...state,
		isKnown: false,
		quiet: 0,
		access: state.access === 'write' ? 'write' : 'unknown',
	};
}

function answered(state: SyncState, answer: Answer): Step {
	const done = state.doing;
	const now: SyncState = { ...state, doing: null };
	if (done === 'read') return afterRead(now, answer);
	if (done === 'write') return afterWrite(now, answer);
	if (done === 'probe') return afterProbe(now, answer);
	if (done === 'remove') return afterRemove(now, answer);
	return done === 'unprobe' ? proceed(now) : { state, commands: [] };
}

function afterRead(state: SyncState, answer: Answer): Step {
	const found = foundIn(answer, state.local.id);
	if (found.is === 'trouble') return damagedOr(state, answer, found.trouble);
	if (found.is === 'absent') return absent(state);
	if (found.is === 'same' && !state.seen)
		return inTrouble(state, { kind: 'refused', on: 'read', status: 304 });
	const seen = found.is === 'same' ? (state.seen as ProjectDocument) : found.doc;
	const tag = answer.tag ?? (found.is === 'same' ? state.tag : null);
	const isSameTag = opaque(tag) === opaque(state.tag);
	const local = incoming(state.local, seen);
	const isNew = !isSame(local, state.local);
	const now: SyncState = {
		...settled({ ...state, local, seen }, 'read'),
		tag,
		isProven: true,
		isKnown: true,
		isAbsent: false,
		purpose: state.purpose === 'create' ? 'join' : state.purpose,
		quiet: isSame(seen, state.seen) && !isNew ? state.quiet + 1 : 0,
		weak: isWeak(tag) && isSameTag ? state.weak + 1 : 0,
		refusals: isSameTag ? state.refusals : 0,
		damage: null,
		replaces: null,
	};
	const next = proceed(now);
	return isNew ? { ...next, commands: [{ do: 'take', doc: seen }, ...next.commands] } : next;
}

/** What cannot be read may be written over if a person said so, of this very damage. */
function damagedOr(state: SyncState, answer: Answer, trouble: Trouble): Step {
	const { tag, text } = answer;
	if (trouble.kind !== 'damaged') return inTrouble(state, trouble);
	const weak = isWeak(tag) && opaque(tag) === opaque(state.tag) ? state.weak + 1 : 0;
	const now = { ...state, tag, weak, seen: null, isProven: false, damage: text };
	if (state.replaces !== text || tag === null)
		return inTrouble({ ...now, replaces: null }, trouble);
	const mustWait = isWeak(tag) && weak < weakLooks;
	return mustWait ? wait(now, 'again', pauses.readBack) : send(now, { tag });
}

function absent(state: SyncState): Step {
	const now: SyncState = {
		...state,
		isKnown: true,
		isAbsent: true,
		tag: null,
		seen: null,
		isProven: false,
	};
	if (state.purpose === 'remove') return leave(now, 'removed');
	if (state.purpose === 'create') return proceed(settled(now, 'read'));
	return inTrouble(now, { kind: 'gone', on: 'read' });
}

function afterWrite(state: SyncState, answer: Answer): Step {
	const { status, tag } = answer;
	const now = { ...state, isKnown: false };
	if (status >= 200 && status < 300) {
		// Only what is strong can stand for what was just sent.
		const strong = tag && !isWeak(tag) ? tag : null;
		const sent = strong ? { tag: strong, seen: state.sent, isProven: false } : { tag: null };
		return wait({ ...settled(now, 'write'), ...sent, refusals: 0 }, 'again', pauses.readBack);
	}
	if (status === 412 || (status === 409 && !state.isAbsent)) {
		const refusals = state.refusals + 1;
		if (refusals < mostRefusals) return wait({ ...now, refusals }, 'again', pauses.collision);
		return inTrouble({ ...now, refusals }, { kind: 'weak-tag', on: 'write', status });
	}
	if (isReadOnly(status)) return readOnly(now, answer);
	return inTrouble(now, troubleOf(answer, 'write'));
}

function afterProbe(state: SyncState, answer: Answer): Step {
	const { status } = answer;
	if (status >= 200 && status < 300) {
		const access = state.isCareless ? 'write' : 'unsafe';
		return request({ ...settled(state, 'write'), access }, { do: 'unprobe' });
	}
	if (isReadOnly(status)) return readOnly(state, answer);
	// Some say that there is no such file, before they look at the condition on it.
	if (status === 412 || status === 404 || status === 409)
		return proceed({ ...settled(state, 'write'), access: 'write' });
	return inTrouble({ ...state, isKnown: false }, troubleOf(answer, 'write'));
}

/** Where nothing is there yet to be read, not being let write is a trouble and not a way to live. */
function readOnly(state: SyncState, answer: Answer): Step {
	const now: SyncState = { ...state, access: 'read', refusedBy: answer.status };
	if (state.purpose === 'create')
		return inTrouble({ ...now, access: 'unknown' }, troubleOf(answer, 'write'));
	return proceed({ ...settled(now, 'write'), isKnown: true });
}

function afterRemove(state: SyncState, answer: Answer): Step {
	const { status } = answer;
	if ((status >= 200 && status < 300) || status === 404 || status === 410)
		return leave(state, 'removed');
	const now = { ...state, isKnown: false };
	if (status === 412)
		return wait({ ...now, refusals: state.refusals + 1 }, 'again', pauses.collision);
	return inTrouble(now, troubleOf(answer, 'write'));
}

function failed(state: SyncState, why: TroubleKind): Step {
	if (!state.doing) return { state, commands: [] };
	// A store that lets others read and not write, as by its cross-origin rules, is reached by reads.
	const on = state.doing === 'read' ? 'read' : 'write';
	// What was asked for may have happened all the same.
	return inTrouble({ ...state, doing: null, isKnown: false }, { kind: why, on });
}

/** What is to be done next, now that nothing is in flight and nothing is waited for. */
function proceed(state: SyncState): Step {
	const { purpose, tag, isKnown, isAbsent } = state;
	if (!isKnown) return request(state, { do: 'read', unless: state.seen ? tag : null });
	if (purpose === 'remove') {
		if (isWeak(tag) && state.weak < weakLooks) return wait(state, 'again', pauses.readBack);
		return request(state, {
			do: 'remove',
			condition: tag ? { tag: plainTag(state, tag) } : 'none',
		});
	}
	if (state.access === 'unknown') return request(state, { do: 'probe' });
	if (mayAskAgain(state)) return request({ ...state, quiet: 0 }, { do: 'probe' });
	if (state.access === 'unsafe')
		return poll({ ...state, trouble: { kind: 'no-conditions', on: 'write' } });
	if (state.access === 'read' || !hasUnsent(state)) return poll(state);
	if (isAbsent) return send(state, 'absent');
	if (state.isCareless)
		return send(state, tag && !isWeak(tag) && state.refusals < 2 ? { tag } : 'none');
	if (tag === null) return inTrouble(state, { kind: 'no-tag', on: 'write' });
	if (isWeak(tag) && state.weak < weakLooks)
		return wait({ ...state, isKnown: false }, 'again', pauses.readBack);
	return send(state, { tag: plainTag(state, tag) });
}

/** Rights and stores change, and a portal may have answered in the store's place. */
function mayAskAgain({ access, refusedBy, isSession, quiet, ...rest }: SyncState): boolean {
	const couldLock = refusedBy === 401 && !isSession;
	const isShut = access === 'unsafe' || (access === 'read' && !couldLock);
	return isShut && quiet >= looksBetweenProbes && hasUnsent(rest);
}

/** Sends all there is, but never what nobody could read again. */
function send(state: SyncState, condition: Condition): Step {
	const sent = outgoing(state);
	const text = `${canonical(sent)}\n`;
	if (!readProject(text).ok) return inTrouble(state, { kind: 'unfit', on: 'write' });
	return request({ ...state, sent }, { do: 'write', text, condition });
}

function request(state: SyncState, asked: Request): Step {
	return { state: { ...state, doing: asked.do, waits: null }, commands: [asked] };
}

function poll(state: SyncState): Step {
	if (!state.isVisible) return rest(state);
	return wait(state, 'poll', pollPause(state.quiet));
}

function inTrouble(state: SyncState, trouble: Trouble): Step {
	const tries = state.tries + 1;
	const purpose = state.purpose === 'remove' ? 'join' : state.purpose;
	const now: SyncState = { ...state, purpose, trouble, tries, isKnown: false };
	const mayWait = state.isVisible || hasUnsent(now);
	if (!mayWait || needsPerson(trouble)) return rest(now);
	return wait(now, trouble.after ? 'busy' : 'again', pauseAfter(trouble, tries));
}

function wait(
	state: SyncState,
	waits: SyncState['waits'],
	[ms, spread]: readonly [number, number],
): Step {
	return { state: { ...state, waits }, commands: [{ do: 'wait', ms, spread }] };
}

function rest(state: SyncState): Step {
	return { state: { ...state, waits: null }, commands: [{ do: 'rest' }] };
}

function leave(state: SyncState, purpose: 'left' | 'removed'): Step {
	return rest({ ...state, purpose, trouble: null });
}

/** Whether nothing will ever happen again. */
export function isOver({ purpose }: SyncState): boolean {
	return purpose === 'left' || purpose === 'removed';
}

/** Without the trouble that a success of this kind puts an end to. */
function settled(state: SyncState, on: Trouble['on']): SyncState {
	const { trouble } = state;
	const mayWrite = state.access === 'unknown' || hasUnsent(state);
	const isPast = !trouble || on === 'write' || trouble.on === 'read' || !mayWrite;
	return isPast ? { ...state, trouble: null, tries: 0 } : state;
}

/** Looks after which a tag that stays weak is tried as it is: some stores compare by the letter. */
const weakLooks = 3;
const mostRefusals = 6;
const looksBetweenProbes = 10;

function isWeak(tag: string | null): boolean {
	return tag !== null && /^W\//i.test(tag);
}

function opaque(tag: string | null): string | null {
	return tag?.replace(/^W\//i, '') ?? null;
}

/** A store that compresses may add how to the tag, and then not know it again. */
function plainTag({ refusals }: SyncState, tag: string): string {
	return refusals < 2 ? tag : tag.replace(/[-;:](gzip|br|zstd|deflate)"$/, '"');
}
