import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { box, expect, test } from './fixtures.ts';
import { pages } from './pages.ts';

// The longest pages hold all 337 items, and axe looks at each part of each.
test.describe.configure({ timeout: 180_000 });
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line per element. */
async function findings(page: Page): Promise<string[]> {
	// What is not yet drawn (content-visibility) has no true place yet: axe would see overlaps.
	await page.evaluate(() => {
		const drawn = new CSSStyleSheet();
		drawn.replaceSync('* { content-visibility: visible !important }');
		document.adoptedStyleSheets.push(drawn);
	});
	const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The short run looks at English pages in the light and at Chinese ones in the dark. */
const isUsual = (address: string, theme: string) =>
	(theme === 'dark') === address.startsWith('/zh-cn/') || address === '/teams/warehouse/';

for (const { address, tag } of pages)
	for (const theme of ['light', 'dark'] as const) {
		const tags = isUsual(address, theme) ? tag : ['@full'];
		test(`axe finds nothing on ${address}, ${theme}`, { tag: tags }, async ({ page }) => {
			await page.addInitScript((chosen) => localStorage.setItem('starlight-theme', chosen), theme);
			await page.goto(address);
			await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
			expect(await findings(page)).toEqual([]);
		});
	}

test('axe finds nothing on a phone with a project under way', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/zh-cn/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	for (const address of ['/zh-cn/teams/warehouse/', '/zh-cn/board/', '/zh-cn/']) {
		await page.goto(address);
		expect(await findings(page), address).toEqual([]);
	}
});
