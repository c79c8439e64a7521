import type { Page } from '@playwright/test';
import { box, expect, test } from './fixtures.ts';
import { withProject } from './launch-project.ts';
import { openFile, openPanel, saveBackup, startProject, stored } from './project.ts';

const item = 'wh-print-stress-hour';
const notice = '#pb-notice';
const path = '/teams/warehouse/';

/** From now on there is room for no text longer than this; left out: for none. */
const fill = (page: Page, room = -1) =>
	page.evaluate((room) => {
		const set = Storage.prototype.setItem;
		Storage.prototype.setItem = function (key: string, value: string) {
			if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
			set.call(this, key, value);
		};
	}, room);

/** A stored project under the site's own keys. */
async function put(page: Page, text: string, prefix = '/commerce-teams:'): Promise<void> {
	await page.goto('/404.html');
	await page.evaluate(
		([stored, start]) => {
			localStorage.setItem(`${start}project:p1`, stored ?? '');
			localStorage.setItem(`${start}index`, '{"current":"p1","projects":["p1"]}');
		},
		[text, prefix],
	);
}

const project = {
	format: 'commerce-team-playbook/project',
	version: 1,
	id: 'p1',
	playbook: 'commerce-teams',
};

test('blocked storage: ticks work, the page says so and offers the file', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('no', 'SecurityError');
			},
		});
	});
	await page.goto(path);
	await expect(page.locator(notice)).toContainText('does not let the page save');
	await box(page, item).check();
	await expect(page.locator('.team-facts output')).toHaveText('1 of 30 done');
	await page.locator(`#${item} .item-open`).click();
	await page.getByRole('dialog').getByLabel('Owner').fill('Kim');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('dialog').getByRole('status')).toContainText(
		'does not let the page save',
	);
	await page.keyboard.press('Escape');
	await page.locator('.project-bar button').click();
	await expect(page.getByRole('dialog', { name: 'Projects' })).toBeVisible();
});

test('full storage: nothing is lost on the page, and the file is offered', async ({ page }) => {
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await page.goto(path);
	await box(page, item).check();
	await expect(page.locator(notice)).toContainText('storage is full');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator(notice).getByRole('button', { name: 'Save a backup' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/\.json$/);
	await expect(box(page, item)).toBeChecked();
});

test('full storage: another project does not take the place of the open one', async ({ page }) => {
	await startProject(page, 'Spring');
	const before = await stored(page);
	await page.goto('/#start');
	await fill(page, 200);
	await page.getByLabel('Name', { exact: true }).fill('Summer');
	await page.getByLabel('Name', { exact: true }).press('Enter');
	await expect(page.locator(notice)).toContainText('storage is full');
	await expect(page.locator(notice)).toBeInViewport();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Summer');
	expect(await stored(page)).toEqual(before);
	await page.reload();
	await expect(page.locator('#pb-project')).toHaveText(/^Spring/);
});

test('full storage: a tick that is not saved is not left behind by opening another project', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await startProject(page, 'Summer');
	await page.goto(path);
	await fill(page, 200);
	await box(page, item).check();
	await expect(page.locator(notice)).toContainText('storage is full');
	await page.locator('.project-bar button').click();
	const dialog = page.getByRole('dialog', { name: 'Projects' });
	await dialog.getByRole('button', { name: 'Open Spring' }).click();
	await expect(dialog.getByText('storage is full')).toBeVisible();
	await expect(page.locator('#pb-project')).toHaveText(/^Summer/);
	await expect(box(page, item)).toBeChecked();
});

test('full storage: what another tab opens does not take unsaved ticks off the page', async ({
	page,
	context,
}) => {
	await startProject(page, 'Spring');
	await startProject(page, 'Summer');
	const other = await context.newPage();
	await Promise.all([page.goto(path), other.goto(path)]);
	await fill(page, 200);
	await box(page, item).check();
	await expect(page.locator(notice)).toContainText('storage is full');
	await other.locator('.project-bar button').click();
	await other.getByRole('button', { name: 'Open Spring' }).click();
	await expect(other.locator('#pb-project')).toHaveText(/^Spring/);
	// What the other tab wrote has been heard once what it writes next is here.
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	await expect(page.locator('#pb-project')).toHaveText(/^Summer/);
	await expect(box(page, item)).toBeChecked();
	await expect(page.locator(notice)).toContainText('storage is full');
});

