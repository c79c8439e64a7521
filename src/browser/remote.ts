/**
 * Drives `progress/sync.ts` with the network: sends what the machine asks for, one request at a
 * time, and tells it what came of it. Knows nothing of the page, so that tests run it against a
 * real store.
 */
import type { ProjectDocument } from '../progress/project.ts';
import type { Answer } from '../progress/sync-answer.ts';
import type { Command, Condition, Request, SyncState } from '../progress/sync-state.ts';
import { isOver, step, type Step, type SyncEvent } from '../progress/sync.ts';
import { watchPolicy } from './policy.ts';

export interface RemoteFacts {
	readonly address: string;
	/** The `Authorization` of the next request, `session` for the browser's own, null for none. */
	readonly authorization: () => string | null;
	/** Merges what the store holds into the project. */
	readonly take: (doc: ProjectDocument) => void;
	/** The state is another; called once per event. */
	readonly changed: (state: SyncState) => void;
}

/** In place of an `Authorization`: what the browser itself knows of the store. */
export const session = 'session';

/** How a request ended without an answer. */
type Failure = Extract<SyncEvent, { is: 'failed' }>;

const timeouts = { read: 20_000, write: 40_000 };

export class Remote {
	state: SyncState;
	readonly #facts: RemoteFacts;
	readonly #stop = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What was told while an event was being worked on, as by taking a document. */
	#queue: SyncEvent[] = [];
	#isBusy = false;

	constructor(facts: RemoteFacts, first: Step) {
		this.#facts = facts;
		this.state = first.state;
		queueMicrotask(() => first.commands.forEach((command) => this.#do(command)));
	}

	/** Tells the machine what happened. */
	tell(event: SyncEvent): void {
		this.#queue.push(event);
		if (this.#isBusy) return;
		this.#isBusy = true;
		for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
			const { state, commands } = step(this.state, next);
			this.state = state;
			commands.forEach((command) => this.#do(command));
		}
		this.#isBusy = false;
		this.#facts.changed(this.state);
		if (isOver(this.state)) this.stop();
	}

	/** Ends it here, without a word to the store. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#stop.abort();
	}

	#do(command: Command): void {
		if (this.#stop.signal.aborted) return;
		if (command.do === 'take') return this.#facts.take(command.doc);
		if (command.do !== 'wait' && command.do !== 'rest') return void this.#send(command);
		clearTimeout(this.#timer);
		if (command.do === 'rest') return;
		const ms = command.ms + Math.random() * command.spread;
		this.#timer = setTimeout(() => this.tell({ is: 'due' }), ms);
	}

	async #send(request: Request): Promise<void> {
		clearTimeout(this.#timer);
		const { address, authorization } = this.#facts;
		const event = await ask(address, request, authorization(), this.#stop.signal);
		if (!this.#stop.signal.aborted) this.tell(event);
	}
}

/** Sends one request. Never throws, follows no redirect, and sends a password to no other address. */
export async function ask(
	address: string,
	request: Request,
	authorization: string | null,
	stop?: AbortSignal,
): Promise<Exclude<SyncEvent, { is: 'edited' }> & ({ is: 'answered'; answer: Answer } | Failure)> {
	const limit = AbortSignal.timeout(timeouts[request.do === 'read' ? 'read' : 'write']);
	const { url, method, headers, body } = inHttp(address, request);
	const isSession = authorization === session;
	if (authorization && !isSession) headers['Authorization'] = authorization;
	const policy = watchPolicy(url);
	try {
		const response = await fetch(url, {
			method,
			headers,
			...(body !== undefined && { body }),
			// Without a session the browser neither sends cookies nor asks for a password of its own.
			credentials: isSession ? 'include' : 'omit',
			cache: 'no-store',
			redirect: 'manual',
			referrerPolicy: 'no-referrer',
			signal: stop ? AbortSignal.any([stop, limit]) : limit,
		});
		const { status } = response;
		const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
		if (isRedirect && status !== 304) return { is: 'failed', why: 'redirect' };
		const after = secondsOf(response.headers.get('Retry-After'));
		const answer: Answer = {
			status,
			tag: response.headers.get('ETag'),
			text: request.do === 'read' && status === 200 ? await response.text() : '',
			...(after !== undefined && { after }),
		};
		return { is: 'answered', answer };
	} catch {
		if (limit.aborted) return { is: 'failed', why: 'timeout' };
		if (await policy.hasRefused()) return { is: 'failed', why: 'policy' };
		const isOffline = typeof navigator !== 'undefined' && !navigator.onLine;
		return { is: 'failed', why: isOffline ? 'offline' : 'unreachable' };
	} finally {
		policy.end();
	}
}

function inHttp(address: string, request: Request) {
	const headers: Record<string, string> = {};
	const json = { 'Content-Type': 'application/json' };
	switch (request.do) {
		case 'read':
			if (request.unless) headers['If-None-Match'] = request.unless;
			return { url: address, method: 'GET', headers };
		case 'write':
			Object.assign(headers, json, conditionIn(request.condition));
			return { url: address, method: 'PUT', headers, body: request.text };
		case 'remove':
			Object.assign(headers, conditionIn(request.condition));
			return { url: address, method: 'DELETE', headers };
		// No file of this name has this version, so a store that looks must refuse.
		case 'probe':
			Object.assign(headers, json, { 'If-Match': '"no-such-version"' });
			return { url: `${address}.check`, method: 'PUT', headers, body: '{}' };
		case 'unprobe':
			return { url: `${address}.check`, method: 'DELETE', headers };
	}
}

function conditionIn(condition: Condition): Record<string, string> {
	if (condition === 'none') return {};
	return condition === 'absent' ? { 'If-None-Match': '*' } : { 'If-Match': condition.tag };
}

/** Seconds from a header that has seconds or a date. */
function secondsOf(header: string | null): number | undefined {
	if (!header) return undefined;
	const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
	return seconds > 0 ? Math.ceil(seconds) : undefined;
}
