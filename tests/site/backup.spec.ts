import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFile, saveBackup, startProject, stored, type Project } from './project.ts';

const stress = 'wh-print-stress-hour';
const owned = 'it-own-code-and-domains';

/** A colleague's file: the same project, edited apart. */
function colleague(text: string, edit: (doc: Project, stamp: [number, string]) => void): string {
	const doc = JSON.parse(text) as Project;
	doc.items ??= {};
	edit(doc, [Date.now() + 1000, 'kim']);
	return JSON.stringify(doc);
}

async function tickFromPaper(page: Page, no: string) {
	await page.getByLabel('Number', { exact: true }).fill(no);
	await page.keyboard.press('Enter');
	await expect(page.locator('#paper-said')).toContainText(`${no} done`);
}

test('two browsers that ticked apart lose nothing: the preview shows each field, the later wins', async ({
	page,
	browser,
	baseURL,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	const first = await saveBackup(page);
	await expect(page.locator('#pb-project')).toContainText('last backup');

	const kim = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await kim.goto('/board/');
	await openFile(kim, first);
	await kim.getByRole('button', { name: 'Do it' }).click();
	await expect(kim.locator('#pb-project')).toHaveText(/^Spring/);
	await tickFromPaper(kim, 'W-17');
	await tickFromPaper(page, 'W-15');
	const theirs = colleague(await saveBackup(kim), (doc, S) => {
		doc.items[owned] = { owner: ['Kim', S], notes: { n1: ['From Kim', S] } };
		doc.items[stress] = { status: [{ is: 'blocked', rev: 1, why: 'Printer' } as never, S] };
	});
	await kim.close();

	await openFile(page, theirs, 'kim.json');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel(/Merge it into/)).toBeChecked();
	const row = dialog.getByRole('row', { name: /W-15/ });
	await expect(row).toContainText('Both set it');
	await expect(row.getByRole('cell')).toHaveText([
		'Done',
		'Blocked · Printer',
		'Blocked · Printer',
	]);
	await expect(dialog.getByRole('row', { name: /W-17/ }).getByRole('cell')).toHaveText([
		'–',
		'Done',
		'Done',
	]);
	expect((await stored(page)).items[owned]).toBeUndefined();
	await dialog.getByRole('button', { name: 'Do it' }).click();
	await expect(page.getByText('Merged.')).toBeVisible();
	const merged = await stored(page);
	expect(merged.items[owned]?.owner?.[0]).toBe('Kim');
	expect(merged.items[owned]?.notes?.['n1']?.[0]).toBe('From Kim');
	expect(merged.items[stress]?.status?.[0].is).toBe('blocked');

	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect.poll(async () => (await stored(page)).items[stress]?.status?.[0].is).toBe('done');
	await expect.poll(async () => (await stored(page)).items[owned]?.owner?.[0]).toBeNull();
});

test('a file replaces only after a snapshot, which can be looked at and restored', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	const empty = await saveBackup(page);
	await tickFromPaper(page, 'W-15');
	await openFile(page, empty);
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(/Replace/).check();
	await expect(dialog.getByRole('row', { name: /W-15/ })).toContainText('Done');
	await dialog.getByRole('button', { name: 'Do it' }).click();
	await expect(page.getByText('Replaced.')).toBeVisible();
	expect((await stored(page)).items[stress]?.status?.[0]).toBeNull();

	await page.reload();
	const snapshot = page.locator('.snapshots li').filter({ hasText: 'before a replace' });
	await snapshot.getByRole('button', { name: 'Look at it' }).click();
	await expect(dialog.getByRole('row', { name: /W-15/ })).toContainText('Done');
	await dialog.getByRole('button', { name: 'Restore this' }).click();
	await expect.poll(async () => (await stored(page)).items[stress]?.status?.[0]?.is).toBe('done');
});