test('a tab that began with data it cannot read follows the others to another project', async ({
	page,
	context,
}) => {
	await put(page, '{"format":"commerce-te');
	await page.goto(path);
	await box(page, item).check();
	await expect.poll(async () => (await stored(page))?.items[item]?.status?.[0].is).toBe('done');
	const other = await context.newPage();
	await startProject(other, 'Summer');
	await expect(page.locator('#pb-project')).toHaveText(/^Summer/);
	await page.bringToFront();
	await box(page, 'wh-order-path-map').check();
	await expect.poll(async () => (await stored(page)).name?.[0]).toBe('Summer');
	await other.reload();
	await expect(other.locator('#pb-project')).toHaveText(/^Summer/);
});

test('full storage: the first edit in the panel or the settings is not called kept', async ({
	page,
}) => {
	await page.setViewportSize({ width: 390, height: 600 });
	await page.goto(path);
	await fill(page);
	const panel = await openPanel(page, item);
	await panel.getByLabel('Doing').check();
	const said = panel.getByRole('status');
	await expect(said).toContainText('storage is full');
	await expect(said).toBeInViewport();

	await page.goto('/board/');
	await fill(page);
	await page.locator('pb-settings').getByLabel('Name', { exact: true }).fill('Spring');
	await page.keyboard.press('Tab');
	await expect(page.locator('pb-settings').getByRole('status')).toContainText('storage is full');
});

test('corrupt data is left as it is, and the page goes on with a new project', async ({ page }) => {
	await put(page, '{"format":"commerce-te');
	await page.goto(path);
	await expect(page.locator(notice)).toContainText('could not be read');
	await box(page, item).check();
	await expect.poll(async () => (await stored(page))?.items[item]?.status?.[0].is).toBe('done');
	expect(await page.evaluate(() => localStorage.getItem('/commerce-teams:project:p1'))).toBe(
		'{"format":"commerce-te',
	);
	await page.reload();
	await expect(box(page, item)).toBeChecked();
	await page.goto('/board/');
	await expect(page.locator('.found')).toContainText('Data that could not be read');
});

test('a project of a newer version is shown and never written', async ({ page }) => {
	const text = JSON.stringify({
		...project,
		version: 2,
		name: ['Future', [1, 'a']],
		items: { [item]: { status: [{ is: 'done', rev: 1 }, [1, 'a']] } },
	});
	await put(page, text);
	await page.goto(path);
	await expect(page.locator(notice)).toContainText('newer version');
	await expect(page.locator('#pb-project')).toHaveText(/^Future/);
	await expect(box(page, item)).toBeChecked();
	await box(page, item).click();
	await expect(box(page, item)).toBeChecked();
	expect(await page.evaluate(() => localStorage.getItem('/commerce-teams:project:p1'))).toBe(text);
});

test('what a project of a newer version refuses is not said to be done', async ({ page }) => {
	await withProject(page, { start: '2027-01-15' });
	await page.goto('/404.html');
	await page.evaluate(() => {
		const key = '/commerce-teams:project:spring';
		const text = localStorage.getItem(key) ?? '';
		localStorage.setItem(key, text.replace('"version":1', '"version":2'));
	});
	const said = page.locator('#pb-status');
	await page.goto(path);
	await box(page, item).click();
	await expect(box(page, item)).not.toBeChecked();
	await expect(said).toBeEmpty();
	await expect(page.getByRole('alert')).toContainText('newer version');

	await page.goto('/board/');
	const first = page.locator('pb-board [data-tick]').first();
	await first.click();
	await expect(first).not.toBeChecked();
	await expect(said).toBeEmpty();

	await page.getByLabel('Number', { exact: true }).fill('W-15');
	await page.keyboard.press('Enter');
	await expect(page.locator('#paper-said')).toContainText('newer version');

	await page.getByRole('button', { name: 'Reset all ticks …' }).click();
	await expect(page.locator('.toast')).toContainText('newer version');
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
	await expect(page.locator('.snapshots')).toContainText('None');

	await page.goto(path);
	const panel = await openPanel(page, item);
	await panel.getByLabel('New note').fill('Typed in vain');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await expect(panel.getByRole('status')).toContainText('newer version');
	await expect(panel.getByLabel('New note')).toHaveValue('Typed in vain');
});

