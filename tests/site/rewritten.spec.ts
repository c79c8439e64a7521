import type { Page } from '@playwright/test';
import { box, expect, openSearch, test } from './fixtures.ts';
import { kindsOfPage } from './pages.ts';
import { openPanel, startProject } from './project.ts';

const item = 'wh-print-stress-hour';

/**
 * What extensions do to a page that somebody reads: one that translates puts every text into elements
 * of its own, once the page is parsed and whenever it changes; others stand beside fields and over all.
 */
function rewrite(): void {
	// An element of old, which is why they use it: no page has it.
	const tag: string = 'font';
	const inner = (text: string) => {
		const font = document.createElement(tag);
		font.style.verticalAlign = 'inherit';
		font.textContent = text;
		return font;
	};
	const wrap = (root: Node) => {
		const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
		const found: Text[] = [];
		for (let node = texts.nextNode(); node; node = texts.nextNode()) found.push(node as Text);
		for (const text of found) {
			const parent = text.parentElement;
			if (!text.data.trim() || !parent) continue;
			if (parent.closest('font, head, script, style, textarea, select')) continue;
			const font = document.createElement(tag);
			font.append(inner(text.data));
			text.replaceWith(font);
		}
	};
	const follow = (root: ParentNode) => {
		for (const field of root.querySelectorAll('input, textarea'))
			if (field.nextElementSibling?.localName !== 'x-helper')
				field.after(document.createElement('x-helper'));
	};
	const begin = () => {
		const { documentElement: page, body } = document;
		page.classList.add('translated-ltr');
		page.lang = 'de';
		const host = document.createElement('x-translator');
		host.attachShadow({ mode: 'open' }).append(inner('Show original'));
		body.prepend(host.cloneNode());
		body.append(host);
		wrap(body);
		follow(body);
		const observer = new MutationObserver((records) => {
			for (const { target, addedNodes } of records) {
				if (target instanceof Text) wrap(target);
				for (const node of addedNodes) {
					if (!node.isConnected) continue;
					wrap(node);
					if (node instanceof Element) follow(node);
				}
			}
		});
		observer.observe(body, { childList: true, characterData: true, subtree: true });
	};
	document.addEventListener('DOMContentLoaded', begin);
}

test.beforeEach(async ({ page }) => {
	await page.addInitScript(rewrite);
});

/** The page is as the extension left it, or the test would say nothing. */
async function expectRewritten(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveClass(/translated-ltr/);
	await expect(page.locator('h1 > font > font').first()).toHaveText(/\S/);
	await expect(page.locator('body > x-translator')).toHaveCount(2);
}

test('on a page that an extension rewrites a tick counts, is kept, and stands on the board', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	await expectRewritten(page);
	const count = page.locator('.team-facts output');
	await box(page, item).check();
	await expect(count).toHaveText('1 of 30 done');
	await expect(count.locator('font').first()).toBeAttached();
	await page.reload();
	await expect(box(page, item)).toBeChecked();
	await expect(count).toHaveText('1 of 30 done');
	await box(page, item).uncheck();
	await expect(count).toHaveText('0 of 30 done');

	const panel = await openPanel(page, item);
	await panel.getByLabel('Blocked').check();
	await panel.getByLabel('What blocks it').fill('No printers');
	await panel.getByLabel('Owner').fill('Kim');
	await panel.getByLabel('New note').fill('Call them');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await expect(panel.locator('.notes li')).toContainText('Call them');
	await expect(panel.getByRole('status')).toHaveText('Note: kept in this browser.');
	await page.keyboard.press('Escape');
	const card = page.locator(`#${item}`);
	await expect(card.locator('.item-status')).toHaveText('Blocked: No printers');
	await expect(card.locator('.item-owner')).toHaveText('Kim');

	const search = await openSearch(page);
	await search.fill('printer');
	await page.getByRole('option').filter({ hasText: 'W-15' }).click();
	await expect(page).toHaveURL(`/teams/warehouse/#${item}`);
	await expect(box(page, item)).toBeInViewport();

	await page.goto('/board/');
	await expectRewritten(page);
	await expect(page.getByRole('region', { name: 'Blocked' })).toContainText('No printers');
	await expect(page.locator('.readiness-figure')).toHaveText('0%');
	await page.getByLabel('Number', { exact: true }).fill('W-15');
	await page.keyboard.press('Enter');
	await expect(page.locator('#paper-said')).toContainText('W-15 done');
	await page.goto('/teams/warehouse/');
	await expect(box(page, item)).toBeChecked();
});

test('checklists that an extension rewrites are filtered, grouped and ticked', async ({ page }) => {
	await page.goto('/checklists/?team=warehouse');
	await expectRewritten(page);
	const count = page.locator('.lists-count output');
	await expect(count).toHaveText('30 items');
	await page.getByLabel('Group by').selectOption('phase');
	await expect(page.locator('.list.made').first()).toBeVisible();
	await box(page, item).check();
	await page.reload();
	await expect(box(page, item)).toBeChecked();
	await expect(count).toHaveText('30 items');
});

// Any page error fails these: see fixtures.ts.
for (const address of [...kindsOfPage, '/search/?q=stock', '/zh-cn/search/'])
	test(`${address} loads while an extension rewrites it`, { tag: '@full' }, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		await expectRewritten(page);
		await page.locator('#theme').selectOption('dark');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	});
