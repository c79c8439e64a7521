/** The board with a real store beside it. SHARED_DIST: a build with the stores of apache-config.ts. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apache, basic, type Store } from './apache.ts';
import { until } from './client.ts';
import {
	box,
	connect,
	create,
	inStep,
	keptIn,
	openSite,
	person as newPerson,
	words,
	wordsOf,
	type Site,
} from './people.ts';

const dist = process.env['SHARED_DIST'] ?? '';
const item = 'wh-print-stress-hour';

describe.skipIf(!apache || !existsSync(dist))('the board', { timeout: 120_000 }, () => {
	let opened: Site;
	let store: Store;
	let browser: Browser;
	let site: string;
	beforeAll(async () => {
		opened = await openSite(dist);
		({ store, browser, site } = opened);
	}, 60_000);
	afterAll(() => opened.close());

	const person = () => newPerson(browser);
	const fileOf = (name: string) => readFileSync(join(store.files, name), 'utf8');

	test('two people tick one project, and each sees who did what', async () => {
		const [ann, ben] = [await person(), await person()];
		await ann.goto(`${site}/teams/warehouse/`);
		await box(ann, item).check();
		await create(ann, site, '/dav/two.json');
		await connect(ben, site, '/dav/two.json', { name: 'Ben' });
		await inStep(ben);
		await ben.goto(`${site}/teams/warehouse/`);
		expect(await box(ben, item).isChecked()).toBe(true);
		const other =
			(await ben.locator(`.item:visible:not(#${item})`).first().getAttribute('id')) ?? '';
		await box(ben, other).check();
		await until(() => fileOf('two.json').includes(other));
		await ann.goto(`${site}/teams/warehouse/`);
		await ann.locator(`[id="${other}"] .item-by`, { hasText: 'Ben' }).waitFor();
		expect(await box(ann, other).isChecked()).toBe(true);
		await ann.goto(`${site}/zh-cn/board/`);
		await ann.getByText('已与共享副本同步').waitFor();
		await ann.getByRole('button', { name: '复制邀请链接' }).click();
		const invitation = `${site}/zh-cn/board/#shared=${encodeURIComponent(`${store.url}two.json`)}`;
		await ann.getByText(invitation).waitFor();
		await ann.locator('.shared-changes li', { hasText: 'Ben' }).waitFor();
		// What one signs in with is in the tab, and neither in the file nor in what the browser keeps.
		const secret = basic.slice('Basic '.length);
		expect(await keptIn(ann, 'localStorage')).not.toContain(secret);
		expect(fileOf('two.json')).not.toContain(secret);
		expect(await keptIn(ann, 'sessionStorage')).toContain(secret);
	});

	test('the panel of an item says who changed what of it, and how long ago', async () => {
		const [ann, ben] = [await person(), await person()];
		await ann.goto(`${site}/teams/warehouse/`);
		const panel = (page: Page) => page.locator('.item-panel');
		const open = (page: Page) => page.locator(`#${item} .item-open`).click();
		const history = (page: Page) => panel(page).locator('.panel-changes li');
		// Of a project that is not shared there is nobody else to name.
		await box(ann, item).check();
		await open(ann);
		await panel(ann).getByLabel('New note').waitFor();
		expect(await panel(ann).getByRole('heading', { name: 'Latest changes' }).isVisible()).toBe(
			false,
		);
		await create(ann, site, '/dav/panel.json');
		await connect(ben, site, '/dav/panel.json', { name: 'Ben' });
		await inStep(ben);
		await ann.goto(`${site}/teams/warehouse/`);
		await box(ann, item).uncheck();
		await box(ann, item).check();
		await open(ann);
		await panel(ann).getByRole('heading', { name: 'Latest changes' }).waitFor();
		await history(ann).filter({ hasText: 'Ann' }).waitFor();
		expect(await history(ann).allInnerTexts()).toEqual([expect.stringMatching(/^Done\s+Ann · /)]);
		// What Ben changes meanwhile comes into the open panel.
		await ben.goto(`${site}/teams/warehouse/`);
		await open(ben);
		await panel(ben).getByLabel('Owner').fill('Kim');
		await panel(ben).getByLabel('New note').fill('The printer is ordered.');
		await panel(ben).getByRole('button', { name: 'Add note' }).click();
		await until(() => fileOf('panel.json').includes('The printer is ordered.'));
		await ann.evaluate(() => dispatchEvent(new Event('focus')));
		await history(ann).filter({ hasText: 'Owner' }).waitFor();
		const seen = await history(ann).allInnerTexts();
		expect(seen.map((line) => line.replace(/\s+/g, ' '))).toEqual([
			expect.stringMatching(/^Note Ben · (now|\d+ seconds? ago)$/),
			expect.stringMatching(/^Owner Ben · /),
			expect.stringMatching(/^Done Ann · /),
		]);
		await ben.goto(`${site}/zh-cn/teams/warehouse/`);
		await open(ben);
		await panel(ben).getByRole('heading', { name: '最近改动' }).waitFor();
		expect(await history(ben).last().innerText()).toMatch(/^已完成\s+Ann · .*(前|现在)$/);
		expect(await findings(ben, '.item-panel')).toEqual([]);
	});

	test('who may only read sees the project and cannot change it', async () => {
		const reader = await person();
		writeFileSync(join(store.files, 'read.json'), fileOf('two.json'));
		const invitation = `#shared=${encodeURIComponent(`${store.url}read.json`)}`;
		await reader.goto(`${site}/board/${invitation}`);
		await reader.getByRole('button', { name: 'Connect' }).click();
		await reader.getByText('Read only: you see what the team ticks').waitFor();
		await reader.goto(`${site}/teams/warehouse/`);
		await reader.getByText('You may read this shared project and not change it').waitFor();
		await box(reader, item).click();
		expect(await box(reader, item).isChecked()).toBe(true);
		await reader.reload();
		expect(await box(reader, item).isChecked()).toBe(true);
	});

	test('what is ticked while the store is down waits, and goes up after a restart', async () => {
		const ann = await person();
		await create(ann, site, '/closed/down.json', { keep: 'browser' });
		await ann.route('**/closed/**', (route) => route.abort());
		await ann.locator('pb-settings input[name=name]').fill('Autumn');
		await ann.locator('pb-settings input[name=name]').blur();
		await ann.getByText('1 change waits here and goes up later').waitFor();
		await ann.unroute('**/closed/**');
		await ann.getByRole('button', { name: 'Try now' }).click();
		await inStep(ann);
		// Kept in this browser: a new tab is signed in.
		const tab = await ann.context().newPage();
		await tab.goto(`${site}/board/`);
		await inStep(tab);
	});

	test('leaving forgets the sign-in and keeps the project; removing is for everyone', async () => {
		const [ann, ben] = [await person(), await person()];
		await create(ann, site, '/dav/end.json');
		await connect(ben, site, '/dav/end.json', { name: 'Ben' });
		await inStep(ben);
		const sure = (page: Page, name: string) =>
			page.locator('dialog').getByRole('button', { name }).click();
		await ben.getByRole('button', { name: 'Remove the shared copy' }).click();
		await sure(ben, 'Remove the shared copy');
		await ben.getByText('The shared copy is removed. The project stays').waitFor();
		expect(existsSync(join(store.files, 'end.json'))).toBe(false);
		await ann.evaluate(() => dispatchEvent(new Event('focus')));
		await ann.getByText('The shared file is no longer there').waitFor();
		await ann.getByRole('button', { name: 'Leave' }).click();
		await sure(ann, 'Leave');
		await ann.getByText('Left. The project stays in this browser.').waitFor();
		const kept = (await keptIn(ann, 'localStorage')) + (await keptIn(ann, 'sessionStorage'));
		expect(kept).not.toContain('sign-in');
		expect(kept).toContain(':project:');
	});

	for (const language of ['en', 'zh-CN'] as const)
		test(`axe finds nothing in the section, whatever its state, in ${language}`, async () => {
			const texts = wordsOf(language);
			const [ann, reader] = [await person(), await person()];
			const address = `axe-${language}.json`;
			const board = `${site}${texts.path}`;
			await ann.goto(board);
			// Not joined: with what each way to sign in asks for.
			for (const by of ['open', 'basic', 'bearer', 'session'] as const) {
				await ann.locator(`[name=signIn][value=${by}]`).check();
				await inBothThemes(ann, `not joined, ${by}`);
			}
			await create(ann, site, `/dav/${address}`, { language });
			await ann.goto(`${site}${texts.path.replace('board', 'teams/warehouse')}`);
			await box(ann, item).check();
			await until(() => fileOf(address).includes(item));
			await ann.goto(board);
			await inStep(ann, language);
			await ann.locator('.shared-changes li').waitFor();
			await inBothThemes(ann, 'joined');
			await connect(reader, site, `/dav/${address}`, { by: 'open', language });
			await reader.getByText(texts.readOnly).waitFor();
			await inBothThemes(reader, 'read only');
			rmSync(join(store.files, address));
			await ann.evaluate(() => dispatchEvent(new Event('focus')));
			await ann.getByText(texts.gone).waitFor();
			await inBothThemes(ann, 'trouble');
		});

	test('an address that is typed before the scripts come stays as it is typed', async () => {
		const ann = await person();
		const scripts = '**/_astro/*.js';
		const { promise: released, resolve: release } = Promise.withResolvers<void>();
		await ann.route(scripts, async (route) => {
			await released;
			await route.continue();
		});
		await ann.goto(`${site}/board/`, { waitUntil: 'commit' });
		const address = ann.getByLabel(words.address);
		await address.focus();
		release();
		const isReady = () => ann.getByRole('button', { name: words.connect }).isEnabled();
		await until(isReady);
		await ann.keyboard.type('/dav/typed.json');
		expect(await address.inputValue()).toBe('/dav/typed.json');
	});

	test('an address the owner did not name, or with a secret in it, is refused in words', async () => {
		const ann = await person();
		await connect(ann, site, 'https://elsewhere.example/a.json');
		await ann.getByText('This site may not speak with that address').waitFor();
		await connect(ann, site, '/dav/a.json?sig=1');
		await ann.getByText('Leave passwords and everything after a ?').waitFor();
		await connect(ann, site, '/dav/../board/');
		await ann.getByText('This site may not speak with that address').waitFor();
	});
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a part of the page, one line per element. */
async function findings(page: Page, part: string): Promise<string[]> {
	const { violations, passes } = await new AxeBuilder({ page })
		.include(part)
		.withTags(rules)
		.setLegacyMode()
		.analyze();
	// Nothing looked at is nothing found.
	expect(passes.length).toBeGreaterThan(3);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function inBothThemes(page: Page, state: string): Promise<void> {
	for (const theme of ['light', 'dark']) {
		await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
		expect(await findings(page, 'pb-shared'), `${state}, ${theme}`).toEqual([]);
	}
}
