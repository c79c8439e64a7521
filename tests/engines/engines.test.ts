/** The same five steps in three engines: read, tick, reload, search, import a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { format, version } from '../../src/progress/project.ts';
import { serve, type Site } from '../site/server.ts';
import type { Engine } from './engine.ts';
import { chromium, firefox } from './puppeteer.ts';
import { faults, provoke, watchedCopy } from './watched.ts';
import { webkit } from './webkit.ts';

const dist = process.env['DIST'] ?? 'dist';
const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
const item = 'wh-print-stress-hour';

const stamp = [Date.UTC(2026, 10, 1), 'abcd'];
const project = {
	format,
	version,
	id: 'engineproject',
	playbook: 'commerce-teams',
	name: ['Spring launch', stamp],
	items: { [item]: { status: [{ is: 'done', rev: 1 }, stamp] } },
};

let copy = '';
beforeAll(async () => {
	copy = await watchedCopy(dist, base);
});
afterAll(() => rmSync(copy, { recursive: true }));

for (const starter of [chromium, firefox, webkit]) {
	const isHere = starter.isHere();
	if (!isHere) console.warn(`${starter.name} is not installed and not tested: ${starter.install}`);

	// Nobody is to believe that this was tested where it was not.
	test.skipIf(!process.env['CI'])(`${starter.name} is installed where it must be`, () => {
		expect(isHere, starter.install).toBe(true);
	});

	describe.skipIf(!isHere)(starter.name, { timeout: 60_000 }, () => {
		const folder = mkdtempSync(join(tmpdir(), 'playbook-engine-'));
		let site: Site;
		let engine: Engine;
		beforeAll(async () => {
			writeFileSync(join(folder, 'project.json'), JSON.stringify(project));
			site = await serve(copy, { base });
			engine = await starter.start();
			console.log(engine.name);
		}, 60_000);
		afterAll(async () => {
			await engine?.stop();
			await site?.close();
			rmSync(folder, { recursive: true });
		});

		const go = (path: string) => engine.go(site.url + base + path);
		const text = (selector: string) =>
			engine.read<string | null>(
				`document.querySelector(${JSON.stringify(selector)})?.textContent?.trim() ?? null`,
			);
		const isTicked = () =>
			engine.read<boolean>(`document.querySelector('input[name="${item}"]').checked`);
		/** Waits until a value of the page is right. */
		const wait = (check: () => Promise<void>) =>
			vi.waitFor(check, { timeout: 15_000, interval: 100 });

		test('reads a page, in both languages', async () => {
			await go('zh-cn/teams/warehouse/');
			expect(await text('h1')).toContain('仓储');
			await go('teams/warehouse/');
			expect(await text('h1')).toContain('Warehouse');
			expect(await text(`#${item} .item-done`)).toMatch(/^Done when .{20,}/);
			// Styles are there: an item is a card, not a list row.
			expect(await engine.read(`getComputedStyle(document.querySelector('.item')).display`)).toBe(
				'grid',
			);
		});

		test('ticks an item, and the count follows', async () => {
			await engine.click(`#${item} input[type=checkbox]`);
			await wait(async () => expect(await text('.team-facts output')).toBe('1 of 30 done'));
		});

		test('has the tick after a reload', async () => {
			await engine.reload();
			expect(await isTicked()).toBe(true);
			expect(await text('.team-facts output')).toBe('1 of 30 done');
		});

		test('finds an item by a word', async () => {
			await engine.click('.search-open');
			await engine.type('.search-dialog input', 'printer');
			await wait(async () => expect(await text('#search-list [role=option]')).toMatch(/print/i));
			// Chromium's protocol never tells the end of what is cut off on the way out.
			await wait(async () => expect(await text('#search-list[aria-busy=false]')).not.toBeNull());
			await engine.click('#search-list [role=option]');
			await wait(async () =>
				expect(await engine.read('location.pathname + location.hash')).toMatch(/\/.+\/#./),
			);
		});

		test('takes in a project from a file', async () => {
			await go('board/');
			await wait(async () =>
				expect(await engine.read(`Boolean(customElements.get('pb-backup'))`)).toBe(true),
			);
			await engine.choose('pb-backup input[type=file]', join(folder, 'project.json'));
			await engine.click('.import-dialog input[value=new]');
			await engine.click('.import-dialog footer .button');
			await wait(async () => expect(await text('#pb-project')).toContain('Spring launch'));
			await go('teams/warehouse/');
			await wait(async () => expect(await text('#pb-project')).toContain('Spring launch'));
			expect(await isTicked()).toBe(true);
		});

		test('met no error and nothing that the policy forbids', async () => {
			expect(await engine.read(faults)).toEqual([]);
		});

		test('notes errors and what the policy forbids', async () => {
			await go('');
			await engine.read(provoke(base));
			const kinds = ['error: .*provoked', 'error: not loaded: .*nowhere.png'];
			kinds.push('rejection: .*provoked', 'violation: script-src-elem inline');
			await wait(async () => {
				const noted = await engine.read<string[]>(faults);
				for (const kind of kinds)
					expect(noted).toContainEqual(expect.stringMatching(new RegExp(`${base}: ${kind}`)));
			});
		});
	});
}
