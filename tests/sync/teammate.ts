/** One of a team at work: a browser profile of their own, and what they remember to have done. */
import type { Browser, Page, Request } from '@playwright/test';
import { notesOf } from '../../src/progress/notes.ts';
import { ownOwnerOf, statusOf, type ProjectDocument } from '../../src/progress/project.ts';
import { until } from './client.ts';
import { box, connect, inStep, person, words } from './people.ts';

/** Ten pages on two cores take their time. */
const patience = 60_000;

export interface Place {
	readonly site: string;
	/** Of the shared file, as an address in the browser has it. */
	readonly address: string;
	/** The page whose items this person sees to. */
	readonly path: string;
	/** Whether the site, and the store with it, is there just now. */
	readonly isUp: () => boolean;
}

export class Teammate {
	page: Page;
	readonly name: string;
	/** Requests of the store that got no answer. */
	unanswered = 0;
	readonly #place: Place;
	/** The items this person alone ticks and gives an owner, and how they were left. */
	readonly #items = new Map<string, { isDone: boolean; owner: string | null }>();
	readonly #notes: { item: string; text: string }[] = [];
	#edits = 0;

	private constructor(name: string, page: Page, place: Place) {
		[this.name, this.page, this.#place] = [name, page, place];
	}

	/** Comes to a project that is shared already, and to the page where the work is. */
	static async join(browser: Browser, name: string, place: Place): Promise<Teammate> {
		const page = await person(browser);
		page.setDefaultTimeout(patience);
		const mate = new Teammate(name, page, place);
		page.context().on('requestfailed', (request) => {
			if (request.url() === place.address) mate.unanswered += 1;
		});
		await connect(page, place.site, place.address, { name, keep: 'browser' });
		// Ten names go up one after the other: nobody waits for that before they begin.
		await page.locator('.shared-now').waitFor();
		// What is kept for offline also serves while the site is down, and it is down with the store.
		await page.evaluate(() => navigator.serviceWorker.ready);
		await mate.#arrive();
		const items = page.locator('.item[id]');
		for (const id of await items.evaluateAll((all) => all.map((one) => one.id)))
			if (await box(page, id).isVisible()) mate.#items.set(id, { isDone: false, owner: null });
		return mate;
	}

	/** One thing that a person does in a day, through the page. */
	async edit(): Promise<void> {
		const dice = Math.random();
		this.#edits += 1;
		if (dice < 0.7) await this.tick();
		else if (dice < 0.85) await this.#note();
		else await this.#own();
	}

	/** Ticks what is not ticked yet; once all is, takes a tick back or sets it again. */
	async tick(): Promise<void> {
		const open = [...this.#items].filter(([, { isDone }]) => !isDone).map(([id]) => id);
		const [id, isDone] = open.length > 0 ? [oneOf(open), true] : [this.#some(), false];
		await box(this.page, id).setChecked(isDone);
		this.#items.set(id, { owner: null, ...this.#items.get(id), isDone });
	}

	async #note(): Promise<void> {
		const item = this.#some();
		const text = `${this.name}, ${this.#edits}`;
		const panel = await this.#open(item);
		await panel.getByLabel('New note').fill(text);
		await panel.getByRole('button', { name: 'Add note' }).click();
		await panel.getByText(text, { exact: true }).waitFor();
		await panel.locator('header').getByRole('button', { name: 'Close' }).click();
		this.#notes.push({ item, text });
	}

	async #own(): Promise<void> {
		const item = this.#some();
		const owner = `Owner ${this.#edits} of ${this.name}`;
		const panel = await this.#open(item);
		await panel.getByLabel('Owner', { exact: true }).fill(owner);
		await panel.getByLabel('Owner', { exact: true }).blur();
		await panel.getByText('Owner: kept in this browser.').waitFor();
		await panel.locator('header').getByRole('button', { name: 'Close' }).click();
		this.#items.set(item, { isDone: false, ...this.#items.get(item), owner });
	}

	async #open(item: string) {
		await this.page.locator(`[id="${item}"] .item-open`).click();
		return this.page.locator('.item-panel');
	}

	/** The page is shut while a write is under way, and later opened again. */
	async closeInWrite(): Promise<void> {
		const isWrite = (request: Request) =>
			request.method() === 'PUT' && request.url() === this.#place.address;
		await Promise.all([this.page.waitForRequest(isWrite), this.tick()]);
		const context = this.page.context();
		await this.page.close();
		this.page = await context.newPage();
		this.page.setDefaultTimeout(patience);
		await this.#arrive();
	}

	/** As who comes back to the window. */
	async look(): Promise<void> {
		await this.page.evaluate(() => dispatchEvent(new Event('focus')));
	}

	/** The project as this browser keeps it. */
	async kept(): Promise<string> {
		return this.page.evaluate(() => {
			const key = Object.keys(localStorage).find((name) => name.includes(':project:')) ?? '';
			return localStorage.getItem(key) ?? '';
		});
	}

	/** What the board says of the project, without how long ago. */
	async readBoard(): Promise<string> {
		await this.page.goto(`${this.#place.site}${words.path}`);
		await inStep(this.page);
		await this.page.locator('[data-part=percent]', { hasText: '%' }).waitFor();
		return this.page.locator('pb-board').innerText();
	}

	/** Of what this person did, what a document does not have. */
	missingIn(doc: ProjectDocument): string[] {
		const notes = this.#notes.filter(
			({ item, text }) => !notesOf(doc, item).some((note) => note.text === text),
		);
		const items = [...this.#items].filter(
			([id, { isDone, owner }]) =>
				(statusOf(doc, id).is === 'done') !== isDone || ownOwnerOf(doc, id) !== owner,
		);
		return [...notes.map(({ text }) => `note ${text}`), ...items.map(([id]) => `item ${id}`)];
	}

	async #arrive(): Promise<void> {
		await until(this.#place.isUp, 60_000);
		await this.page.goto(`${this.#place.site}${this.#place.path}`);
		const further = this.page.locator('details.further:not([open]) > summary');
		for (const summary of (await further.all()).reverse()) await summary.click();
	}

	#some(): string {
		return oneOf([...this.#items.keys()]);
	}
}

function oneOf(all: readonly string[]): string {
	return all[Math.floor(Math.random() * all.length)] ?? '';
}
