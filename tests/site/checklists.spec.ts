import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { expect, holdBack, languages, test } from './fixtures.ts';
import { withProject } from './launch-project.ts';

const count = (page: Page) => page.locator('.lists-count output');
const cards = (page: Page) => page.locator('.item:visible');

async function file(page: Page, name: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name, exact: true }).click(),
	]);
	return readFile(await download.path(), 'utf8');
}

test('a filter shows its items, stands in the address and comes back with it', async ({ page }) => {
	await page.goto('/checklists/');
	await page.getByLabel('Team or list').selectOption({ label: 'Warehouse' });
	await expect(count(page)).toHaveText('30 items');
	await expect(cards(page)).toHaveCount(30);
	await expect(page).toHaveURL('/checklists/?team=warehouse');
	await page.reload();
	await expect(cards(page)).toHaveCount(30);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(page).toHaveURL('/checklists/');
	await expect(count(page)).toHaveText('337 items');
	await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
});

test('what is chosen before the scripts come narrows what the address asks for', async ({
	page,
}) => {
	const release = await holdBack(page, /_astro\/(?!core).*\.js$/);
	await page.goto('/checklists/?phase=prepare', { waitUntil: 'commit' });
	await page.getByLabel('Team or list').selectOption({ label: 'Warehouse' });
	await page.locator('input[name=q]').pressSequentially('print');
	release();
	await expect(page).toHaveURL(/\?(?=.*team=warehouse)(?=.*phase=prepare)(?=.*q=print)/);
	await expect(page.getByLabel('Team or list')).toHaveValue('warehouse');
	await expect(page.locator('input[name=q]')).toHaveValue('print');
	await expect(cards(page).first()).toContainText('print');
	expect(await cards(page).count()).toBeLessThan(10);
	// The address rules again afterwards.
	await page.evaluate(() => history.pushState(null, '', '/checklists/?team=it'));
	await page.evaluate(() => history.pushState(null, '', '/checklists/'));
	await page.goBack();
	await expect(page.getByLabel('Team or list')).toHaveValue('it');
});

for (const { language, prefix, q } of languages.map((one, i) => ({
	...one,
	q: ['printer', '打印机'][i] ?? '',
})))
	test(`${language}: words and short numbers find items`, async ({ page }) => {
		await page.goto(`${prefix}/checklists/`);
		const search = page.locator('input[name=q]');
		await search.fill(q);
		await expect(page.locator('#wh-print-stress-hour')).toBeVisible();
		expect(await cards(page).count()).toBeLessThan(60);
		await search.fill('w15');
		await expect(cards(page)).toHaveCount(1);
		await expect(cards(page).locator('.item-no')).toHaveText('W-15');
		await search.fill('xyzzy');
		await expect(page.locator('.lists-none')).toBeVisible();
	});

test('groups by due date and by person, and gives the cards back to their teams', async ({
	page,
}) => {
	await withProject(page, {
		start: '2026-01-01',
		people: { 'warehouse/warehouse-manager': 'Zoe', 'it/it-lead': 'Ann' },
	});
	await page.goto('/checklists/');
	const headings = page.locator('.list:visible h2');
	const before = await page.locator('.item').evaluateAll((all) => all.map(({ id }) => id));
	await page.getByLabel('Group by').selectOption('due');
	await expect(headings.nth(0)).toHaveText('Overdue');
	await expect(headings.nth(1)).toHaveText('Due today');
	await expect(headings.nth(2)).toHaveText('Due in the next 14 days');
	await expect(headings.nth(3)).toHaveText('February 2027');
	await page.getByLabel('Group by').selectOption('owner');
	await expect(headings.filter({ hasText: /^Zoe$/ })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Zoe' }).locator('.list-head output')).toHaveText(
		/^0 of \d+ done$/,
	);
	await page.getByLabel('Group by').selectOption('team');
	await expect(headings.nth(0)).toHaveText('Marketing');
	expect(await page.locator('.item').evaluateAll((all) => all.map(({ id }) => id))).toEqual(before);
});

test('the items of one person', async ({ page }) => {
	await withProject(page, { people: { 'warehouse/warehouse-manager': 'Zoe' } });
	await page.goto('/checklists/');
	await page.getByLabel('Whose').selectOption('Zoe');
	await expect(page).toHaveURL(/owner=Zoe/);
	const owners = await page.locator('.item:visible .item-owner').allTextContents();
	expect(new Set(owners)).toEqual(new Set(['Zoe']));
	await page.getByLabel('Whose').selectOption('-');
	await expect(page.locator('.item:visible .item-owner', { hasText: /^Zoe$/ })).toHaveCount(0);
});

test('what does not apply is out of every count, and says why where it is asked for', async ({
	page,
}) => {
	await withProject(page, { level: 'essential', teams: { data: false } });
	await page.goto('/checklists/?team=data');
	await expect(count(page)).toHaveText('0 items');
	await page.goto('/checklists/?team=warehouse');
	const essential = await cards(page).count();
	expect(essential).toBeLessThan(15);
	await page.getByText('More filters').click();
	await page.getByLabel('Show what does not apply').check();
	await expect(cards(page)).toHaveCount(30);
	await expect(cards(page).filter({ hasText: 'Not in this project: essentials only' })).toHaveCount(
		30 - essential,
	);
	await page.goto('/checklists/?team=data&all=1');
	await expect(page.getByText('it has no such team').first()).toBeVisible();
});

