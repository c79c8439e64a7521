import { box, expect, holdBack, languages, openSearch, searchField, test } from './fixtures.ts';
import { stored } from './project.ts';
import type { Page } from '@playwright/test';

const words = {
	en: { open: 'Search', query: 'printer', empty: 'Teams and lists', results: /\d+ results/ },
	'zh-CN': { open: '搜索', query: '打印机', empty: '团队和清单', results: /\d+ 条结果/ },
};

const found = (page: Page) => page.getByRole('listbox').getByRole('option');
const selected = (page: Page) => page.getByRole('listbox').getByRole('option', { selected: true });

for (const { language, prefix } of languages) {
	const { open, query, empty, results } = words[language];

	test(`on a phone two taps and a word land on the stress test (${language})`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 800 });
		await page.goto(`${prefix}/`);
		await page.getByRole('link', { name: open, exact: true }).click();
		await searchField(page).fill(query);
		await expect(page.getByRole('status').filter({ hasText: results })).toBeVisible();
		await found(page).filter({ hasText: 'W-15' }).click();
		await expect(page).toHaveURL(`${prefix}/teams/warehouse/#wh-print-stress-hour`);
		await expect(box(page, 'wh-print-stress-hour')).toBeInViewport();
		await expect(page.locator('#wh-print-stress-hour details')).toHaveAttribute('open');
	});

	test(`before anything is typed it offers teams, phases and lists (${language})`, async ({
		page,
	}) => {
		await page.goto(`${prefix}/`);
		await openSearch(page);
		await expect(page.getByRole('heading', { name: empty })).toBeVisible();
		await expect(page.locator('.search-start a')).toHaveCount(12 + 5 + 2);
	});
}

for (const { language, prefix } of languages)
	for (const width of [390, 1280])
		test(`how many were found stands whole above the results (${language}, ${width})`, async ({
			page,
		}) => {
			await page.setViewportSize({ width, height: 700 });
			await page.goto(`${prefix}/`);
			await page.getByRole('link', { name: words[language].open, exact: true }).click();
			await searchField(page).fill(language === 'en' ? 'stock' : '库存');
			const status = page.getByRole('dialog').getByRole('status');
			await expect(status).toHaveText(words[language].results);
			const bottom = await status.evaluate((it) => {
				const lines = document.createRange();
				lines.selectNodeContents(it);
				return lines.getBoundingClientRect().bottom;
			});
			const body = await page.locator('.search-body').boundingBox();
			expect(bottom).toBeLessThanOrEqual(body?.y ?? 0);
		});

test('nothing of the search is fetched before somebody wants it', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto('/teams/warehouse/');
	await page.waitForLoadState('networkidle');
	const ofSearch = () =>
		asked.filter((path) => /pagefind|\/api\/search|search[^/]*\.css/.test(path));
	expect(ofSearch()).toEqual([]);
	await page.getByRole('link', { name: 'Search', exact: true }).hover();
	await expect.poll(() => ofSearch().some((path) => path.endsWith('.pagefind'))).toBe(true);
});

test('each file of the first search is fetched once', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto('/');
	const input = await openSearch(page);
	await input.fill('printer');
	await expect(found(page).first()).toBeVisible();
	const ofSearch = asked.filter((path) => /pagefind|api\/search/.test(path));
	expect(ofSearch.length).toBe(new Set(ofSearch).size);
});

