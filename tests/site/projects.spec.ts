import { box, expect, test } from './fixtures.ts';
import { startProject, stored } from './project.ts';

const bar = '#pb-project';

test('a launch is started with a name, a date and a scope, and shows on the home page', async ({
	page,
}) => {
	await page.goto('/');
	await expect(page.locator(bar)).toHaveText('');
	await page.getByLabel('Name', { exact: true }).fill('Small shop');
	await page.getByLabel('Launch date').fill('2027-03-01');
	await page.getByLabel(/Essentials only/).check();
	await page.getByLabel('Data', { exact: true }).uncheck();
	await page.getByLabel('United States').uncheck();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Small shop' })).toBeFocused();
	await expect(page.locator('.start-next li')).toHaveCount(5);
	await expect(page.locator(bar)).toHaveText(/^Small shop · .*launch.* · no backup yet$/i);
	const project = await stored(page);
	const any = expect.anything();
	expect(project['level']).toEqual(['essential', any]);
	expect(project['teams']).toMatchObject({ data: [false, any], it: [true, any] });
	expect(project['markets']).toEqual([['eu', 'uk', 'cn'], any]);
	await page.goto('/teams/data/');
	await expect(page.locator('.team-facts output')).toHaveText('Nothing here applies');
	await page.reload();
	await expect(page.locator(bar)).toHaveText(/^Small shop · .*launch.* · no backup yet$/i);
});

test('a second project begins with the scope that the form offers', async ({ page }) => {
	const scopeOf = async (name: string) => {
		await startProject(page, name);
		const { name: kept, teams, markets, formats } = await stored(page);
		expect(kept[0]).toBe(name);
		const values: unknown = JSON.parse(JSON.stringify({ teams, markets, formats }));
		return JSON.stringify(values).replace(/\[\d+,"\w+"\]/g, 'stamp');
	};
	const first = await scopeOf('Spring');
	expect(first).toContain('"it":[true,stamp]');
	expect(await scopeOf('Autumn')).toBe(first);
});

test('ticks made before there is a project stay when it is given a name', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await expect(page.locator(bar)).toHaveText('Unnamed project · no backup yet');
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	expect((await stored(page)).name[0]).toBe('Spring');
});

test('a newcomer has a small project with a first day of their own', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('What for').selectOption({ label: 'One list: Onboarding' });
	await expect(page.getByLabel(/Essentials only/)).toBeHidden();
	await page.getByLabel('Name', { exact: true }).fill('Ann starts');
	await page.getByLabel('First day of the newcomer').fill('2027-05-03');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Ann starts' })).toBeFocused();
	await page.goto('/guides/onboarding/');
	await expect(page.locator('#ob-remote-kit .item-due')).toContainText('Apr 26, 2027');
	await page.goto('/teams/warehouse/');
	await expect(page.locator('.team-facts output')).toHaveText('Nothing here applies');
});

test('projects are switched, renamed, copied, archived and deleted, each with a way back', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await startProject(page, 'Autumn');
	await page.goto('/teams/warehouse/');
	await expect(box(page, 'wh-print-stress-hour')).not.toBeChecked();
	await page.locator('.project-bar button').click();
	const dialog = page.getByRole('dialog', { name: 'Projects' });
	await dialog.getByRole('button', { name: 'Open Spring' }).click();
	await expect(page.locator(bar)).toHaveText(/^Spring ·/);
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();

	await dialog.getByRole('button', { name: 'Rename: Spring' }).click();
	await dialog.getByLabel('Name', { exact: true }).fill('Spring 2027');
	await page.keyboard.press('Enter');
	await expect(page.locator(bar)).toHaveText(/^Spring 2027 ·/);

	await dialog.getByRole('button', { name: 'Duplicate: Spring 2027' }).click();
	await expect(page.locator(bar)).toHaveText(/^Spring 2027 \(copy\)/);
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	await dialog.getByRole('button', { name: 'Delete: Spring 2027 (copy)' }).click();
	await expect(page.locator(bar)).not.toHaveText(/copy/);
	await expect(dialog.getByText('Deleted: 1')).toBeVisible();
	await dialog.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator(bar)).toHaveText(/^Spring 2027 \(copy\)/);

	await dialog.getByRole('button', { name: 'Duplicate without ticks: Autumn' }).click();
	await expect(page.locator(bar)).toHaveText(/^Autumn \(copy\)/);
	await expect(box(page, 'wh-print-stress-hour')).not.toBeChecked();
	await dialog.getByRole('button', { name: 'Archive: Autumn (copy)' }).click();
	await dialog.getByText('Archived: 1').click();
	await dialog.getByRole('button', { name: 'Take out of the archive: Autumn (copy)' }).click();
	await expect(dialog.getByText(/^Archived/)).toHaveCount(0);
});

test('deleting the last project leaves an empty page, and undo brings it back', async ({
	page,
}) => {
	await startProject(page, 'Only');
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await page.locator('.project-bar button').click();
	await page.getByRole('button', { name: 'Delete: Only' }).click();
	await expect(page.locator(bar)).toHaveText('');
	await expect(box(page, 'wh-print-stress-hour')).not.toBeChecked();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator(bar)).toHaveText(/^Only/);
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
});

test('the line under the header shifts nothing', async ({ page }) => {
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	const shift = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries())
						sum += (entry as unknown as { value: number }).value;
				}).observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
			}),
	);
	expect(shift).toBe(0);
});
