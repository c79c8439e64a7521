/** A browser without its page: a project, and what keeps it in step. */
import { Remote } from '../../src/browser/remote.ts';
import { addNote, tick } from '../../src/progress/change.ts';
import { merge } from '../../src/progress/merge.ts';
import { statusOf, type ProjectDocument } from '../../src/progress/project.ts';
import { stampAfter } from '../../src/progress/stamp.ts';
import { report, type Report } from '../../src/progress/sync-report.ts';
import { begin } from '../../src/progress/sync.ts';

interface ClientFacts {
	readonly address: string;
	readonly authorization?: string;
	readonly creates?: boolean;
}

export class Client {
	/** What the browser's storage holds: it outlives the page. */
	doc: ProjectDocument;
	readonly ticks: string[] = [];
	remote: Remote;
	requests = 0;
	readonly #writer: string;
	readonly #facts: ClientFacts;
	#dies: (() => void) | null = null;

	constructor(writer: string, doc: ProjectDocument, facts: ClientFacts) {
		this.doc = doc;
		this.#writer = writer;
		this.#facts = facts;
		this.remote = this.#begin();
	}

	get report(): Report {
		return report(this.remote.state);
	}

	/** Ticks an item that nobody else ticks, and writes a note on it. */
	tick(): void {
		const id = `${this.#writer}-${this.ticks.length}`;
		this.ticks.push(id);
		const stamp = stampAfter(this.doc, Date.now(), this.#writer);
		const ticked = tick(this.doc, { id, rev: 1 }, true, stamp);
		this.doc = addNote(ticked, id, 'n1', `${id} is done`, stamp);
		this.remote.tell({ is: 'edited', local: this.doc });
	}

	look(): void {
		this.remote.tell({ is: 'shown' });
	}

	/** The page dies, whatever it was doing. */
	kill(): void {
		this.remote.stop();
	}

	/** The page dies a moment after its next write is sent. */
	killInWrite(): Promise<void> {
		return new Promise((resolve) => {
			const before = this.#dies;
			this.#dies = () => {
				before?.();
				this.kill();
				resolve();
			};
		});
	}

	/** The page is opened again. */
	open(): void {
		this.remote = this.#begin();
	}

	isInStep(ticks: readonly string[]): boolean {
		return this.report.is === 'step' && ticks.every((id) => statusOf(this.doc, id).is === 'done');
	}

	#begin(): Remote {
		const { address, authorization = null, creates = false } = this.#facts;
		const remote = new Remote(
			{
				address,
				authorization: () => {
					this.requests += 1;
					if (this.#dies && remote.state.doing === 'write') {
						setTimeout(this.#dies, 1);
						this.#dies = null;
					}
					return authorization;
				},
				take: (doc) => {
					this.doc = merge(this.doc, doc);
					remote.tell({ is: 'edited', local: this.doc });
				},
				changed: () => undefined,
			},
			begin({ local: this.doc, creates }),
		);
		return remote;
	}
}

/** Waits until something is so; fails if it does not come about. */
export async function until(
	is: () => boolean | Promise<boolean>,
	ms = 20_000,
	pause = 50,
): Promise<void> {
	const end = Date.now() + ms;
	while (!(await is())) {
		if (Date.now() > end) throw new Error('It did not come about in time.');
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}
