import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, languages, test } from './fixtures.ts';
import { launch, today, withProject } from './launch-project.ts';
import { info, pages, print, squeeze } from './paper.ts';

interface Item {
	id: string;
	team: string;
	phase: string;
	level: string;
	due: number;
	owner: string;
	title: string;
	no: string;
}

const list = (page: Page, name: string) => page.getByRole('region', { name, exact: false });
/** The board's own; the project's settings below have one too. */
const launchDate = (page: Page) => page.locator('pb-launch').getByLabel('Launch date');
const days = (to: string, from: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const itemsOf = async (page: Page) =>
	((await (await page.request.get('/api/items.en.json')).json()) as { items: Item[] }).items;

const blocked = {
	'wh-print-stress-hour': { is: 'blocked', why: 'Scanners not delivered', waitsFor: 'it' },
};

for (const { language, prefix } of languages)
	test(`${language}: an empty board explains itself and offers the start`, async ({ page }) => {
		await page.goto(`${prefix}/board/`);
		const note = page.locator('[data-part="empty"]');
		await expect(note).toBeVisible();
		// The start stands beside the words, not in a line of its own below them.
		const box = await note.boundingBox();
		const start = await note.getByRole('link').boundingBox();
		expect((start?.x ?? 0) + (start?.width ?? 0)).toBeGreaterThan((box?.width ?? Infinity) * 0.9);
		await note.getByRole('link').click();
		await expect(page).toHaveURL(`${prefix}/`);
	});

test('readiness is what the page says it is', async ({ page }) => {
	const items = await itemsOf(page);
	const counted = items.filter(({ level, due }) => level === 'essential' && due <= 0);
	const done = counted.slice(0, 20).map(({ id }) => [id, { is: 'done' }]);
	const skipped = counted.slice(20, 30).map(({ id }) => [id, { is: 'skipped' }]);
	await withProject(page, { items: Object.fromEntries([...done, ...skipped]) });
	await page.goto('/board/');
	const total = counted.length - 10;
	await expect(page.locator('.readiness')).toContainText(`20 of ${total} done`);
	await expect(page.locator('.readiness-figure')).toHaveText(`${Math.floor(2000 / total)}%`);
	await expect(page.locator('.readiness')).toContainText('done ÷ all');
});

test('says what is overdue, with whom, and leads there', async ({ page }) => {
	const items = await itemsOf(page);
	const late = items.filter(({ due }) => due < -days(launch, today));
	const [first] = late.toSorted((a, b) => a.due - b.due);
	await withProject(page, {
		start: '2026-01-01',
		people: { [first?.owner ?? '']: 'Ann Meyer' },
	});
	await page.goto('/board/');
	await expect(page.getByRole('link', { name: `${late.length} Overdue` })).toBeVisible();
	const overdue = list(page, 'Overdue');
	await expect(overdue.getByText('Ann Meyer').first()).toBeVisible();
	await expect(overdue.getByText(/\d+ days late/).first()).toBeVisible();
	await overdue.getByRole('link', { name: `All ${late.length} in the checklists` }).click();
	await expect(page).toHaveURL(/checklists\/\?due=overdue/);
	await expect(page.locator('.lists-count output')).toHaveText(`${late.length} items`);
});

test('says what is blocked, why, what it waits for and who waits', async ({ page }) => {
	const items = { ...blocked, 'wh-low-stock-list': { is: 'blocked', why: 'No export' } };
	await withProject(page, { items });
	await page.goto('/board/');
	const row = list(page, 'Blocked').getByRole('listitem');
	await expect(row.filter({ hasText: 'Scanners not delivered' })).toContainText('waits for IT');
	await expect(row.filter({ hasText: 'No export' })).toContainText('waited for by Marketing');
	const handoffs = page.getByRole('region', { name: 'Handoffs' });
	await expect(handoffs.getByText('Warehouse → Marketing').first()).toBeVisible();
	await expect(handoffs.getByRole('listitem').filter({ hasText: 'Blocked' }).first()).toBeVisible();
});

test('a team that waits for something blocked is told so on its own page', async ({ page }) => {
	await withProject(page, {
		launch: null,
		items: { 'wh-low-stock-list': { is: 'blocked', why: 'No export' } },
	});
	await page.goto('/teams/finance/');
	const warning = page.getByRole('link', { name: /waits for is blocked or late/ });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(warning).toBeHidden();
	await page.goto('/teams/marketing/');
	await expect(warning).toBeVisible();
	await expect(page.getByText('Blocked: No export')).toBeVisible();
});

test('a cell of the picture counts its items and leads to them', async ({ page }) => {
	await withProject(page, { items: blocked });
	await page.goto('/board/');
	const items = (await itemsOf(page)).filter(
		({ team, phase }) => team === 'warehouse' && phase === 'prepare',
	);
	const cell = page.getByRole('link', { name: `Warehouse, Prepare 0/${items.length}` });
	await expect(cell).toContainText('×1');
	await cell.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/team=warehouse&phase=prepare/);
	await expect(page.locator('.lists-count output')).toHaveText(`${items.length} items`);
});