test('it is worked by keys alone, and back comes back to the results', async ({ page }) => {
	await page.goto('/guides/onboarding/');
	const input = await openSearch(page);
	await input.fill('low stock');
	const options = found(page);
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await input.press('ArrowDown');
	await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
	const active = await input.getAttribute('aria-activedescendant');
	expect(await options.nth(1).getAttribute('id')).toBe(active);
	await input.press('ArrowUp');
	const href = await options.first().getAttribute('href');
	await input.press('Enter');
	await expect(page).toHaveURL(href ?? '');
	await page.goBack();
	await expect(searchField(page)).toHaveValue('low stock');
	await expect(options.first()).toHaveAttribute('href', href ?? '');
	await searchField(page).press('Escape');
	await searchField(page).press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('a single key opens nothing: speech and slips press those', async ({ page }) => {
	await page.goto('/');
	await openSearch(page);
	await page.keyboard.press('Escape');
	await page.locator('.search-open').focus();
	await page.keyboard.press('/');
	await page.keyboard.press('k');
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page.locator('.search-open')).toHaveAttribute(
		'aria-keyshortcuts',
		'Control+K Meta+K',
	);
});

test('an item that lies in a fold is opened and in view, also on the page itself', async ({
	page,
}) => {
	await page.goto('/teams/warehouse/');
	const item = page.locator('#wh-two-carriers');
	const input = await openSearch(page);
	await input.fill('W-5');
	await expect(found(page).first()).toContainText('W-5');
	await input.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(item.getByRole('checkbox')).toBeInViewport();
	await expect(item.locator('details').first()).toHaveAttribute('open');
	await page.goBack();
	await expect(searchField(page)).toHaveValue('W-5');
});

test('an address with a stray percent sign stops nothing', async ({ page }) => {
	await page.goto('/teams/warehouse/#%');
	await page.waitForLoadState('networkidle');
	await page.goto('/teams/warehouse/#wh-two-carriers');
	const item = page.locator('#wh-two-carriers');
	await expect(item.locator('details').first()).toHaveAttribute('open');
	await expect(item.getByRole('checkbox')).toBeInViewport();
});

test('the first results come before the rest is read, and nothing is counted until then', async ({
	page,
}) => {
	const release = await holdBack(page, '**/pagefind/fragment/**', 3);
	await page.goto('/search/?q=stock');
	const results = page.locator('.search-results');
	const status = page.getByRole('main').getByRole('status');
	await expect(results.locator('a.search-result').first()).toBeVisible();
	await expect(results).toHaveAttribute('aria-busy', 'true');
	await expect(status).toHaveText(/^Searching/);
	await expect(page.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
	release();
	await expect(status).toHaveText(/^\d+ results$/);
	await expect(results).toHaveAttribute('aria-busy', 'false');
	const before = await results.locator('a.search-result').count();
	await page
		.getByRole('button', { name: /^Show all/ })
		.first()
		.click();
	expect(await results.locator('a.search-result').count()).toBeGreaterThan(before);
});

test('the focus goes on where each group ended, whatever was opened before', async ({ page }) => {
	await page.goto('/search/?q=stock');
	await expect(page.locator('.search-results')).toHaveAttribute('aria-busy', 'false');
	for (const name of [/items?$/i, /sections?$/i]) {
		const group = page
			.locator('.search-results section')
			.filter({ has: page.getByRole('heading', { name }) });
		const shown = await group.getByRole('link').count();
		await group.getByRole('button', { name: /^Show all/ }).click();
		await expect(group.getByRole('button')).toHaveCount(0);
		await expect(group.getByRole('link').nth(shown)).toBeFocused();
	}
});

for (const { language, prefix } of languages)
	test(`the best result is the first one seen and the one Enter opens (${language})`, async ({
		page,
	}) => {
		const release = await holdBack(page, '**/pagefind/fragment/**', 3);
		await page.goto(`${prefix}/`);
		const input = await openSearch(page);
		await input.fill(language === 'en' ? 'stock' : '库存');
		const dialog = page.getByRole('dialog');
		await expect(found(page).first()).toHaveAttribute('aria-selected', 'true');
		await expect(dialog.getByRole('status')).not.toHaveText(words[language].results);
		release();
		await expect(dialog.getByRole('status')).toHaveText(words[language].results);
		await expect(selected(page)).toHaveCount(1);
		await expect(found(page).first()).toHaveAttribute('aria-selected', 'true');
		expect(await page.locator('.search-body').evaluate((body) => body.scrollTop)).toBe(0);
		const href = (await found(page).first().getAttribute('href')) ?? '';
		await input.press('Enter');
		await expect(page).toHaveURL(href);
	});

test('what was gone to by keys stays chosen when more comes in, and not for another question', async ({
	page,
}) => {
	const release = await holdBack(page, '**/pagefind/fragment/**', 3);
	await page.goto('/');
	const input = await openSearch(page);
	await input.fill('stock');
	await expect(found(page).first()).toHaveAttribute('aria-selected', 'true');
	const wanted = /#wh-low-stock-list$/;
	for (let i = 0; i < 5; i++) await input.press('ArrowDown');
	await expect(selected(page)).toHaveAttribute('href', wanted);
	release();
	await expect(page.getByRole('dialog').getByRole('status')).toHaveText(words.en.results);
	await expect(selected(page)).toHaveAttribute('href', wanted);
	await input.fill('stoc');
	await expect(found(page).first()).toHaveAttribute('aria-selected', 'true');
	await expect(selected(page)).toHaveCount(1);
});

test('what was typed before the script of the results page came is looked for', async ({
	page,
}) => {
	const release = await holdBack(page, '**/_astro/*.js');
	await page.goto('/search/', { waitUntil: 'commit' });
	const input = page.getByRole('main').getByRole('searchbox');
	await input.fill('printer');
	release();
	await expect(page.locator('.search-results mark').first()).toHaveText(/printer/i);
	await expect(input).toHaveValue('printer');
});

test('filters count, narrow, and stand in the address', async ({ page }) => {
	await page.goto('/search/?q=stock');
	const results = page.locator('.search-results a.search-result');
	const team = page.getByLabel('Team', { exact: true });
	await expect(results.first()).toBeVisible();
	const label = await team.locator('option[value=warehouse]').textContent();
	await team.selectOption('warehouse');
	await page.getByLabel('Kind of result').selectOption('item');
	await expect(page).toHaveURL(/q=stock&kind=item&team=warehouse/);
	const status = page.getByRole('main').getByRole('status');
	await expect(status).toHaveText(/^\d+ results?$/);
	expect(Number(/\d+/.exec(label ?? '')?.[0])).toBeGreaterThanOrEqual(await results.count());
	for (const text of await results.locator('.search-facts').allTextContents())
		expect(text).toContain('Warehouse');
	const count = await results.count();
	await page.reload();
	await expect(results).toHaveCount(count);
});

test('only what applies to the project can be asked for', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await stored(page);
	await page.evaluate(() => {
		const key = Object.keys(localStorage).find((name) => name.includes(':project:')) ?? '';
		const project = JSON.parse(localStorage.getItem(key) ?? '{}');
		project.teams = { warehouse: [false, [1, 'a']] };
		localStorage.setItem(key, JSON.stringify(project));
	});
	await page.goto('/search/?q=printer&kind=item');
	const numbers = page.locator('.search-results .search-no');
	await expect(numbers.filter({ hasText: 'W-15' })).toHaveCount(1);
	await page.getByLabel('Applies to my project').check();
	await expect(numbers.filter({ hasText: 'W-15' })).toHaveCount(0);
	await expect(numbers.filter({ hasText: 'IT-17' })).toHaveCount(1);
	await expect(page).toHaveURL(/mine=1/);
});

for (const { language, prefix } of languages)
	test(`a phone shows every filter whole, and offers none that leaves nothing (${language})`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(`${prefix}/teams/warehouse/`);
		await box(page, 'wh-print-stress-hour').check();
		await stored(page);
		await page.getByRole('link', { name: words[language].open, exact: true }).click();
		await searchField(page).fill(language === 'en' ? 'stock' : '库存');
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('status')).toHaveText(words[language].results);
		const controls = dialog.locator('.search-filters > :visible');
		await expect(controls).toHaveCount(4);
		for (const control of await controls.all()) await expect(control).toBeInViewport({ ratio: 1 });
		await searchField(page).fill('qqxx');
		await expect(dialog.getByRole('status')).toContainText('qqxx');
		await expect(controls).toHaveCount(0);
	});

