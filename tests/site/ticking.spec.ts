import { chromium } from '@playwright/test';
import { box, expect, holdBack, languages, test } from './fixtures.ts';
import { withProject } from './launch-project.ts';
import { openPanel, stored } from './project.ts';

test('a tick survives a reload and shows in the other language', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await expect(page.locator('.team-facts output')).toHaveText('1 of 30 done');
	await page.reload();
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	await page.goto('/zh-cn/teams/warehouse/');
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	await expect(page.locator('.team-facts output')).toHaveText('已完成 1 / 30');
});

test('ticks and counts are there in the first frame, before any other script', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await expect.poll(async () => Boolean((await stored(page))?.items)).toBe(true);
	await page.addInitScript(() => {
		const frames: unknown[] = [];
		Object.assign(window, { frames });
		const look = () => {
			const box = document.querySelector<HTMLInputElement>('[name=wh-print-stress-hour]');
			const count = document.querySelector('.team-facts output');
			if (box && count) frames.push([box.checked, count.textContent]);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	const release = await holdBack(page, '**/_astro/every-page*.js');
	await page.reload({ waitUntil: 'commit' });
	const frames = () =>
		page.evaluate(() => (window as unknown as { frames: [boolean, string][] }).frames);
	await expect.poll(async () => (await frames()).length).toBeGreaterThan(5);
	expect((await frames())[0]).toEqual([true, '1 of 30 done']);
	release();
	await page.waitForLoadState('networkidle');
	for (const frame of await frames()) expect(frame).toEqual([true, '1 of 30 done']);
});

test('without a project the scripts leave a page as it was built', async ({ page, browser }) => {
	const lists = () =>
		[...document.querySelectorAll('.phase, .team-facts, #pb-project')].map(
			(part) => part.outerHTML,
		);
	await page.goto('/teams/warehouse/', { waitUntil: 'networkidle' });
	// After what the page does while it rests.
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	const bare = await browser.newPage({ javaScriptEnabled: false });
	await bare.goto(page.url());
	const built = await bare.evaluate(lists);
	expect(built.length).toBeGreaterThan(5);
	expect(await page.evaluate(lists)).toEqual(built);
	await bare.close();
});

test('the head of a page is shown before its lists are parsed', async ({ page }) => {
	const release = await holdBack(page, '**/*.css');
	await page.goto('/teams/warehouse/', { waitUntil: 'commit' });
	await expect(page.locator('.story')).toBeAttached();
	await expect(page.locator('.phase')).toHaveCount(0);
	release();
	await expect(page.locator('.phase').last()).toBeVisible();
});

test('what is ticked or written before the scripts come is kept', async ({ page }) => {
	for (const state of [true, false]) {
		const release = await holdBack(page, /_astro\/(?!core).*\.js$/);
		await page.goto('/teams/warehouse/', { waitUntil: 'commit' });
		for (const id of ['wh-print-stress-hour', 'wh-order-path-map'])
			await box(page, id).setChecked(state);
		release();
		await expect(page.locator('.team-facts output')).toHaveText(`${state ? 2 : 0} of 30 done`);
		await page.reload();
		await expect(box(page, 'wh-print-stress-hour')).toBeChecked({ checked: state });
		await page.unrouteAll();
	}
	const release = await holdBack(page, /_astro\/(?!core).*\.js$/);
	await page.goto('/board/', { waitUntil: 'commit' });
	await page.getByLabel('Launch date').fill('2027-03-01');
	await page.locator('pb-settings [name=name]').fill('Spring');
	await page.locator('pb-settings [name=start]').fill('2026-12-01');
	await page.locator('pb-settings [name=start]').blur();
	release();
	// The name and the launch date are kept by scripts of their own, which come one after the other.
	await expect(page.locator('#pb-project')).toContainText('Spring');
	await expect
		.poll(() => stored(page))
		.toMatchObject({
			name: ['Spring', expect.anything()],
			start: ['2026-12-01', expect.anything()],
			launch: ['2027-03-01', expect.anything()],
		});
});

test('what was ticked before the scripts came is said once', async ({ page }) => {
	const id = 'wh-print-stress-hour';
	const release = await holdBack(page, /_astro\/(?!core).*\.js$/);
	await page.goto('/checklists/', { waitUntil: 'commit' });
	await box(page, id).check();
	release();
	await expect.poll(async () => (await stored(page))?.items[id]?.status?.[0].is).toBe('done');
	const panel = await openPanel(page, id);
	await panel.getByLabel('Blocked', { exact: true }).check();
	await panel.getByLabel('What blocks it, in one line').fill('No printers yet');
	await page.keyboard.press('Escape');
	await page.getByLabel('Group by').selectOption({ label: 'Phase' });
	await expect(page.locator(`#${id} .item-status`)).toHaveText('Blocked: No printers yet');
	expect((await stored(page)).items[id]?.status?.[0].is).toBe('blocked');
});

test('a page with a project is shown although the script that paints it fails', async ({
	page,
}) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await expect.poll(async () => Boolean((await stored(page))?.items)).toBe(true);
	await page.route('**/_astro/core*.js', (route) => route.abort());
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a tick is there after the browser was restarted', async ({ baseURL, launchOptions }) => {
	const before = await chromium.launch(launchOptions);
	const context = await before.newContext({ baseURL: baseURL ?? '' });
	const page = await context.newPage();
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await expect.poll(async () => (await stored(page))?.items['wh-print-stress-hour']).toBeDefined();
	// Carried by hand: when a browser writes its profile, and on which disks it can, is its own affair.
	const kept = await context.storageState();
	await before.close();

	const after = await chromium.launch(launchOptions);
	const restarted = await after.newPage({ baseURL: baseURL ?? '', storageState: kept });
	await restarted.goto('/zh-cn/teams/warehouse/');
	await expect(box(restarted, 'wh-print-stress-hour')).toBeChecked();
	await after.close();
});

for (const { language, prefix } of languages)
	test(`${language}: the first phase with something left is the current one, and open`, async ({
		page,
	}) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		const phase = (id: string) => page.locator(`[data-phase="${id}"]`);
		const mark = (id: string) => phase(id).locator('.phase-now');
		const folded = (id: string) => phase(id).locator('.further');
		// Before there is a project the first phase is open, and no place is "here".
		await expect(folded('set-up')).toHaveAttribute('open');
		await expect(mark('set-up')).toBeHidden();

		const ids = await phase('set-up')
			.getByRole('checkbox')
			.evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).name));
		const [last = '', ...others] = ids;
		await withProject(page, {
			items: Object.fromEntries(others.map((id) => [id, { is: 'done' }])),
		});
		await page.reload();
		await expect(mark('set-up')).toBeVisible();
		await box(page, last).check();
		await expect(mark('set-up')).toBeHidden();
		await expect(mark('onboard')).toBeVisible();
		// What somebody is working in stays as it is; the next visit opens where they are.
		await expect(folded('set-up')).toHaveAttribute('open');
		await page.reload();
		await expect(folded('set-up')).not.toHaveAttribute('open');
		await expect(folded('onboard')).toHaveAttribute('open');
		await page.goto(`${prefix}/`);
		await expect(page.locator('.phases .phase-now:visible')).toHaveCount(1);
	});