test('a newer version in another tab is not written over', async ({ page, context }) => {
	await startProject(page, 'Spring');
	await page.goto(path);
	const other = await context.newPage();
	await other.goto('/404.html');
	const text = await other.evaluate(() => {
		const key = Object.keys(localStorage).find((name) => name.includes(':project:')) ?? '';
		const newer = (localStorage.getItem(key) ?? '').replace('"version":1', '"version":2');
		localStorage.setItem(key, newer);
		return newer;
	});
	await expect(page.locator(notice)).toContainText('newer version');
	await box(page, item).click();
	await expect(box(page, item)).not.toBeChecked();
	expect(
		await other.evaluate(() => {
			const key = Object.keys(localStorage).find((name) => name.includes(':project:')) ?? '';
			return localStorage.getItem(key);
		}),
	).toBe(text);
});

test('data cleared in another tab: the page says so, and the next tick saves all of it again', async ({
	page,
	context,
}) => {
	await startProject(page, 'Spring');
	await page.goto(path);
	await box(page, item).check();
	await expect.poll(async () => (await stored(page)).items?.[item]).toBeTruthy();
	const other = await context.newPage();
	await other.goto('/404.html');
	await other.evaluate(() => localStorage.clear());
	await expect(page.locator(notice)).toContainText('were cleared');
	await page.locator('.item input[type=checkbox]:visible').nth(1).check();
	await expect(page.locator(notice)).toBeHidden();
	await page.reload();
	await expect(box(page, item)).toBeChecked();
	await expect(page.locator('#pb-project')).toHaveText(/^Spring/);
});

test('two tabs that tick at once keep both ticks', async ({ page, context }) => {
	await startProject(page, 'Spring');
	const other = await context.newPage();
	await Promise.all([page.goto(path), other.goto(path)]);
	await Promise.all([
		box(page, item).check(),
		other.locator(`.item input[type=checkbox]:not([name=${item}]):visible`).first().check(),
	]);
	for (const tab of [page, other])
		await expect(tab.locator('.team-facts output')).toHaveText('2 of 30 done');
	await page.reload();
	await expect(page.locator('.team-facts output')).toHaveText('2 of 30 done');
});

test('a clock set back is said, and the later tick still stands', async ({ page }) => {
	const ahead = Date.now() + 86_400_000;
	const done = { status: [{ is: 'done', rev: 1 }, [ahead, 'a']] };
	await put(page, JSON.stringify({ ...project, items: { [item]: done } }));
	await page.goto(path);
	await box(page, item).uncheck();
	await expect(page.locator(notice)).toContainText('clock');
	await page.reload();
	await expect(box(page, item)).not.toBeChecked();
});

for (const time of ['1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z'])
	test(
		`with a clock at ${time} pages load, ticks hold, and what is done later stands`,
		{ tag: '@full' },
		async ({ page }) => {
			await page.clock.setFixedTime(time);
			await startProject(page, 'Spring');
			await page.goto(path);
			await expect(page.locator('#pb-project')).toHaveText(/^Spring · /);
			const count = page.locator('.team-facts output');
			// The clock stands still: each of these is later than the one before all the same.
			for (const state of [true, false, true]) {
				await box(page, item).setChecked(state);
				await expect(count).toHaveText(`${Number(state)} of 30 done`);
				await page.reload();
				await expect(box(page, item)).toBeChecked({ checked: state });
				await expect(count).toHaveText(`${Number(state)} of 30 done`);
			}
			for (const address of ['/', '/board/', '/checklists/', '/print/', '/zh-cn/board/']) {
				await page.goto(address, { waitUntil: 'networkidle' });
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await expect(page.locator('#pb-project')).toHaveText(/^Spring · /);
			}
			await expect(page.locator('[data-part=percent]')).toHaveText(/^\d+%$/);
			// Set right, the clock is behind what was written, or long after it.
			await page.clock.setFixedTime(new Date());
			await page.goto(path);
			await box(page, item).uncheck();
			await page.reload();
			await expect(box(page, item)).not.toBeChecked();
			await expect(count).toHaveText('0 of 30 done');
		},
	);

test('a project kept under another path of the playbook is found and offered', async ({ page }) => {
	const named = { ...project, name: ['Old address', [1, 'a']] };
	await put(page, JSON.stringify(named), '/old/commerce-teams:');
	await page.goto('/board/');
	await page.locator('.found').getByRole('button', { name: 'Look at it' }).click();
	await page.getByRole('button', { name: 'Do it' }).click();
	await expect(page.locator('#pb-project')).toHaveText(/^Old address/);
	await expect(page.locator('.found')).not.toContainText('Old address');
});

