/** The board with a real store beside it. SHARED_DIST: a build with SHARED_STORES="/dav/ /closed/". */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../site/chromium.ts';
import { apache, basic, newStore, user, type Store } from './apache.ts';
import { until } from './client.ts';

const dist = process.env['SHARED_DIST'] ?? '';
const item = 'wh-print-stress-hour';

describe.skipIf(!apache || !existsSync(dist))('the board', { timeout: 120_000 }, () => {
	let store: Store;
	let browser: Browser;
	let site: string;
	beforeAll(async () => {
		store = await newStore(dist);
		await store.start();
		site = new URL(store.url).origin;
		const executablePath = findChromium();
		browser = await chromium.launch({
			args: chromiumArguments,
			...(executablePath && { executablePath }),
		});
	}, 60_000);
	afterAll(async () => {
		await browser.close();
		await store.remove();
	});

	const person = async () => {
		const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
		page.setDefaultTimeout(30_000);
		return page;
	};
	const connect = async (
		page: Page,
		address: string,
		name: string,
		keep = 'Until I close this tab',
	) => {
		await page.goto(`${site}/board/`);
		const shared = page.locator('pb-shared');
		await shared.getByLabel('Address of the shared file').fill(address);
		await shared.getByLabel('Your name, for the others').fill(name);
		await shared.getByLabel('Name and password').check();
		await shared.getByLabel('User name').fill(user.name);
		await shared.getByLabel('Password', { exact: true }).fill(user.password);
		await shared.getByLabel(keep, { exact: true }).check();
		await shared.getByRole('button', { name: 'Connect' }).click();
	};
	const inStep = (page: Page) => page.getByText('In step with the shared copy.').waitFor();
	const box = (page: Page, id = item) => page.locator(`.item input[name="${id}"]`).first();
	const fileOf = (name: string) => readFileSync(join(store.files, name), 'utf8');

	test('two people tick one project, and each sees who did what', async () => {
		const [ann, ben] = [await person(), await person()];
		await ann.goto(`${site}/teams/warehouse/`);
		await box(ann).check();
		await connect(ann, '/dav/two.json', 'Ann');
		await ann.getByRole('button', { name: 'Put the project there' }).click();
		await inStep(ann);
		await connect(ben, '/dav/two.json', 'Ben');
		await inStep(ben);
		await ben.goto(`${site}/teams/warehouse/`);
		expect(await box(ben).isChecked()).toBe(true);
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
		const kept = await ann.evaluate(() => JSON.stringify(Object.entries(localStorage)));
		const secret = basic.slice('Basic '.length);
		expect(kept).not.toContain(secret);
		expect(fileOf('two.json')).not.toContain(secret);
		expect(await ann.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).toContain(
			secret,
		);
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
		await box(reader).click();
		expect(await box(reader).isChecked()).toBe(true);
		await reader.reload();
		expect(await box(reader).isChecked()).toBe(true);
	});

	test('what is ticked while the store is down waits, and goes up after a restart', async () => {
		const ann = await person();
		await connect(ann, '/closed/down.json', 'Ann', 'In this browser');
		await ann.getByRole('button', { name: 'Put the project there' }).click();
		await inStep(ann);
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
		await connect(ann, '/dav/end.json', 'Ann');
		await ann.getByRole('button', { name: 'Put the project there' }).click();
		await inStep(ann);
		await connect(ben, '/dav/end.json', 'Ben');
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
		const kept = await ann.evaluate(() =>
			JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
		);
		expect(kept).not.toContain('sign-in');
		expect(kept).toContain(':project:');
	});

	test('an address the owner did not name, or with a secret in it, is refused in words', async () => {
		const ann = await person();
		await connect(ann, 'https://elsewhere.example/a.json', 'Ann');
		await ann.getByText('This site may not speak with that address').waitFor();
		await connect(ann, '/dav/a.json?sig=1', 'Ann');
		await ann.getByText('Leave passwords and everything after a ?').waitFor();
		await connect(ann, '/dav/../board/', 'Ann');
		await ann.getByText('This site may not speak with that address').waitFor();
	});
});
