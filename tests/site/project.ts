import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Starts a whole launch on the home page, as a person does. */
export async function startProject(page: Page, name: string, date = '2027-03-01'): Promise<void> {
	await page.goto('/#start');
	await page.getByLabel('Name', { exact: true }).fill(name);
	await page.getByLabel('Launch date').fill(date);
	// By key: at "#start" the page may still be scrolling, away from under the pointer.
	await page.getByLabel('Name', { exact: true }).press('Enter');
	await expect(page.getByRole('heading', { name, exact: true })).toBeFocused();
}

/** Opens the panel of an item from its card on a team's page. */
export async function openPanel(page: Page, id: string) {
	await page.locator(`#${id} .item-open`).click();
	const panel = page.getByRole('dialog');
	await expect(panel).toBeVisible();
	return panel;
}

/** The stored project that is open, once the page has saved what was done last. */
export async function stored(page: Page): Promise<Project> {
	return page.evaluate(async () => {
		// Saving follows 50 ms later, under a lock: whoever asks for that lock afterwards gets it after.
		await new Promise((done) => setTimeout(done, 100));
		const prefix = Object.keys(localStorage).find((name) => name.endsWith(':index'));
		if (prefix) await navigator.locks.request(prefix.replace(/index$/, ''), () => undefined);
		const key = Object.keys(localStorage).find((name) => name.endsWith(':index')) ?? '';
		const { current } = JSON.parse(localStorage.getItem(key) ?? '{}') as { current: string };
		return JSON.parse(
			localStorage.getItem(key.replace(/index$/, `project:${current}`)) ?? 'null',
		) as Project;
	});
}

/** Saves the open project from the board and gives its text. */
export async function saveBackup(page: Page): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('pb-backup').getByRole('button', { name: 'Save a backup' }).click(),
	]);
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** Opens a text as a file on the board. */
export async function openFile(page: Page, text: string, name = 'project.json'): Promise<void> {
	await page
		.locator('pb-backup input[type=file]')
		.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
	await expect(page.getByRole('dialog')).toBeVisible();
}

export interface Project {
	id: string;
	name: [string, unknown];
	items: Record<
		string,
		{
			status?: [{ is: string; why?: string; waitsFor?: string }, unknown];
			owner?: [string, unknown];
			due?: [string, unknown];
			notes?: Record<string, [string | null, unknown]>;
		}
	>;
	[key: string]: unknown;
}