test('after the storage was emptied, a snapshot brings the project back', async ({ page }) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	await page.getByRole('button', { name: 'Reset all ticks …' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Reset all ticks' }).click();
	await expect(page.locator('.snapshots')).toContainText('before a reset');
	// What is not saved yet would be, once the page is left.
	await stored(page);
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(page.locator('#pb-project')).toHaveText(/^Spring/);
});

test('what cannot be undone, restored or brought back in full storage is said', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	const file = await saveBackup(page);
	await page.getByLabel('Number', { exact: true }).fill('W-15');
	await page.keyboard.press('Enter');
	await openFile(page, file);
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(/Replace/).check();
	await dialog.getByRole('button', { name: 'Do it' }).click();
	const toast = page.locator('.toast');
	await expect(toast).toContainText('Replaced.');
	await fill(page);
	await toast.getByRole('button', { name: 'Undo' }).click();
	await expect(toast).toContainText('storage is full');

	await page.reload();
	await page.locator('.snapshots').getByRole('button', { name: 'Look at it' }).click();
	await fill(page);
	await dialog.getByRole('button', { name: 'Restore this' }).click();
	await expect(toast).toContainText('storage is full');

	await page.evaluate(() => localStorage.clear());
	await page.reload();
	const bringBack = page.getByRole('button', { name: 'Bring it back' });
	await expect(bringBack).toBeVisible();
	await fill(page);
	await bringBack.click();
	await expect(toast).toContainText('storage is full');
});

test('a backup is asked for after many changes, once a day', async ({ page }) => {
	await page.goto(path);
	for (const checkbox of (await page.locator('.item input[type=checkbox]:visible').all()).slice(
		0,
		12,
	))
		await checkbox.check();
	await page.goto('/checklists/');
	await page.evaluate(() => {
		for (const box of [
			...document.querySelectorAll<HTMLInputElement>('.item input[type=checkbox]:not(:checked)'),
		].slice(0, 30))
			box.click();
	});
	await expect(page.locator('.toast')).toContainText('changes since the last backup', {
		timeout: 20_000,
	});
});

for (const [gone, files] of [
	['scripts', /(_astro\/[\w.-]+)\.[\w-]{8}(\.js)/g],
	['scripts and styles', /(_astro\/[\w.-]+)\.[\w-]{8}(\.(?:js|css))/g],
] as const)
	test(`a page out of a cache, whose ${gone} the host no longer has, reads and says what it cannot`, async ({
		page,
	}) => {
		await page.goto(path);
		await box(page, item).check();
		await expect.poll(async () => (await stored(page))?.items[item]).toBeDefined();
		await page.route(`**${path}`, async (route) => {
			const response = await route.fetch();
			const body = (await response.text()).replace(files, '$1.before00$2');
			await route.fulfill({ response, body });
		});
		await page.reload();
		await expect(page.locator(notice)).toContainText('Ticks are not kept');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const other = page
			.locator('.item')
			.filter({ hasNot: box(page, item) })
			.first();
		await expect(other.locator('.item-done')).toBeVisible();
		if (gone === 'scripts') await expect(page.locator('.item-open:visible')).toHaveCount(0);
		// It can be ticked, as on paper; nothing says that this was counted.
		await other.getByRole('checkbox').check();
		await expect(page.locator('.team-facts output')).toHaveText('30 items');

		// What was kept before is there again with a page whose scripts are.
		await page.unroute(`**${path}`);
		await page.reload();
		await expect(page.locator(notice)).toBeHidden();
		await expect(box(page, item)).toBeChecked();
		await expect(page.locator('.team-facts output')).toHaveText('1 of 30 done');
	});

test.describe('in the browser of a chat app', () => {
	test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 12) Chrome/110 MicroMessenger/8.0' });
	test('the first tick says that it stays there, and how to get out', async ({ page }) => {
		await page.goto(`/zh-cn${path}`);
		await box(page, item).check();
		await expect(page.locator(notice)).toContainText('WeChat 微信');
		await expect(page.locator(notice).getByRole('button', { name: '复制网址' })).toBeVisible();
	});
});
