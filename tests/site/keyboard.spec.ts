import type { Locator, Page } from '@playwright/test';
import { box, expect, languages, test } from './fixtures.ts';

/** Goes on by Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
	for (let i = 0; i < most; i += 1) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`Not reached by ${most} times Tab.`);
}

/** Opens a dialog by Enter; the focus goes in, stays in, and comes back when Escape closes it. */
async function openAndLeave(page: Page, opener: Locator): Promise<void> {
	await opener.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	const isInside = () =>
		dialog.evaluate((element) => {
			const { activeElement } = document;
			// Between the last control and the first the focus is on the browser's own.
			return activeElement === document.body || element.contains(activeElement);
		});
	expect(await isInside()).toBe(true);
	const controls = await dialog.locator('a, button, input, select, textarea').count();
	for (let i = 0; i < Math.min(controls, 20) + 2; i += 1) {
		await page.keyboard.press('Tab');
		expect(await isInside()).toBe(true);
	}
	await page.keyboard.press('Escape');
	// A search field empties itself first.
	if (await dialog.isVisible()) await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(opener).toBeFocused();
}

for (const { language, prefix } of languages)
	test(`${language}: an item is ticked, opened and set by keys alone`, async ({ page }) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		await page.keyboard.press('Tab');
		const skip = page.locator('a[href="#_top"]').first();
		await expect(skip).toBeFocused();
		await page.keyboard.press('Enter');

		const card = page.locator('.item').first();
		const tick = card.getByRole('checkbox');
		await tabTo(page, tick);
		await page.keyboard.press('Space');
		await expect(tick).toBeChecked();

		const opener = card.locator('.item-open');
		await tabTo(page, opener, 3);
		await openAndLeave(page, opener);

		await page.keyboard.press('Enter');
		const doing = page.getByRole('dialog').getByRole('radio').nth(1);
		await tabTo(page, page.getByRole('dialog').getByRole('radio').nth(3), 5);
		// On past "not applicable" and round to the beginning.
		for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
		await expect(doing).toBeChecked();
		await page.keyboard.press('Escape');
		await expect(tick).not.toBeChecked();

		const fold = page.locator('[data-phase=onboard] .further > summary');
		await tabTo(page, fold);
		await page.keyboard.press('Enter');
		await expect(fold.locator('..').getByRole('checkbox').first()).toBeVisible();
	});

test('every dialog keeps the focus while it is open and gives it back', async ({ page }) => {
	await page.goto('/board/');
	await openAndLeave(page, page.locator('.project-bar button'));
	await openAndLeave(page, page.locator('.search-open'));
	await page.goto('/teams/it/');
	await box(page, (await page.locator('.item').first().getAttribute('id')) ?? '').check();
	await page.goto('/board/');
	await openAndLeave(page, page.locator('[data-open="share"]').first());
	await openAndLeave(page, page.getByRole('button', { name: /^Reset all ticks/ }));
});

test('on a phone the menu opens and closes by keys', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/teams/warehouse/');
	const menu = page.getByRole('button', { name: 'Menu' });
	await menu.focus();
	await page.keyboard.press('Enter');
	const link = page.getByRole('link', { name: 'Launch board' });
	await expect(link).toBeVisible();
	await tabTo(page, link, 5);
	await page.keyboard.press('Escape');
	await expect(link).toBeHidden();
	await expect(menu).toBeFocused();
});

test('with forced colours states are still told apart', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL: baseURL ?? '', forcedColors: 'active' });
	const page = await context.newPage();
	await page.goto('/teams/warehouse/');
	const [ticked, open] = [page.locator('.item').nth(0), page.locator('.item').nth(1)];
	await ticked.getByRole('checkbox').check();
	const look = (item: Locator) =>
		item.getByRole('checkbox').evaluate((element) => {
			const { backgroundColor, borderTopWidth } = getComputedStyle(element);
			return { backgroundColor, borderTopWidth };
		});
	expect((await look(ticked)).backgroundColor).not.toBe((await look(open)).backgroundColor);
	expect((await look(open)).borderTopWidth).toBe('2px');
	// The bar of what is done differs from the bar of what is not.
	const bar = page.locator('.team-facts progress');
	const shot = async () => (await bar.screenshot()).toString('base64');
	const one = await shot();
	await open.getByRole('checkbox').check();
	await page.locator('.item').nth(2).getByRole('checkbox').check();
	expect(await shot()).not.toBe(one);
	await context.close();
});
