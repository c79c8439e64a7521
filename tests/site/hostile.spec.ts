// Whatever people type or import stays text, wherever the site shows it.
import type { Page } from '@playwright/test';
import { box, expect, test } from './fixtures.ts';
import { openPanel } from './project.ts';

const item = 'wh-print-stress-hour';
const evil = `"><img src=x onerror="window.hit=1"></style></script>\\"'{}`;

/** A project in which every text that a person can give is markup. */
async function withMarkup(page: Page): Promise<void> {
	const stamp = [1000, 'test'];
	const register = (value: unknown) => [value, stamp];
	const project = {
		format: 'commerce-team-playbook/project',
		version: 1,
		id: 'evil',
		playbook: 'commerce-teams',
		name: register(evil),
		start: register('2026-11-01'),
		launch: register('2027-03-01'),
		level: register('all'),
		people: { 'warehouse/warehouse-manager': register(evil), 'it/it-manager': register(evil) },
		writers: { test: register(evil) },
		items: {
			[item]: {
				status: register({ is: 'blocked', rev: 1, why: evil, waitsFor: evil }),
				owner: register(evil),
				notes: { a1: register(evil) },
			},
		},
	};
	await page.addInitScript((doc) => {
		const prefix = '/commerce-teams:';
		if (localStorage.getItem(`${prefix}index`)) return;
		localStorage.setItem(`${prefix}index`, '{"current":"evil","projects":["evil"]}');
		localStorage.setItem(`${prefix}project:evil`, JSON.stringify(doc));
	}, project);
}

async function expectHarmless(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await expect(page.locator('#pb-project')).toContainText('<img src=x');
	expect(await page.locator('img[src=x]').count()).toBe(0);
	expect(await page.evaluate(() => 'hit' in window)).toBe(false);
}

for (const path of [
	'/',
	'/board/',
	'/checklists/?group=owner',
	'/print/',
	'/zh-cn/teams/warehouse/',
])
	test(
		`${path}: markup in a project is shown as it was typed`,
		{ tag: '@full' },
		async ({ page }) => {
			await withMarkup(page);
			await page.goto(path);
			await expectHarmless(page);
		},
	);

test('markup in dialogs is shown as it was typed', async ({ page }) => {
	await withMarkup(page);
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, item);
	await expect(panel.getByLabel('Owner')).toHaveValue(evil);
	await expect(panel).toContainText(evil);
	await expectHarmless(page);
	await page.keyboard.press('Escape');
	await page.locator('.project-bar button').click();
	await expect(page.getByRole('dialog', { name: 'Projects' })).toContainText(evil);
	await expectHarmless(page);
});

test('a name stands in the margins of paper as it was typed', async ({ page }) => {
	await withMarkup(page);
	await page.goto('/teams/warehouse/');
	await expect(box(page, item)).toBeAttached();
	await page.keyboard.down('Control');
	const said = () =>
		page.evaluate(() => {
			dispatchEvent(new Event('beforeprint'));
			const sheet = new CSSStyleSheet();
			sheet.replaceSync('h1::before { content: var(--sheet-left) }');
			document.adoptedStyleSheets = [sheet];
			return getComputedStyle(document.querySelector('h1') as Element, '::before').content;
		});
	// Read as CSS gives it: a string in quotes, with `"` and `\\` behind a backslash.
	await expect
		.poll(async () => (await said()).replace(/\\(.)/g, '$1'))
		.toMatch(new RegExp(`^"${evil.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} · `));
});
