import AxeBuilder from '@axe-core/playwright';
import { box, expect, test } from './fixtures.ts';
import { openFile, openPanel, startProject, stored } from './project.ts';

const item = 'wh-print-stress-hour';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('status, reason, owner and date are set by keyboard, kept, and shown on the card', async ({
	page,
}) => {
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	const opener = page.locator(`#${item}`).getByRole('button', { name: /of W-15/ });
	await opener.focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: /print stress hour/ });
	await expect(panel).toBeVisible();
	await panel.getByLabel('To do').focus();
	await page.keyboard.press('ArrowRight');
	await expect(panel.getByLabel('Doing')).toBeChecked();
	await page.keyboard.press('ArrowRight');
	await expect(panel.getByLabel('What blocks it, in one line')).toBeFocused();
	await page.keyboard.type('No printers yet');
	await page.keyboard.press('Tab');
	await panel.getByLabel('Waits for').selectOption({ label: 'IT' });
	await panel.getByLabel('Owner').fill('Kim');
	await panel.getByLabel('Due').fill('2027-02-01');
	await panel.getByLabel('Due').blur();
	await expect(panel.getByRole('status')).toHaveText('Due: kept in this browser.');
	await panel.getByRole('button', { name: 'Copy link' }).click();
	await expect(panel.getByRole('status')).toHaveText('Link copied');
	await page.keyboard.press('Escape');
	await expect(opener).toBeFocused();
	const card = page.locator(`#${item}`);
	await expect(card.locator('.item-status')).toHaveText('Blocked: No printers yet');
	await expect(card.locator('.item-owner')).toHaveText('Kim');
	await expect(card.locator('.item-due')).toContainText('Feb 1, 2027');
	await page.reload();
	await expect(card.locator('.item-status')).toHaveText('Blocked: No printers yet');
	const { status } = (await stored(page)).items[item] ?? {};
	expect(status?.[0]).toMatchObject({ is: 'blocked', why: 'No printers yet', waitsFor: 'it' });
});

test('a tick in the panel ticks the box, and a note removed comes back', async ({ page }) => {
	await page.goto('/zh-cn/teams/warehouse/');
	const panel = await openPanel(page, item);
	await panel.getByLabel('已完成').check();
	await expect(box(page, item)).toBeChecked();
	await panel.getByLabel('你的名字').fill('小王');
	await panel.getByLabel('新备注').fill('<img src=x onerror=alert(1)>\n第二行');
	await panel.getByRole('button', { name: '添加备注' }).click();
	const note = panel.locator('.notes li');
	await expect(note.locator('p')).toHaveText('<img src=x onerror=alert(1)> 第二行');
	await expect(note).toContainText('小王');
	await note.getByRole('button', { name: /^删除/ }).click();
	await expect(note).toHaveCount(0);
	await panel.getByRole('button', { name: '撤销' }).click();
	await expect(note).toHaveCount(1);
	await page.reload();
	await openPanel(page, item);
	await expect(note).toHaveCount(1);
});

test('what was said in the panel and closed there does not come back with the page', async ({
	page,
}) => {
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, item);
	await panel.getByLabel('New note').fill('x');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await panel.getByRole('button', { name: /^Remove the note/ }).click();
	const toast = page.locator('.toast');
	await expect(toast).toContainText('Note removed.');
	await toast.getByRole('button', { name: 'Close' }).click();
	await expect(toast).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(page.locator('.item-panel')).toHaveCount(0);
	await expect(toast).toHaveCount(0);
});

test('a note that was begun outlasts the panel and the page, until it is added', async ({
	page,
}) => {
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, item);
	const note = panel.getByLabel('New note');
	await note.fill('Ask the printer');
	// The first edit of a browser makes the project.
	await panel.getByLabel('Doing').check();
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await openPanel(page, 'wh-own-milestones');
	await expect(note).toHaveValue('');
	await page.keyboard.press('Escape');
	await page.reload();
	await openPanel(page, item);
	await expect(note).toHaveValue('Ask the printer');
	await note.press('End');
	await note.pressSequentially('s');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await expect(panel.locator('.notes li')).toContainText('Ask the printers');
	await page.keyboard.press('Escape');
	await openPanel(page, item);
	await expect(panel.locator('.notes li')).toHaveCount(1);
	await expect(note).toHaveValue('');
});

test('what is half written in a field is kept when Escape closes the panel', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, item);
	await panel.getByLabel('Owner').fill('Kim');
	await page.keyboard.press('Escape');
	await expect(page.locator(`#${item} .item-owner`)).toHaveText('Kim');
});

test('two tabs: what one writes the other shows', async ({ page, context }) => {
	await page.goto('/teams/warehouse/');
	await box(page, item).check();
	const other = await context.newPage();
	await other.goto('/teams/warehouse/');
	await other.locator(`#${item} .item-open`).click();
	await other.getByRole('dialog').getByLabel('Owner').fill('Kim');
	await other.getByRole('dialog').getByLabel('Owner').blur();
	await expect(page.locator(`#${item} .item-owner`)).toHaveText('Kim');
	await expect(box(page, item)).toBeChecked();
});

test('an item of a role shows the person who holds it', async ({ page }) => {
	await startProject(page, 'Spring');
	await page.goto('/board/');
	const people = page.locator('.people details[data-ink=warehouse]');
	await people.locator('summary').click();
	await people.getByLabel('Systems and equipment coordinator').fill('Li Na');
	await people.getByLabel('Systems and equipment coordinator').blur();
	await expect(people.locator('summary')).toContainText('1 of');
	await page.goto('/teams/warehouse/');
	await expect(page.locator(`#${item} .item-owner`)).toHaveText('Li Na');
	const panel = await openPanel(page, item);
	await panel.getByLabel('Owner').fill('Kim');
	await panel.getByLabel('Owner').blur();
	await expect(page.locator(`#${item} .item-owner`)).toHaveText('Kim');
});

test('the panel, the projects and the preview of a file have no accessibility faults', async ({
	page,
}) => {
	const clean = async () => {
		const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	};
	await startProject(page, 'Spring');
	await page.goto('/teams/warehouse/');
	const panel = await openPanel(page, item);
	await panel.getByLabel('Blocked').check();
	await panel.getByLabel('New note').fill('x');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await clean();
	await page.keyboard.press('Escape');
	await page.locator('.project-bar button').click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await clean();
	await page.goto('/board/');
	const text = JSON.stringify({ ...(await stored(page)), name: ['Other', [Date.now() + 9, 'k']] });
	await openFile(page, text);
	await clean();
});
