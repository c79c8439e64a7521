import { expect, languages, test } from './fixtures.ts';
import { pages } from './pages.ts';

test.use({ javaScriptEnabled: false });

for (const { address, tag } of pages)
	test(`without scripts ${address} shows nothing dead`, { tag }, async ({ page }) => {
		await page.goto(address);
		await expect(page.locator('h1')).toBeVisible();
		const visible = async (selector: string) =>
			(await page.locator(selector).filter({ visible: true }).all()).map((one) =>
				one.evaluate((element) => element.outerHTML.slice(0, 120)),
			);
		// A button that opens a popover needs no script; all other controls but boxes do.
		const dead = await visible('button:not([popovertarget]), select, input:not([type=checkbox])');
		expect(await Promise.all(dead)).toEqual([]);
	});

for (const { language, prefix } of languages)
	test(`without scripts every item of a team can be read in ${language}`, async ({ page }) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		const folded = page.locator('details:has(.item):not([open]) > summary');
		while ((await folded.filter({ visible: true }).count()) > 0)
			await folded.filter({ visible: true }).first().click();
		const items = await page.locator('.item').all();
		expect(items).toHaveLength(30);
		for (const item of items) {
			await expect(item.getByRole('checkbox')).toHaveAccessibleName(/\S/);
			for (const part of ['.item-done', '.item-due', '.item-owner'])
				await expect(item.locator(part)).toHaveText(/\S/);
			await expect(item.locator('.item-done')).toBeVisible();
		}
	});