test('a cell without items says so, and blocked is one colour in the picture and above', async ({
	page,
}) => {
	await withProject(page, { items: blocked });
	await page.goto('/board/');
	const cells = page.getByRole('row', { name: /^Team set-up/ }).getByRole('cell');
	await expect(cells.nth(1)).toContainText('–');
	await expect(cells.nth(1)).toContainText('Nothing here applies');
	const alarm = await page
		.locator('[data-tally=blocked] b')
		.evaluate((figure) => getComputedStyle(figure).color);
	await expect(page.locator('.cell .flag-blocked').first()).toHaveCSS('color', alarm);
});

test('scope changes every count by rule, and says which teams are left out', async ({ page }) => {
	await withProject(page, { level: 'essential', teams: { data: false } });
	await page.goto('/board/');
	const items = await itemsOf(page);
	const essential = items.filter(
		({ team, level }) => team === 'warehouse' && level === 'essential',
	);
	await expect(
		page.getByRole('link', { name: `Warehouse, All 0/${essential.length}` }),
	).toBeVisible();
	await expect(page.getByText('Not in this project: Data')).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Data' })).toBeHidden();
});

test('a late start asks to confirm what should be true; a tick stays in sight and is kept', async ({
	page,
}) => {
	await withProject(page, { start: '2027-01-15' });
	await page.goto('/board/');
	const confirm = list(page, 'Should already be true');
	const first = confirm.getByRole('checkbox').first();
	const tally = page.locator('[data-tally=confirm] b');
	await expect(first).toBeVisible();
	await expect(page.locator('[data-tally=overdue] b')).not.toHaveText('–');
	const before = Number(await tally.textContent());
	await first.press('Space');
	await expect(tally).toHaveText(String(before - 1));
	await expect(first).toBeChecked();
	await expect(first).toBeFocused();
	await first.press('Space');
	await expect(tally).toHaveText(String(before));
	await first.press('Space');
	await page.reload();
	await expect(tally).toHaveText(String(before - 1));
});

test('a row has the box of a card, and what is done looks the same', async ({ page }) => {
	await withProject(page, { items: blocked });
	const look = (row: Locator) =>
		row.evaluate((element) => {
			const of = (name: string, properties: string[]) => {
				const style = getComputedStyle(element.querySelector(name) as Element);
				return properties.map((property) => style.getPropertyValue(property));
			};
			return [
				of('input', ['appearance', 'border', 'border-radius', 'background-color']),
				of('label span', ['color', 'font-weight', 'text-decoration-line']),
			];
		});
	await page.goto('/board/');
	const row = list(page, 'Blocked').getByRole('listitem').first();
	await row.getByRole('checkbox').check();
	const onBoard = await look(row);
	await page.goto('/teams/warehouse/');
	const card = page.locator('#wh-print-stress-hour');
	await expect(card.getByRole('checkbox')).toBeChecked();
	expect(onBoard).toEqual(await look(card));
});

test('a row ends with its number and what opens it, and breaks no date', async ({ page }) => {
	await withProject(page, { start: '2026-01-01' });
	for (const width of [320, 390, 1366]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/board/');
		const row = list(page, 'Overdue').getByRole('listitem').first();
		const title = await row.getByRole('checkbox').locator('..').boundingBox();
		const number = await row.getByRole('link').boundingBox();
		const more = await row.getByRole('button').boundingBox();
		expect(more?.x).toBeGreaterThan(number?.x ?? Infinity);
		expect(number?.x).toBeGreaterThan(title?.x ?? Infinity);
		for (const date of await row.locator('.unbroken').all())
			expect((await date.boundingBox())?.height).toBeLessThan(24);
	}
});

