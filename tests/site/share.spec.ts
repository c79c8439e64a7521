import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPanel, startProject, stored } from './project.ts';

async function makeLink(page: Page, list?: string, by = 'Ann'): Promise<string> {
	await page.goto('/board/');
	await page.getByRole('button', { name: 'Share a link' }).click();
	const dialog = page.getByRole('dialog');
	if (list) await dialog.getByLabel('What to share').selectOption({ label: list });
	await dialog.getByLabel('With notes').check();
	await dialog.getByLabel('Your name').fill(by);
	await dialog.getByRole('button', { name: 'Make the link' }).click();
	const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
	return link.slice(new URL(link).origin.length);
}

async function prepare(page: Page): Promise<void> {
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, 'wh-print-stress-hour');
	await panel.getByLabel('Blocked').check();
	await panel.getByLabel('What blocks it').fill('No printers');
	await panel.getByLabel('Owner').fill('Kim');
	await panel.getByLabel('New note').fill('Call them');
	await panel.getByRole('button', { name: 'Add note' }).click();
}

test('an executive opens a link and reads the board; nothing is saved until it is kept', async ({
	page,
	browser,
	baseURL,
}) => {
	await prepare(page);
	const link = await makeLink(page);
	const context = await browser.newContext({ baseURL: baseURL ?? '' });
	const reader = await context.newPage();
	const requests: string[] = [];
	reader.on('request', (request) => requests.push(request.url()));
	await reader.goto(link);
	const board = reader.getByRole('dialog', { name: 'Spring' });
	await expect(board).toContainText('Shared by Ann, as of');
	await expect(board).toContainText('Nothing of this is saved');
	await expect(board).toContainText('essential items due by launch day are done');
	const blocked = board.locator('section').filter({ hasText: 'Blocked (1)' });
	await expect(blocked).toContainText('No printers');
	await expect(blocked).toContainText('Kim');
	await expect(blocked).toContainText('Call them');
	expect(await reader.evaluate(() => localStorage.length)).toBe(0);
	expect(requests.filter((url) => url.includes('p='))).toEqual([]);
	await board.getByRole('button', { name: 'Leave' }).last().click();
	await expect.poll(() => new URL(reader.url()).hash).toBe('');
	expect(await reader.evaluate(() => localStorage.length)).toBe(0);

	await reader.goto(link.replace('/board/', '/zh-cn/board/'));
	await reader.getByRole('button', { name: '另存为项目……' }).click();
	await reader.getByRole('button', { name: '确定' }).click();
	await expect(reader.locator('#pb-project')).toHaveText(/^Spring/);
	expect((await stored(reader)).items['wh-print-stress-hour']?.owner?.[0]).toBe('Kim');
	await context.close();
});

for (const [prefix, said, keep] of [
	['', 'Shared without a name, as of', 'Keep as a project …'],
	['/zh-cn', '匿名分享，截至', '另存为项目……'],
] as const)
	test(`a link without a name says so in a whole sentence (${prefix || '/'})`, async ({ page }) => {
		await prepare(page);
		const link = await makeLink(page, undefined, '');
		await page.goto(`${prefix}/`);
		await page.goto(prefix + link);
		const board = page.getByRole('dialog', { name: 'Spring' });
		await expect(board).toContainText(said);
		await board.getByRole('button', { name: keep }).click();
		const [short] = said.split(/[,，]/);
		await expect(page.getByRole('dialog', { name: 'Spring' })).toContainText(short ?? '');
	});

test('a link of one list merges into a project that was begun apart', async ({
	page,
	browser,
	baseURL,
}) => {
	await prepare(page);
	const link = await makeLink(page, 'Warehouse');
	const context = await browser.newContext({ baseURL: baseURL ?? '' });
	const other = await context.newPage();
	await startProject(other, 'Mine');
	await other.goto('/teams/it/');
	await other.locator('.item input[type=checkbox]').first().check();
	await other.goto(link);
	const board = other.getByRole('dialog', { name: 'Spring: Warehouse' });
	await expect(board).toContainText('All items of the list (30)');
	await board.getByRole('button', { name: 'Merge into mine …' }).click();
	const dialog = other.getByRole('dialog');
	await expect(dialog.getByLabel(/Merge it into “Mine”/)).toBeChecked();
	await expect(dialog.getByLabel(/Replace/)).toHaveCount(0);
	await dialog.getByRole('button', { name: 'Do it' }).click();
	await expect(other.getByText('Merged.')).toBeVisible();
	const items = Object.values((await stored(other)).items);
	expect(items.filter(({ status }) => status?.[0].is === 'done')).toHaveLength(1);
	expect(items.filter(({ status }) => status?.[0].is === 'blocked')).toHaveLength(1);
	await context.close();
});

test('a link too long for mail offers the file instead', async ({ page }) => {
	await page.goto('/board/');
	await page.evaluate(() => {
		// Random figures do not compress away.
		const figures = () => crypto.getRandomValues(new Uint8Array(600)).join('');
		const note = (_: unknown, i: number) => [`n${i}`, [figures(), [1, 'a']]];
		const notes = Object.fromEntries(Array.from({ length: 120 }, note)) as object;
		const items = { 'wh-print-stress-hour': { notes } };
		const head = { format: 'commerce-team-playbook/project', version: 1, id: 'p1' };
		const doc = { ...head, playbook: 'commerce-teams', items };
		localStorage.setItem('/commerce-teams:project:p1', JSON.stringify(doc));
		localStorage.setItem('/commerce-teams:index', '{"current":"p1","projects":["p1"]}');
	});
	await page.reload();
	await page.getByRole('button', { name: 'Share a link' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('With notes').check();
	await dialog.getByRole('button', { name: 'Make the link' }).click();
	await expect(dialog.getByRole('status')).toContainText('too long for mail and chat');
	await expect(dialog.getByRole('button', { name: 'Save a backup' })).toBeVisible();
});

const pack = (text: string) => `#p=${deflateRawSync(text).toString('base64url')}`;
const broken: [string, string, RegExp][] = [
	['cut off', pack(JSON.stringify({ project: { a: 'x'.repeat(500) } })).slice(0, 30), /damaged/],
	['no project', pack('{"project":{"a":1}}'), /not a project/],
	['a bomb', pack(' '.repeat(30_000_000)), /too large/],
];
for (const [name, fragment, said] of broken)
	test(`a link that is ${name} is refused in words`, async ({ page }) => {
		await page.goto(`/board/${fragment}`);
		await expect(page.getByRole('dialog')).toContainText(said, { timeout: 20_000 });
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
	});
