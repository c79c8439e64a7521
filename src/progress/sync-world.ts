/**
 * A world for tests: people with clocks that run wrong, a network that loses, doubles and delays,
 * and a store with the habits of real ones. Never imported by the site.
 */
import { canonical, isSame } from './json.ts';
import { readProject } from './file.ts';
import { merge } from './merge.ts';
import type { ProjectDocument } from './project.ts';
import type { Stamp } from './register.ts';
import { stampAfter } from './stamp.ts';
import type { Answer } from './sync-answer.ts';
import { report } from './sync-report.ts';
import type { Access, Command, Condition, Request, SyncState } from './sync-state.ts';
import { begin, step, type Step, type SyncEvent } from './sync.ts';

/** How a store behaves, for as long as the world lasts. */
export interface Habits {
	/**
	 * `apache`: weak in the second after a write; `put`: told with the answer to a write too;
	 * `letter`: always weak, and compared by the letter; `gzip`: read with an ending that a write
	 * does not know; `none`: no tag at all.
	 */
	readonly tags: 'apache' | 'strong' | 'put' | 'letter' | 'gzip' | 'none';
	/** `racy`: checked when a write arrives, and written seconds later. */
	readonly conditions: 'kept' | 'racy' | 'ignored';
}

export interface WorldFacts extends Habits {
	readonly seed: number;
	readonly people: number;
	/** Chance of a request to go wrong while the trouble lasts, 0…1. */
	readonly chaos: number;
	/** Whether people use a store without conditions all the same. */
	readonly isCareless: boolean;
	readonly start: ProjectDocument;
	readonly edit: (doc: ProjectDocument, stamp: Stamp, random: Random) => ProjectDocument;
}

export type Random = (below: number) => number;

export interface Person {
	readonly writer: string;
	readonly skew: number;
	local: ProjectDocument;
	sync: SyncState;
	/** Everything this person ever wrote, whatever became of it. */
	wrote: ProjectDocument;
	isOnline: boolean;
	isOpen: boolean;
	joined: boolean;
	access: Access;
	/** What belongs to an earlier life of the page is dropped by it. */
	life: number;
	wait: number;
	requests: number;
}