test('another launch date shows what becomes overdue before it is saved', async ({ page }) => {
	await withProject(page);
	await page.goto('/board/');
	const date = launchDate(page);
	await date.fill('2027-02-10');
	const preview = page.locator('.launch-preview');
	await expect(preview).toContainText(/\d+ items become overdue/);
	await expect(page.locator('pb-launch').getByText('40 days to launch')).toBeVisible();
	await preview.getByRole('button', { name: 'Keep the old date' }).click();
	await expect(date).toHaveValue(launch);
	await date.fill('2027-02-10');
	await preview.getByRole('button', { name: 'Change the date' }).click();
	await expect(page.locator('pb-launch').getByText('21 days to launch')).toBeVisible();
	await page.reload();
	await expect(date).toHaveValue('2027-02-10');
});

test('a later date that makes nothing overdue is saved at once', async ({ page }) => {
	await withProject(page, { start: '2026-12-20' });
	await page.goto('/board/');
	await launchDate(page).fill('2027-09-01');
	await expect(page.locator('pb-launch').getByText('224 days to launch')).toBeVisible();
});

test('a launch date with a part missing is not taken for none', async ({ page }) => {
	await withProject(page, { start: today });
	await page.goto('/board/');
	await launchDate(page).focus();
	await page.keyboard.press('Backspace');
	await expect(launchDate(page)).toHaveValue('');
	await expect(page.locator('pb-launch').getByText('40 days to launch')).toBeVisible();
	await page.keyboard.type('04');
	await expect(page.locator('pb-launch').getByText('71 days to launch')).toBeVisible();
	await page.reload();
	await expect(launchDate(page)).toHaveValue('2027-04-01');
});

test('what was ticked on the board of one project leaves the lists of another alone', async ({
	page,
}) => {
	await withProject(page);
	await page.clock.setFixedTime('2027-02-20T10:00:00');
	await page.goto('/board/');
	const overdue = list(page, 'Overdue');
	const first = overdue.getByRole('checkbox').first();
	const box = overdue.locator(`[data-tick="${await first.getAttribute('data-tick')}"]`);
	await box.press('Space');
	await expect(box).toBeChecked();
	await page.locator('.project-bar button').click();
	await page.getByRole('button', { name: 'Duplicate: Spring launch' }).click();
	await expect(page.locator('#pb-project')).toContainText('copy');
	await expect(box).toHaveCount(0);
});

test('dates on a weekend move to the working day before, everywhere', async ({ page }) => {
	await withProject(page);
	await page.goto('/board/');
	await page.getByLabel(/weekend/).check();
	await page.goto('/checklists/');
	const dates = await page.locator('.item-due').allTextContents();
	expect(dates.length).toBeGreaterThan(300);
	expect(dates.filter((text) => /^(Sat|Sun)/.test(text))).toEqual([]);
});

for (const { language, prefix } of languages)
	for (const format of ['A4', 'Letter'] as const)
		test(`${language}: one page on ${format} for the steering meeting`, async ({ page }) => {
			// The longest board there can be: every other item blocked, everything late, nobody named.
			const why = 'The supplier has not answered the second letter either. '.repeat(4);
			const every = (await itemsOf(page)).filter((_, i) => i % 2 === 0);
			const items = Object.fromEntries(every.map(({ id }) => [id, { is: 'blocked', why }]));
			await withProject(page, { start: '2026-01-01', launch: '2027-02-01', items });
			await page.goto(`${prefix}/board/`);
			await expect(page.locator('[data-tally=blocked] b')).toHaveText(String(every.length));
			expect(info(await print(page, format))['Pages']).toBe('1');
		});

