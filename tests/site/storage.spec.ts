import type { Page } from '@playwright/test';
import { box, expect, holdBack, languages, test } from './fixtures.ts';
import { everyPage } from './pages.ts';

/** Ways in which a browser can fail to keep what is ticked; each runs in the page. */
const faults = {
	'refused by the browser': () => {
		for (const name of ['localStorage', 'sessionStorage'] as const)
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('The operation is insecure.', 'SecurityError');
				},
			});
		IDBFactory.prototype.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	},
	full: () => {
		Storage.prototype.setItem = () => {
			throw new DOMException('There is no room.', 'QuotaExceededError');
		};
	},
	missing: () => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB'] as const)
			Object.defineProperty(window, name, { value: null });
	},
	damaged: () => {
		const prefix = '/commerce-teams:';
		localStorage.setItem(`${prefix}index`, '{"current":"abc","projects":["abc"]}');
		if (!localStorage.getItem('seeded')) localStorage.setItem(`${prefix}project:abc`, '{"format":');
		localStorage.setItem('seeded', 'yes');
	},
	'damaged in its index': () => localStorage.setItem('/commerce-teams:index', '[{'),
} satisfies Record<string, () => void>;
const says = Object.entries(faults).filter(([name]) => name !== 'damaged in its index');

/** The page works: a box can be ticked, counts follow, the theme can be chosen. */
async function expectAlive(page: Page): Promise<void> {
	await box(page, 'wh-print-stress-hour').check();
	await expect(page.locator('.team-facts output')).toHaveText(/^(1 of|已完成 1 )/);
	const theme = page.locator('#theme');
	for (const chosen of ['dark', 'light']) {
		await theme.selectOption(chosen);
		await expect(page.locator('html')).toHaveAttribute('data-theme', chosen);
	}
}

for (const { language, prefix } of languages) {
	for (const [name, fault] of says)
		test(`${language}: says so and works on where storage is ${name}`, async ({ page }) => {
			await page.addInitScript(fault);
			await page.goto(`${prefix}/teams/warehouse/`);
			await expectAlive(page);
			const notice = page.getByRole('alert');
			await expect(notice).toBeVisible();
			await expect(notice).toHaveText(language === 'en' ? /[a-z]{4}/ : /\p{Script=Han}{4}/u);
		});

	test(`${language}: says nothing where storage works`, async ({ page }) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		await expectAlive(page);
		await expect(page.getByRole('alert')).toBeHidden();
		await page.reload();
		await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	});
}

test('a damaged index does not stop ticks from being kept', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await page.evaluate(faults['damaged in its index']);
	await page.reload();
	await expectAlive(page);
	await page.reload();
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
});

test('a damaged project is never overwritten', async ({ page }) => {
	await page.addInitScript(faults.damaged);
	await page.goto('/teams/warehouse/');
	await expectAlive(page);
	await page.reload();
	const kept = await page.evaluate(() =>
		Object.keys(localStorage).map((key) => localStorage.getItem(key)),
	);
	expect(kept).toContain('{"format":');
});

test('a theme that was chosen before the scripts came holds', async ({ page }) => {
	const release = await holdBack(page, '**/_astro/every-page*.js');
	await page.goto('/', { waitUntil: 'commit' });
	await page.locator('#theme').selectOption('dark');
	release();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.reload();
	await expect(page.locator('#theme')).toHaveValue('dark');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

// Any page error fails these: see fixtures.ts.
for (const [name, fault] of Object.entries(faults))
	for (const address of everyPage)
		test(`${address} loads where storage is ${name}`, { tag: '@full' }, async ({ page }) => {
			await page.addInitScript(fault);
			await page.goto(address, { waitUntil: 'networkidle' });
			await page.locator('#theme').selectOption('dark');
			await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		});
