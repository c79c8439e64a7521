import { box, expect, languages, test } from './fixtures.ts';

for (const { language, prefix } of languages)
	test(`numbers from paper are ticked, refused and undone (${language})`, async ({ page }) => {
		const en = language === 'en';
		await page.goto(`${prefix}/board/`);
		const number = page.getByLabel(en ? 'Number' : '编号', { exact: true });
		const said = page.locator('#paper-said');
		await number.fill('w15');
		await page.keyboard.press('Enter');
		await expect(said).toHaveText(en ? /^W-15 done: Run the print stress hour/ : /^W-15 已完成：/);
		await expect(number).toBeFocused();
		await expect(number).toHaveValue('');
		await page.keyboard.type('17');
		await page.keyboard.press('Enter');
		await expect(said).toContainText('W-17');
		await page.keyboard.type('999');
		await page.keyboard.press('Enter');
		await expect(said).toHaveText(en ? /^There is no 999/ : /^手册里没有 999/);
		await page.keyboard.type('W-15');
		await page.keyboard.press('Enter');
		await expect(said).toHaveText(en ? /^W-15 was done already/ : /^W-15 之前已完成/);
		await page.getByRole('button', { name: en ? 'Undo W-15' : '撤销 W-15' }).click();
		await page.goto(`${prefix}/teams/warehouse/`);
		await expect(box(page, 'wh-print-stress-hour')).not.toBeChecked();
		await expect(page.locator('.team-facts output')).toHaveText(/1/);
	});
