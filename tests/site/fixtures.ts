import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { watch } from './watch.ts';

/** Both languages with the first part of their addresses. */
export const languages = [
	{ language: 'en', prefix: '' },
	{ language: 'zh-CN', prefix: '/zh-cn' },
] as const;

interface Fixtures {
	/** Fails the test on any script error, policy violation or request to elsewhere, in whatever tab. */
	clean: void;
}

export const test = base.extend<Fixtures>({
	clean: [
		async ({ browser, context, baseURL }, use) => {
			const faults: string[] = [];
			const watchThis = (one: BrowserContext) => watch(one, `${baseURL}/`, faults);
			watchThis(context);
			// Those that a test opens for a second person or another device.
			browser.on('context', watchThis);
			await use();
			browser.off('context', watchThis);
			expect(faults).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

/** The checkbox of an item, by its id. */
export function box(page: Page, id: string) {
	return page.locator(`input[name="${id}"]`).first();
}

/** Keeps files whose address matches from coming, all but the first `but`, until what it gives is called. */
export async function holdBack(page: Page, pattern: string | RegExp, but = 0): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	let asked = 0;
	await page.route(pattern, async (route) => {
		asked += 1;
		if (asked > but) await released;
		await route.continue();
	});
	return release;
}

/** Opens the search by its keys, which count once the page's scripts run; gives its field. */
export async function openSearch(page: Page) {
	await expect(async () => {
		await page.keyboard.press('Control+k');
		await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
	}).toPass();
	return searchField(page);
}

export function searchField(page: Page) {
	return page.getByRole('combobox', { name: /Search the playbook|搜索手册/ });
}