for (const format of ['A4', 'Letter'] as const)
	test(`on ${format} reasons and dates stand whole, and a late start has its list`, async ({
		page,
	}) => {
		const why = 'Not delivered; the supplier confirmed by phone that they come on 29 January';
		const items = { 'wh-print-stress-hour': { is: 'blocked', why, waitsFor: 'it' } };
		await withProject(page, { start: '2027-01-15', items });
		await page.goto('/board/');
		await expect(page.locator('[data-tally=blocked] b')).toHaveText('1');
		const pdf = await print(page, format);
		expect(info(pdf)['Pages']).toBe('1');
		const [sheet = ''] = pages(pdf);
		expect(sheet).toContain(squeeze(`${why} · waits for IT`));
		expect(sheet).toContain(squeeze('Launch Mon, Mar 1, 2027 · As of Wed, Jan 20, 2027'));
		expect(sheet).not.toContain('…');
		const confirm = list(page, 'Should already be true').getByRole('checkbox').first();
		const title = await confirm.locator('xpath=following-sibling::span').textContent();
		expect(sheet).toContain(squeeze(title ?? 'none'));
	});

test('fits a narrow phone and a large one', async ({ page }) => {
	await withProject(page, { items: blocked });
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/zh-cn/board/');
		await expect(page.locator('[data-tally=blocked] b')).toHaveText('1');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			width,
		);
	}
});

for (const [state, given, first] of [
	['late', { start: '2026-01-01', items: blocked }, 'overdue'],
	['blocked', { start: '2027-01-20', items: blocked }, 'blocked'],
	['next', { start: '2027-01-20' }, 'next'],
] as const)
	test(`beside the picture stands what is ${state}, in sight without scrolling`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 1366, height: 768 });
		await withProject(page, given);
		await page.goto('/board/');
		await expect(page.locator('[data-tally=blocked] b')).not.toHaveText('–');
		const row = page.locator('.board-side .board-row').first();
		await expect(row).toBeInViewport({ ratio: 1 });
		await expect(row.locator('xpath=ancestor::section')).toHaveAttribute('data-part', first);
		const picture = await page.locator('.board-matrix').boundingBox();
		expect((await row.boundingBox())?.x).toBeGreaterThan(
			(picture?.x ?? 0) + (picture?.width ?? Infinity),
		);
	});

test('on a phone the picture names every team, in even rows', async ({ page }) => {
	await withProject(page, { start: '2026-01-01', items: blocked });
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/board/');
		await expect(page.locator('.cell .flag-blocked').first()).toBeVisible();
		const rows = page.locator('.board-matrix tbody tr');
		await expect(rows.filter({ visible: true })).toHaveCount(12);
		const name = await rows
			.getByRole('link', { name: 'Customer service', exact: true })
			.boundingBox();
		expect(name?.width).toBeGreaterThan(60);
		const heights = await rows.evaluateAll((all) => all.map((row) => row.clientHeight));
		expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(1);
		// No word of the head breaks within.
		const heads = page.locator('.board-matrix thead th:not(:first-child, :last-child)');
		for (const head of await heads.all())
			expect((await head.boundingBox())?.height).toBeLessThan(36);
	}
});

test('on a phone the names of the figures begin in one line', async ({ page }) => {
	await withProject(page, { items: blocked });
	await page.setViewportSize({ width: 390, height: 800 });
	await page.goto('/board/');
	await expect(page.locator('[data-tally=unowned] b')).toHaveText(/\d{3}/);
	const names = await page.locator('.tallies span').all();
	const lefts = await Promise.all(names.map(async (name) => (await name.boundingBox())?.x));
	expect(new Set(lefts).size).toBe(1);
});

test('nothing on a full board is out of reach for anybody', async ({ page }) => {
	test.slow();
	await withProject(page, { start: '2027-01-05', items: blocked });
	for (const theme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		await page.goto('/board/');
		await expect(page.locator('[data-tally=blocked] b')).toHaveText('1');
		const { violations } = await new AxeBuilder({ page }).include('pb-board').analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the board says what it is and where the lists stand', async ({ page }) => {
		await page.goto('/board/');
		// Playwright finds no text inside noscript, whose contents are there for readers all the same.
		const note = page.locator('pb-board noscript');
		expect(await note.innerText()).toContain('for which it needs JavaScript');
		await expect(note.locator('a[href="/checklists/"]')).toBeVisible();
		await expect(page.getByRole('link', { name: /Warehouse, Prepare/ })).toBeVisible();
	});
});