/** Numbers that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
	};
}

export class World {
	now = 1_000_000;
	text: string | null = null;
	/** Everything that anybody wrote. */
	all: ProjectDocument;
	/** Times that a write took away something that was in the store. */
	losses = 0;
	stray = 0;
	writes = 0;
	isCalm = false;
	readonly people: Person[];
	readonly #facts: WorldFacts;
	readonly #random: Random;
	#events: { at: number; act: () => void }[] = [];
	#read: { text: string | null; doc: ProjectDocument | null } | undefined;
	#version = 0;
	#written = 0;

	constructor(facts: WorldFacts) {
		this.#facts = facts;
		this.#random = randomOf(facts.seed);
		this.all = facts.start;
		this.people = Array.from({ length: facts.people }, (_, index) => this.#person(index));
		for (const person of this.people) {
			this.#at(this.#random(10_000), () => this.#open(person));
			this.#live(person);
		}
	}

	/** Lets things happen for so long. */
	run(ms: number): void {
		const end = this.now + ms;
		while (this.#next(end));
		this.now = end;
	}

	/** Ends all trouble; true once everyone has everything, false if that does not come about. */
	settle(most = 6_000_000): boolean {
		this.isCalm = true;
		for (const person of this.people) {
			person.isOnline = true;
			if (!person.isOpen) this.#open(person);
			this.#tell(person, { is: 'shown' });
			this.#tell(person, { is: 'signed-in' });
			// Once more, for what was in flight when the trouble ended.
			this.#at(60_000, () => this.#tell(person, { is: 'signed-in' }));
		}
		const end = this.now + most;
		while (!this.isSettled() && this.#next(end));
		return this.isSettled();
	}

	isSettled(): boolean {
		return this.people.every(
			({ sync, local }) =>
				sync.waits === 'poll' && report(sync).is === 'step' && isSame(local, this.all),
		);
	}

	/** What the store holds. */
	get held(): ProjectDocument | null {
		if (this.#read?.text !== this.text) {
			const read = readProject(this.text);
			this.#read = { text: this.text, doc: read.ok ? read.project : null };
		}
		return this.#read?.doc ?? null;
	}

	#person(index: number): Person {
		const { start } = this.#facts;
		return {
			writer: `w${index}`,
			// Half the clocks are right; the rest up to three days wrong.
			skew: index % 2 ? this.#random(500_000_000) - 250_000_000 : 0,
			local: start,
			sync: begin({ local: start }).state,
			wrote: start,
			isOnline: true,
			isOpen: false,
			joined: index > 0 && this.#random(4) > 0,
			access: 'unknown',
			life: 0,
			wait: 0,
			requests: 0,
		};
	}

	/** What a person does: ticks, looks elsewhere, loses the network, closes the page. */
	#live(person: Person): void {
		const random = this.#random;
		this.#at(500 + random(9_000), () => {
			if (this.isCalm) return;
			const what = random(20);
			if (what < 12) this.#edit(person);
			else if (what === 12) person.isOnline = !person.isOnline;
			else if (what === 13) this.#tell(person, { is: 'hidden' });
			else if (what < 16) this.#tell(person, { is: 'shown' });
			else if (what === 16) person.isOpen = false;
			else if (what === 17) this.#tell(person, { is: 'signed-in' });
			// In this world no file is ever damaged: only answers are cut short.
			else if (what === 18 && person.sync.damage === null) this.#tell(person, { is: 'replace' });
			else this.#tell(person, { is: 'retry' });
			if (!person.isOpen || !person.isOnline) this.#at(random(9_000), () => this.#back(person));
			this.#live(person);
		});
	}

	#back(person: Person): void {
		person.isOnline = true;
		if (!person.isOpen) this.#open(person);
	}

	#edit(person: Person): void {
		const stamp = stampAfter(person.local, this.now + person.skew, person.writer);
		person.local = this.#facts.edit(person.local, stamp, this.#random);
		person.wrote = merge(person.wrote, person.local);
		this.all = merge(this.all, person.local);
		this.#tell(person, { is: 'edited', local: person.local });
	}

	/** The page is opened, with what the browser kept. */
	#open(person: Person): void {
		person.isOpen = true;
		person.life += 1;
		const { isCareless } = this.#facts;
		const { local, joined, access } = person;
		this.#follow(person, begin({ local, creates: !joined, access, isCareless }));
	}

	#tell(person: Person, event: SyncEvent): void {
		if (person.isOpen) this.#follow(person, step(person.sync, event));
	}

	#follow(person: Person, { state, commands }: Step): void {
		person.sync = state;
		if (state.isProven && state.purpose === 'join') person.joined = true;
		if (state.access === 'write') person.access = 'write';
		for (const command of commands) this.#do(person, command);
	}

	#do(person: Person, command: Command): void {
		const { life } = person;
		if (command.do === 'take') {
			person.local = merge(person.local, command.doc);
			this.#tell(person, { is: 'edited', local: person.local });
		} else if (command.do === 'rest') person.wait += 1;
		else if (command.do === 'wait') {
			const wait = (person.wait += 1);
			this.#at(command.ms + this.#random(command.spread), () => {
				if (person.life === life && person.wait === wait) this.#tell(person, { is: 'due' });
			});
		} else {
			person.requests += 1;
			this.#send(person, command, (event) => {
				if (person.life === life) this.#tell(person, event);
			});
		}
	}

	/** One request through a network that may do anything with it. */
	#send(person: Person, request: Request, tell: (event: SyncEvent) => void): void {
		const random = this.#random;
		if (!person.isOnline) return this.#at(50, () => tell({ is: 'failed', why: 'offline' }));
		const there = 5 + random(300);
		const arrive = (answer: (answer: Answer) => void) =>
			this.#at(there, () => this.#meet(request, answer));
		const reply = (answer: Answer) =>
			this.#at(5 + random(300), () => tell({ is: 'answered', answer }));
		const late = () => this.#at(20_000, () => tell({ is: 'failed', why: 'timeout' }));
		if (this.isCalm || random(1_000) >= this.#facts.chaos * 1_000) return arrive(reply);
		const fault = random(8);
		if (fault === 0) return late();
		if (fault === 1) {
			late();
			return arrive(() => undefined);
		}
		if (fault === 2) {
			// The network sends it again, when it may be long out of date.
			this.#at(there + random(30_000), () => this.#meet(request, () => undefined));
			return arrive(reply);
		}
		if (fault === 3) return this.#at(there, () => tell({ is: 'failed', why: 'redirect' }));
		if (fault === 4)
			return reply({ status: 200, tag: '"portal"', text: '<!doctype html><p>Sign in' });
		if (fault === 5 && request.do === 'read')
			return arrive((answer) => reply({ ...answer, text: answer.text.slice(0, random(200)) }));
		const status = refusals[random(refusals.length)] as number;
		return reply({ status, tag: null, text: '', ...(status === 429 && { after: random(40) }) });
	}

	/** What the store does with it. */
	#meet(request: Request, answer: (answer: Answer) => void): void {
		const { tags, conditions } = this.#facts;
		const plain = (status: number, tag: string | null = null) => answer({ status, tag, text: '' });
		if (request.do === 'read') {
			if (this.text === null) return plain(404);
			const tag = this.#tag('read');
			const { unless } = request;
			const isSameTag = unless !== null && unless.replace('W/', '') === tag?.replace('W/', '');
			return isSameTag ? plain(304, tag) : answer({ status: 200, tag, text: this.text });
		}
		if (request.do === 'unprobe') {
			this.stray -= 1;
			return plain(204);
		}
		if (request.do === 'probe') {
			if (conditions !== 'ignored') return plain(412);
			this.stray += 1;
			return plain(201);
		}
		if (conditions !== 'ignored' && !this.#holds(request.condition)) return plain(412);
		const text = request.do === 'write' ? request.text : null;
		const commit = () => {
			this.#commit(text);
			plain(204, tags === 'put' ? this.#tag('write') : null);
		};
		if (conditions === 'racy') this.#at(this.#random(3_000), commit);
		else commit();
	}

	#holds(condition: Condition): boolean {
		if (condition === 'none') return true;
		if (condition === 'absent') return this.text === null;
		const tag = this.#tag('write');
		const isStrong = !condition.tag.startsWith('W/') && !tag?.startsWith('W/');
		return (
			this.text !== null && condition.tag === tag && (isStrong || this.#facts.tags === 'letter')
		);
	}

	#tag(on: 'read' | 'write'): string | null {
		const { tags } = this.#facts;
		const tag = `"${this.#version}"`;
		if (tags === 'none') return null;
		if (tags === 'letter') return `W/${tag}`;
		if (tags === 'gzip' && on === 'read') return `"${this.#version}-gzip"`;
		return tags === 'apache' && this.now - this.#written <= 1_000 ? `W/${tag}` : tag;
	}

	#commit(text: string | null): void {
		const before = this.held;
		this.text = text;
		const after = this.held;
		if (before && (!after || !isSame(merge(after, before), after))) this.losses += 1;
		this.#version += 1;
		this.#written = this.now;
		this.writes += 1;
	}

	/** The next event before `end`, if there is one. */
	#next(end: number): boolean {
		let first = -1;
		for (let i = 0; i < this.#events.length; i += 1) {
			const at = this.#events[i]?.at ?? Infinity;
			if (at <= end && (first < 0 || at < (this.#events[first]?.at ?? 0))) first = i;
		}
		const [event] = first < 0 ? [] : this.#events.splice(first, 1);
		if (!event) return false;
		this.now = Math.max(this.now, event.at);
		event.act();
		return true;
	}

	#at(ms: number, act: () => void): void {
		this.#events.push({ at: this.now + ms, act });
	}
}

const refusals = [401, 403, 404, 405, 409, 412, 413, 423, 429, 500, 502, 503, 507, 400, 511];

/** The same content, for a comparison that a test can print. */
export function held(world: World): string | null {
	return world.held && canonical(world.held);
}