test('a reset asks, keeps a snapshot and can be undone; three snapshots are kept', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	await tickFromPaper(page, 'W-15');
	for (let round = 0; round < 4; round += 1) {
		await page.getByRole('button', { name: 'Reset all ticks …' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Reset all ticks' }).click();
		await expect(page.getByText('All ticks were reset.')).toBeVisible();
		await expect.poll(async () => (await stored(page)).items[stress]?.status?.[0]).toBeNull();
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect.poll(async () => (await stored(page)).items[stress]?.status?.[0]?.is).toBe('done');
	}
	await page.reload();
	await expect(page.locator('.snapshots li').filter({ hasText: 'before a reset' })).toHaveCount(3);
});

test('a dropped file is opened; kept as new it leaves the open project alone', async ({ page }) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	const text = await saveBackup(page);
	const transfer = await page.evaluateHandle((content) => {
		const data = new DataTransfer();
		data.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
		return data;
	}, text);
	await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Keep it as a project of its own').check();
	await dialog.getByRole('button', { name: 'Do it' }).click();
	await expect(page.getByText('Kept as a new project.')).toBeVisible();
	await page.locator('.project-bar button').click();
	await expect(page.locator('.projects li')).toHaveCount(2);
});

const base = {
	format: 'commerce-team-playbook/project',
	version: 1,
	id: 'p1',
	playbook: 'commerce-teams',
};
const S = [1, 'a'];
const hostile: [string, string, RegExp][] = [
	['no JSON', '<html>', /cannot be read as JSON/],
	['another format', '{"a":1}', /not a project/],
	[
		'__proto__',
		`{"format":"${base.format}","version":1,"id":"p1","playbook":"x","items":{"__proto__":{"x":1}}}`,
		/not allowed/,
	],
	['a wrong type', JSON.stringify({ ...base, name: 7 }), /expected here/],
	[
		'an absurd stamp',
		JSON.stringify({ ...base, name: ['x', [2 ** 60, 'a']] }),
		/time and a writer/,
	],
	[
		'too deep',
		`{"format":"${base.format}","version":1,"x":${'['.repeat(500)}${']'.repeat(500)}}`,
		/deeply/,
	],
	[
		'too long a note',
		JSON.stringify({ ...base, items: { a: { notes: { n: ['x'.repeat(4001), S] } } } }),
		/too long/,
	],
	['too large', `"${'x'.repeat(5_100_000)}"`, /too large/],
];
for (const [name, text, said] of hostile)
	test(`a file with ${name} is refused in words and changes nothing`, async ({ page }) => {
		await page.goto('/board/');
		await openFile(page, text);
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('Nothing was changed');
		await expect(dialog).toContainText(said);
		expect(
			await page.evaluate(() => Object.keys(localStorage).filter((key) => /project/.test(key))),
		).toEqual([]);
		expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
	});

test('markup, bidi marks and unknown items in a file are shown as text and kept', async ({
	page,
}) => {
	await page.goto('/board/');
	const evil = {
		...base,
		name: ['<img src=x onerror=alert(1)>\u202Eevil', S],
		items: { 'from-the-future': { status: [{ is: 'done', rev: 9 }, S], extra: ['kept', S] } },
	};
	await openFile(page, JSON.stringify(evil));
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('1 item is not in this playbook');
	expect(await dialog.locator('img').count()).toBe(0);
	expect(await dialog.textContent()).not.toContain('\u202E');
	await dialog.getByRole('button', { name: 'Do it' }).click();
	await expect(page.getByText(/items that are not in this playbook \(1\)/)).toBeVisible();
	expect((await stored(page)).items['from-the-future']).toMatchObject({ extra: ['kept', S] });
});

test('a file of a newer version can be looked at, not kept', async ({ page }) => {
	await page.goto('/board/');
	await openFile(page, JSON.stringify({ ...base, version: 2, name: ['Future', S] }));
	const dialog = page.getByRole('dialog', { name: /Future/ });
	await expect(dialog).toContainText('A newer version');
	await expect(dialog.getByRole('button', { name: 'Do it' })).toHaveCount(0);
});

test('the format is published as JSON Schema', async ({ request }) => {
	const schema = (await (await request.get('/api/project.schema.json')).json()) as {
		required: string[];
	};
	expect(schema.required).toEqual(['format', 'version', 'id', 'playbook']);
});