test('a tick stays in sight under a filter it no longer fits', async ({ page }) => {
	await withProject(page);
	await page.goto('/checklists/?team=warehouse&status=open');
	const first = page.locator('.item:visible input[type=checkbox]').first();
	await first.check();
	await expect(first).toBeVisible();
	await expect(page.locator('.list:visible .list-head output')).toHaveText('1 of 30 done');
	await page.reload();
	await expect(count(page)).toHaveText('29 items');
});

test("the warehouse's open items go to a tracker and a calendar", async ({ page }) => {
	await withProject(page, {
		people: { 'warehouse/warehouse-manager': '=Zoe' },
		items: { 'wh-print-stress-hour': { is: 'done' } },
	});
	await page.goto('/checklists/?team=warehouse&status=open');
	await page.getByText('More filters').click();
	await page.getByText('Take it to your tools').click();
	await expect(page.getByText('29 items, as filtered.')).toBeVisible();
	await page.locator('select[name=level]').selectOption('essential');
	await expect(page.getByText('29 items, as filtered.')).toBeHidden();
	await page.locator('select[name=level]').selectOption('');
	await expect(page.getByText('29 items, as filtered.')).toBeVisible();

	const csv = await file(page, 'Table (CSV)');
	const rows = parse<Record<string, string>>(csv, { bom: true, columns: true });
	expect(rows).toHaveLength(29);
	expect(rows.map((row) => row['ID'])).not.toContain('wh-print-stress-hour');
	expect(rows.filter((row) => row['Owner'] === "'=Zoe").length).toBeGreaterThan(0);
	expect(rows[0]?.['Link']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/teams\/warehouse\/#/);

	const jira = parse<Record<string, string>>(await file(page, 'Jira (CSV)'), {
		bom: true,
		columns: true,
	});
	expect(jira).toHaveLength(29);

	const ics = new ICAL.Component(ICAL.parse(await file(page, 'Calendar (ICS)')) as unknown[]);
	expect(ics.getAllSubcomponents('vevent')).toHaveLength(29);
	const tasks = new ICAL.Component(ICAL.parse(await file(page, 'Tasks (ICS)')) as unknown[]);
	expect(tasks.getAllSubcomponents('vtodo')).toHaveLength(29);

	expect((await file(page, 'Task list (Markdown)')).match(/^- \[ \] /gm)).toHaveLength(29);
	expect((await file(page, 'todo.txt')).match(/ due:20\d\d-\d\d-\d\d /g)).toHaveLength(29);
});

test('a list goes into a chat as text, or is shown where the browser keeps the clipboard', async ({
	page,
	context,
}) => {
	await withProject(page);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/zh-cn/checklists/?team=warehouse&q=W-15');
	await page.getByText('导出到你的工具').click();
	await page.getByRole('button', { name: '复制为文本' }).click();
	await expect(page.getByText('已复制 1 项。')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
		/【仓储物流】\n☐ W-15 /,
	);
	await page.evaluate(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
	});
	await page.getByRole('button', { name: '复制为文本' }).click();
	await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/W-15/);
});

test("a team's page leads to its open items with the exports open", async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await page.getByRole('link', { name: /take it to a tracker or calendar/ }).click();
	await expect(page.getByText('30 items, as filtered.')).toBeVisible();
});

test('without a launch date a calendar is not offered empty', async ({ page }) => {
	await page.goto('/checklists/');
	await page.getByText('Take it to your tools').click();
	await page.getByRole('button', { name: 'Calendar (ICS)' }).click();
	await expect(page.getByText('set the launch date first')).toBeVisible();
});

test('an export whose items or code cannot be fetched says so', async ({ page }) => {
	await page.goto('/checklists/');
	const files = page.locator('pb-export');
	const failed = files.getByText('The items could not be loaded.');
	for (const missing of ['**/api/*.json', '**/_astro/export-files*.js']) {
		await page.route(missing, (route) => route.abort());
		await page.reload();
		await page.getByText('Take it to your tools').click();
		await files.getByRole('button', { name: 'Table (CSV)' }).click();
		await expect(failed).toBeVisible();
		await page.unroute(missing);
	}
});

test('a strange address shows everything', async ({ page }) => {
	await page.goto('/checklists/?team=%3Cb%3E&group=week&status=gone&__proto__=1&q=');
	await expect(count(page)).toHaveText('337 items');
});

test('fits a narrow phone; nothing is out of reach for anybody', async ({ page }) => {
	await withProject(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto('/zh-cn/checklists/?group=owner&team=warehouse');
	await expect(cards(page)).toHaveCount(30);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await page.getByText('更多筛选').click();
	await page.getByText('导出到你的工具').click();
	const { violations } = await new AxeBuilder({ page }).include('pb-checklists').analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the whole list is there, and no control that would do nothing', async ({ page }) => {
		await page.goto('/checklists/');
		await expect(page.locator('.item')).toHaveCount(337);
		await expect(page.locator('.item').last()).toBeVisible();
		await expect(page.locator('.lists-form')).toBeHidden();
		await expect(page.getByText('Take it to your tools')).toBeHidden();
	});
});
