import type { Page } from '@playwright/test';
import { expect, languages, test } from './fixtures.ts';
import { codeOn, pages, print, squeeze } from './paper.ts';
import { startProject } from './project.ts';

/** Presses the key that comes before P, and waits for what it fetches. */
async function reachForPrint(page: Page): Promise<void> {
	await page.keyboard.press('Control');
	await expect(page.locator('.page-code svg')).toBeAttached();
}

/** Today as the sheets have it. */
const today = (page: Page) =>
	page.evaluate(() =>
		new Intl.DateTimeFormat(
			navigator.languages.find((tag) => tag.startsWith(document.documentElement.lang)) ??
				document.documentElement.lang,
			{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
		).format(new Date()),
	);

const paths = [
	'/teams/warehouse/',
	'/guides/launch-day/',
	'/checklists/?team=warehouse',
	'/board/',
];

for (const { language, prefix } of languages)
	test(`${language}: printed pages say project, day, version, address and the way back`, async ({
		page,
		baseURL,
	}) => {
		await startProject(page, 'Spring “launch”');
		for (const path of paths) {
			await page.goto(prefix + path);
			await reachForPrint(page);
			const pdf = await print(page);
			const printed = pages(pdf);
			const title = squeeze(await page.locator('h1').innerText());
			const day = squeeze(await today(page));
			const { host } = new URL(baseURL ?? '');
			printed.forEach((text, i) => {
				for (const part of ['Spring“launch”', title, day])
					expect(text, `${path}, sheet ${i + 1}`).toContain(part);
				expect(text).toMatch(language === 'en' ? /Playbook\d/ : /手册版本\d/);
				expect(text).toContain(host + prefix + path.replace(/\?.*/, ''));
			});
			expect(codeOn(pdf, 1), path).toBe(`${baseURL}${prefix}${path}`);
			const caption = language === 'en' ? /nottheticks/ : /不含勾选/;
			expect(printed[0]).toMatch(caption);
		}
	});

test('printed from the menu at once, a sheet has project and day', async ({ page }) => {
	await startProject(page, 'Spring launch');
	await page.goto('/guides/glossary/');
	const [first = '', second = ''] = pages(await print(page));
	const day = squeeze(await today(page));
	for (const text of [first, second]) expect(text).toContain(`Springlaunch·${day}`);
	await expect(page.locator('.page-code svg')).toHaveCount(0);
});

test('the pointer on its way to the menu fetches the code, too', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await page.locator('html').dispatchEvent('mouseleave', { clientY: 300 });
	await page.locator('html').dispatchEvent('mouseleave', { clientY: -1 });
	await expect(page.locator('.page-code svg')).toBeAttached();
});

test('the code leads to the page, not to what stands behind #', async ({ page, baseURL }) => {
	await page.goto('/teams/warehouse/#wh-print-stress-hour');
	await reachForPrint(page);
	await expect(page.locator('.page-code'), 'it is for paper alone').toBeHidden();
	expect(codeOn(await print(page), 1)).toBe(`${baseURL}/teams/warehouse/`);
});

for (const { language, prefix } of languages)
	test(`${language}: a list's page says how paper comes back`, async ({ page }) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		const title = await page.evaluate(async (lang) => {
			const words = (await (await fetch(`/api/words.${lang}.json`)).json()) as Record<
				string,
				string
			>;
			return words['paper.title'] ?? '';
		}, language);
		expect(pages(await print(page)).join('')).toContain(squeeze(title));
		await page.goto(`${prefix}/board/`);
		await expect(page.getByRole('heading', { name: title })).toBeVisible();
	});

test('what the checklists page shows leads to its sheets', async ({ page }) => {
	await page.goto('/checklists/?team=warehouse&phase=prepare&level=essential&status=open');
	await page.getByRole('link', { name: 'Print these as lists to sign' }).click();
	await expect(page).toHaveURL(
		/\/print\/\?teams=warehouse&phases=prepare&level=essential&boxes=open$/,
	);
	await expect(page.locator('.sheet:visible')).toHaveCount(1);
});

test('without JavaScript a sheet has its title and what the build knew', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto('/teams/warehouse/');
	const printed = pages(await print(page));
	for (const text of printed) expect(text).toContain('Warehouseandfulfilment');
	expect(printed[0]).toContain('Playbook');
	await page.close();
});

for (const { language, prefix } of languages)
	test(`${language}: sign-off stands whole, below an item`, async ({ page }) => {
		// Both at once makes the longest lists; each ends its sheet where it happens to.
		for (const query of ['', '&languages=en,zh-CN&notes=1'])
			for (const team of ['marketing', 'data', 'warehouse']) {
				await page.goto(`${prefix}/print/?teams=${team}${query}`);
				await expect(page.locator('.sheet:visible .sheet-code svg')).toBeAttached();
				if (query) await expect(page.locator('pb-print')).toHaveAttribute('data-pair', '');
				for (const format of ['A4', 'Letter'] as const) {
					const last = pages(await print(page, format)).at(-1) ?? '';
					const marks = language === 'en' ? /Markthebox.*Signature/s : /方框画法.*签名/s;
					expect(last, `${team}, ${format}`).toMatch(marks);
					expect(last, `${team}, ${format}`).toMatch(/[A-Z]{1,3}-\d+/);
				}
			}
	});
