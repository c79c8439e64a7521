import { box, expect, test } from './fixtures.ts';

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
