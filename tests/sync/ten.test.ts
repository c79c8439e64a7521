/**
 * What sharing is for: a team of ten ticks one launch from ten browsers through a stock Apache,
 * somebody pulls the plug twice, and the project reads the same everywhere with nothing lost.
 *
 * Ten people with 40 edits each, 400 in all, are more than a day's work: the whole playbook has about
 * 340 items, so a team as quick as that would have a launch done by the evening. Here they make them
 * in a minute or two, which is harder for the store than eight hours.
 *
 * Everything goes through the built pages in Chromium, with their policy, service worker and storage.
 * Only with TEST_FULL. SHARED_DIST: a build with the stores of apache-config.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readProject } from '../../src/progress/file.ts';
import { canonical } from '../../src/progress/json.ts';
import { emptyProject, type ProjectDocument } from '../../src/progress/project.ts';
import { apache } from './apache.ts';
import { until } from './client.ts';
import { create, openSite, person } from './people.ts';
import { Teammate } from './teammate.ts';

const dist = process.env['SHARED_DIST'] ?? '';
const mayRun = Boolean(apache && process.env['TEST_FULL'] && existsSync(dist));
const teams = ['marketing', 'it', 'customer-service', 'ecommerce', 'warehouse', 'executive']
	.concat(['content', 'data', 'finance'])
	.map((team) => `/teams/${team}/`);
const paths = [...teams, '/guides/launch-day/'];
const editsEach = 40;

describe.skipIf(!mayRun)('a team of ten', { timeout: 300_000 }, () => {
	test('loses nothing of a day of edits, two power cuts and three pages shut in a write', async () => {
		// Of its own: a second try must not find the store as the first left it.
		const opened = await openSite(dist);
		onTestFinished(() => opened.close());
		const { store, browser, site } = opened;
		const stored = (): ProjectDocument => {
			const read = readProject(readFileSync(join(store.files, 'launch.json'), 'utf8'));
			if (!read.ok) throw new Error(JSON.stringify(read.errors));
			return read.project;
		};
		const address = `${store.url}launch.json`;
		await create(await person(browser), site, '/dav/launch.json', { name: 'Lead' });
		let isUp = true;
		const team = await Promise.all(
			paths.map((path, index) =>
				Teammate.join(browser, `Person ${index}`, { site, address, path, isUp: () => isUp }),
			),
		);

		let made = 0;
		let shut = 0;
		let cutsLeft = 2;
		const work = async (mate: Teammate, index: number) => {
			// However fast a machine is, nobody is through with it before the power failed twice.
			for (let edits = 0; edits < editsEach || cutsLeft > 0; edits += 1, made += 1) {
				if (edits >= editsEach) await new Promise((resolve) => setTimeout(resolve, 500));
				if (edits === 4 && index % 3 === 1) {
					await mate.closeInWrite();
					shut += 1;
				} else await mate.edit();
			}
		};
		/** The power goes while somebody writes; it comes back after so many more edits. */
		const cut = async (after: number, lasts: number) => {
			// Who waits for a write to shut its page in must not wait for the store as well.
			await until(() => made >= after && shut === 3, 120_000);
			await nextWrite(browser, address);
			isUp = false;
			await store.kill();
			const at = made;
			const before = team.reduce((sum, { unanswered }) => sum + unanswered, 0);
			await until(() => made >= at + lasts, 60_000);
			// Nobody is to believe that it was cut where nobody noticed.
			const unanswered = () => team.reduce((sum, mate) => sum + mate.unanswered, 0);
			await until(() => unanswered() > before, 60_000);
			await store.start();
			isUp = true;
			cutsLeft -= 1;
		};
		const cuts = async () => {
			await cut(130, 50);
			await cut(260, 50);
		};
		await Promise.all([...team.map(work), cuts()]);
		expect(made).toBeGreaterThanOrEqual(10 * editsEach);

		await until(
			async () => {
				await Promise.all(team.map((mate) => mate.look()));
				const kept = await Promise.all(team.map((mate) => mate.kept()));
				const text = canonical(stored());
				return kept.every((one) => canonical(JSON.parse(one)) === text);
			},
			90_000,
			1_000,
		);
		// What they agree on has everything that each of them remembers, and that is not little.
		const nothing = emptyProject('none', 'none');
		expect(team.flatMap((mate) => mate.missingIn(nothing)).length).toBeGreaterThan(250);
		expect(team.flatMap((mate) => mate.missingIn(stored()))).toEqual([]);
		const boards = await Promise.all(team.map((mate) => mate.readBoard()));
		expect(new Set(boards).size).toBe(1);
		expect(boards[0]).toMatch(/\d+ ?%/);
	});
});

/** Until a page of this browser sends a change to the store. */
async function nextWrite(browser: Browser, address: string): Promise<void> {
	const pages = browser.contexts().flatMap((context) => context.pages());
	const write = (page: (typeof pages)[number]) =>
		page.waitForRequest((one) => one.method() === 'PUT' && one.url() === address, {
			timeout: 60_000,
		});
	await Promise.any(pages.map(write));
}
