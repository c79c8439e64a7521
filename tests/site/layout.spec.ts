import type { Page } from '@playwright/test';
import { expect, languages, test } from './fixtures.ts';

const pages = [
	'/',
	'/teams/',
	'/teams/warehouse/',
	'/board/',
	'/checklists/',
	'/print/',
	'/guides/choose-your-teams/',
	'/guides/launch-day/',
	'/guides/sources/',
	'/guides/glossary/',
	'/accessibility/',
];
/** 320 px is also a laptop at 400 % zoom (WCAG 1.4.10), 640 px one at 200 %. */
const widths = [320, 390, 640, 1280, 2560];

/** What sticks out of the page sideways and is not in a frame that scrolls by itself. */
function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const scrolls = (element: Element) => {
			for (let at: Element | null = element; at; at = at.parentElement)
				if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
			return false;
		};
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.filter((element) => !scrolls(element))
			.slice(0, 5)
			.map((element) => `${element.tagName}.${element.className}`);
	});
}

/** Links and controls that a finger cannot hit: under 24 × 24 px and not in a line of text. */
function tooSmall(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const inline = (element: Element) =>
			element.closest('p, dd, li:not(:has(> a:only-child)), td, figcaption, caption') &&
			getComputedStyle(element).display.startsWith('inline') &&
			element.tagName === 'A';
		return [...document.querySelectorAll('a, button, select, input, summary')]
			.filter((element) =>
				element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
			)
			.filter((element) => !inline(element) && !element.matches('.skip, label *'))
			.filter((element) => {
				const { width, height } = element.getBoundingClientRect();
				return width > 0 && (width < 24 || height < 24);
			})
			.map((element) => element.outerHTML.slice(0, 90))
			.slice(0, 5);
	});
}

for (const { language, prefix } of languages) {
	test(`${language}: no page scrolls sideways at any width`, async ({ page }) => {
		test.slow();
		for (const width of widths) {
			await page.setViewportSize({ width, height: 800 });
			for (const path of pages) {
				await page.goto(`${prefix}${path}`);
				expect(await tooWide(page), `${path} at ${width}px`).toEqual([]);
			}
		}
	});

	test(`${language}: every control is large enough for a finger`, async ({ page }) => {
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			for (const path of pages) {
				await page.goto(`${prefix}${path}`);
				expect(await tooSmall(page), `${path} at ${width}px`).toEqual([]);
			}
		}
	});
}

test('focus is never hidden under the header', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('/teams/warehouse/');
	const header = await page.locator('.top').boundingBox();
	expect(header).not.toBeNull();
	// Backwards from the end is the way on which things slip under a sticky header.
	await page.locator('.foot a').last().focus();
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press('Shift+Tab');
		const top = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!focused || focused.closest('.top, .skip, .section-nav, .contents')) return null;
			return focused.getBoundingClientRect().top;
		});
		if (top !== null) expect(top).toBeGreaterThanOrEqual((header?.height ?? 0) - 1);
	}
});

test('a reader whose browser asks for Chinese is pointed to it on an English page', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({ locale: 'zh-CN', ...(baseURL ? { baseURL } : {}) });
	const page = await context.newPage();
	await page.goto('/teams/data/');
	await page.getByRole('link', { name: '阅读本页中文版' }).click();
	await expect(page).toHaveURL('/zh-cn/teams/data/');
	await expect(page.locator('.language-hint')).toBeHidden();
	await context.close();
});

test('the page that is not there leads on in both languages', async ({ page }) => {
	const response = await page.goto('/no/such/page/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('link', { name: 'The nine teams' })).toBeVisible();
	await page.getByRole('link', { name: '九个团队' }).click();
	await expect(page).toHaveURL('/zh-cn/teams/');
});
