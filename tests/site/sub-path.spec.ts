import { box, expect, test } from './fixtures.ts';

const base = `/${process.env['BASE_PATH'] ?? ''}`.replace(/\/+/g, '/').replace(/\/$/, '');
test.describe.configure({ mode: 'default' });

test.describe('under a sub-path', { tag: '@sub-path' }, () => {
	test.beforeEach(({ page, baseURL }) => {
		page.on('response', (response) => {
			const { pathname } = new URL(response.url());
			expect(response.status(), response.url()).toBeLessThan(400);
			if (response.url().startsWith(baseURL ?? '')) expect(pathname).toMatch(`${base}/`);
		});
	});

	test('ticks are kept and shown in both languages', async ({ page }) => {
		await page.goto(`${base}/teams/warehouse/`);
		await box(page, 'wh-print-stress-hour').check();
		await page.getByRole('link', { name: '简体中文' }).click();
		await expect(page).toHaveURL(`${base}/zh-cn/teams/warehouse/`);
		await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	});

	test('a link of the prose leads to its page', async ({ page }) => {
		await page.goto(`${base}/zh-cn/guides/where-to-start/`);
		await page.locator('.prose a[href*="/teams/warehouse/#"]').first().click();
		await expect(page).toHaveURL(new RegExp(`${base}/zh-cn/teams/warehouse/#`));
		await expect(page.locator('h1')).toHaveText('仓储物流');
	});

	test('the search finds a page and leads to it', async ({ page }) => {
		await page.goto(`${base}/`);
		await page.getByRole('link', { name: 'Search', exact: true }).click();
		await page.getByRole('combobox', { name: 'Search' }).fill('printer');
		await page.getByRole('listbox').getByRole('option').first().click();
		await expect(page).toHaveURL(new RegExp(`${base}/.+`));
		await expect(page.locator('h1')).toBeVisible();
	});

	test('the board, which fetches data, loads whole', async ({ page }) => {
		await page.goto(`${base}/board/`, { waitUntil: 'networkidle' });
		await expect(page.locator('h1')).toBeVisible();
	});
});