test('what is typed is shown as text and nothing else', async ({ page }) => {
	await page.goto('/search/?q=' + encodeURIComponent('<img src=x onerror=alert(1)>'));
	await expect(page.getByRole('main').getByRole('status')).not.toBeEmpty();
	await expect(page.locator('pb-search-page img')).toHaveCount(0);
});

test('a slip of the fingers is put right, and said', async ({ page }) => {
	await page.goto('/search/?q=prnter');
	await expect(page.getByRole('main').getByRole('status')).toContainText('“printer”');
	await expect(page.locator('.search-results mark').first()).toHaveText(/printer/i);
});

test('words are marked whole, and a hit is shown once', async ({ page }) => {
	await page.goto('/zh-cn/search/?q=' + encodeURIComponent('打印机'));
	await expect(page.locator('.search-results mark').first()).toHaveText('打印机');
	const hrefs = await page
		.locator('.search-results a.search-result')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(hrefs.length).toBe(new Set(hrefs).size);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	for (const { prefix } of languages)
		test(`the link leads to a page that says where the lists are (${prefix || '/'})`, async ({
			page,
		}) => {
			await page.goto(`${prefix}/`);
			await page.locator('.search-open').click();
			await expect(page).toHaveURL(`${prefix}/search/`);
			await expect(page.getByRole('main').locator('a[href$="/teams/warehouse/"]')).toBeVisible();
		});
});

test('where the dialog cannot be fetched the link leads to the results page', async ({ page }) => {
	await page.route('**/search-dialog*.js', (route) => route.abort());
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(page).toHaveURL('/search/');
});
