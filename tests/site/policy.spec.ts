import { test as bare } from '@playwright/test';
import { box, expect, test } from './fixtures.ts';
import { everyPage } from './pages.ts';

test.beforeEach(async ({ page }) => {
	await page.addInitScript(() => {
		const violations: string[] = [];
		Object.assign(window, { violations });
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			violations.push(`${violatedDirective}: ${blockedURI}`),
		);
	});
});
const violations = (page: Parameters<typeof box>[0]) =>
	page.evaluate(() => (window as unknown as { violations: string[] }).violations);

test('ticking, choosing a theme and searching break no rule of the policy', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await box(page, 'wh-print-stress-hour').check();
	await page.locator('#theme').selectOption('dark');
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('printer');
	await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

for (const address of everyPage)
	test(`${address} breaks no rule and asks nobody else`, { tag: '@full' }, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		expect(await violations(page)).toEqual([]);
	});

// Not under the fixture that forbids violations: here they must happen.
bare(
	'the policy stops scripts that somebody put in, and requests to elsewhere',
	async ({ page }) => {
		await page.goto('/teams/warehouse/');
		const ran = await page.evaluate(async () => {
			const script = document.createElement('script');
			script.textContent = 'window.ran = "script"';
			document.body.append(script);
			const picture = document.createElement('img');
			picture.setAttribute('onerror', 'window.ran = "handler"');
			picture.src = '/no-such-picture.png';
			document.body.append(picture);
			await new Promise((done) => picture.addEventListener('error', done));
			const answer = await fetch('https://example.com/').catch(() => 'refused');
			return { ran: (window as { ran?: string }).ran, answer };
		});
		expect(ran).toEqual({ ran: undefined, answer: 'refused' });
	},
);
