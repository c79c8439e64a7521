import type { Page } from '@playwright/test';
import { expect, holdBack, languages, test } from './fixtures.ts';
import { codeOn, info, pages, Picture, placesOf, print, squeeze, type Format } from './paper.ts';

interface TableItem {
	id: string;
	no: string;
	team: string;
	level: string;
	title: string;
	doneWhen: string;
}

const formats: Format[] = ['A4', 'Letter'];

async function itemsOf(page: Page, language: string, team: string): Promise<TableItem[]> {
	const response = await page.request.get(`/api/items.${language}.json`);
	const { items } = (await response.json()) as { items: TableItem[] };
	return items.filter((item) => item.team === team);
}

/** Opens the print page and waits until its sheets are complete. */
async function openSheets(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.locator('.sheet:visible .sheet-code svg').first()).toBeAttached();
}

/** A project with these states, as another visit left it. */
async function withProject(page: Page, states: Record<string, object>): Promise<void> {
	const stamp = [1, 'test'];
	const items = Object.fromEntries(
		Object.entries(states).map(([id, status]) => [id, { status: [{ rev: 1, ...status }, stamp] }]),
	);
	const project = {
		format: 'commerce-team-playbook/project',
		version: 1,
		id: 'p1',
		playbook: 'commerce-teams',
		name: ['Spring launch', stamp],
		launch: ['2027-03-01', stamp],
		items,
	};
	await page.addInitScript((text) => {
		localStorage.setItem('/commerce-teams:index', '{"current":"p1","projects":["p1"]}');
		localStorage.setItem('/commerce-teams:project:p1', text);
	}, JSON.stringify(project));
}

for (const { language, prefix } of languages)
	for (const format of formats)
		test(`${language}, ${format}: a printed list is whole, numbered and signed`, async ({
			page,
			baseURL,
		}) => {
			await openSheets(page, `${prefix}/print/?teams=warehouse`);
			const items = await itemsOf(page, language, 'warehouse');
			const pdf = await print(page, format);
			const printed = pages(pdf);
			expect(info(pdf)['Page size']).toContain(format === 'A4' ? 'A4' : 'letter');
			// Each item is on one page, from its number to the end of what it is done by.
			for (const { no, title, doneWhen } of items) {
				const page = placesOf(pdf, no)[0]?.page ?? 0;
				const text = printed[page - 1] ?? '';
				expect(text, no).toContain(squeeze(title + doneWhen));
			}
			const numbers = language === 'en' ? /Page(\d+)of(\d+)/ : /第(\d+)页,共(\d+)页/;
			expect(printed.map((text) => numbers.exec(text)?.slice(1))).toEqual(
				printed.map((_, i) => [`${i + 1}`, `${printed.length}`]),
			);
			const whole = printed.join('');
			const furniture =
				language === 'en'
					? ['Sign-off', 'Signature', 'Playbook', new URL(baseURL ?? '').host]
					: ['签字确认', '签名', '手册', new URL(baseURL ?? '').host];
			for (const text of furniture) expect(whole).toContain(text);
			// Nothing that can only be clicked is on paper.
			const controls =
				language === 'en' ? ['Alllists', 'Allphases', 'Menu'] : ['全部清单', '全部阶段', '菜单'];
			for (const text of controls) expect(whole).not.toContain(text);
		});

for (const { language, prefix } of languages)
	for (const format of formats)
		test(`${language}, ${format}: the essentials of each list fit one sheet`, async ({ page }) => {
			await openSheets(page, `${prefix}/print/?level=essential`);
			const heads = await page.locator('.sheet h2').allTextContents();
			const printed = pages(await print(page, format));
			expect(printed).toHaveLength(heads.length);
			heads.forEach((head, i) => expect(printed[i]).toContain(squeeze(head)));
		});

test('boxes are drawn without background graphics, each state with its own mark', async ({
	page,
}) => {
	await withProject(page, {
		'wh-own-milestones': { is: 'done' },
		'wh-print-stress-hour': { is: 'blocked', why: 'no spare printer' },
		'wh-spare-route': { is: 'doing' },
	});
	await page.emulateMedia({ colorScheme: 'dark' });
	const inkOf = async (query: string) => {
		await openSheets(page, `/print/?teams=warehouse${query}`);
		const pdf = await print(page);
		const ink = (no: string) => {
			const [place] = placesOf(pdf, no);
			if (!place) return { page: 0, frame: 0, inside: 0 };
			const picture = new Picture(pdf, place.page, 200);
			// The box stands before the number, in a column of 6 mm.
			return {
				page: place.page,
				frame: picture.darkness(42, place.y - 3, 13, 16),
				inside: picture.darkness(45.5, place.y + 1.5, 5, 5),
			};
		};
		return {
			ink,
			text: pages(pdf).join(''),
			paper: new Picture(pdf, 1, 50).darkness(0, 0, 40, 40),
		};
	};
	const current = await inkOf('');
	expect(current.paper, 'the dark theme does not reach paper').toBe(0);
	expect(current.ink('W-1').inside, 'a done box is crossed').toBeGreaterThan(0.2);
	expect(current.ink('W-2').frame, 'an open box has a frame').toBeGreaterThan(0.08);
	expect(current.ink('W-2').inside, 'an open box is empty').toBe(0);
	expect(current.ink('W-15').inside, 'a blocked box is marked').toBeGreaterThan(0.05);
	expect(current.text).toContain('Blocked:nospareprinter');
	expect(current.text).toContain('Springlaunch');
	expect(current.text, 'days as the reader writes them').toContain('LaunchMon,Mar1,2027');

	const blank = await inkOf('&boxes=blank');
	for (const no of ['W-1', 'W-15']) expect(blank.ink(no).inside, `${no} is blank`).toBe(0);
	expect(blank.text).not.toContain('nospareprinter');

	const open = await inkOf('&boxes=open');
	expect(open.ink('W-1').page, 'what is done is left out').toBe(0);
	expect(open.ink('W-2').page).toBe(1);
});

for (const { language, prefix } of languages)
	test(`${language}: a photo of the code opens the same list`, async ({ page, baseURL }) => {
		await openSheets(page, `${prefix}/print/?teams=warehouse,launch-day&level=essential`);
		const pdf = await print(page);
		const address = codeOn(pdf, 1);
		expect(address).toBe(`${baseURL}${prefix}/teams/warehouse/`);
		expect(codeOn(pdf, 2)).toBe(`${baseURL}${prefix}/guides/launch-day/#phase-prepare`);
		await page.goto(codeOn(pdf, 2) ?? '');
		await expect(page.locator('#phase-prepare')).toBeInViewport();
	});

test('both languages stand side by side', async ({ page }) => {
	await openSheets(page, '/print/?teams=warehouse&level=essential&languages=en,zh-CN');
	await expect(page.locator('#wh-print-stress-hour .row-title span')).toHaveCount(2);
	const pdf = await print(page, 'Letter');
	const text = pages(pdf).join('');
	const [english, chinese] = await Promise.all([
		itemsOf(page, 'en', 'warehouse'),
		itemsOf(page, 'zh-CN', 'warehouse'),
	]);
	const essential = english.filter(({ level }) => level === 'essential');
	for (const { id, title } of essential) {
		const other = chinese.find((item) => item.id === id)?.title ?? '';
		expect(text).toContain(squeeze(title + other));
	}
	expect(info(pdf)['Pages'], 'two sides of one sheet').toBe('2');
});

test('everything: why, needs and sources of each item, in the language asked for', async ({
	page,
}) => {
	await openSheets(page, '/print/?teams=warehouse&phases=prepare&detail=all&languages=zh-CN');
	await expect(page.locator('#wh-print-stress-hour .row-more dt').first()).toHaveText('为什么');
	const text = pages(await print(page)).join('');
	const response = await page.request.get('/api/details.zh-CN.json');
	const details = (await response.json()) as Record<string, [string, string][]>;
	for (const [label, said] of details['wh-print-stress-hour'] ?? [])
		expect(text, label).toContain(squeeze(said));
});

test('the choice stands in the address, and the address makes the choice', async ({ page }) => {
	await page.goto('/teams/warehouse/');
	await page.getByRole('link', { name: 'Print this list' }).click();
	await expect(page).toHaveURL(/\/print\/\?teams=warehouse$/);
	await expect(page.getByRole('status').filter({ hasText: 'items to print' })).toHaveText(
		'30 items to print',
	);
	await page.getByRole('checkbox', { name: 'Finance' }).check();
	await page.getByRole('combobox', { name: 'Boxes', exact: true }).selectOption('Blank');
	await page.getByRole('combobox', { name: 'Items', exact: true }).selectOption('Essential only');
	await expect(page).toHaveURL(/\?teams=warehouse,finance&level=essential&boxes=blank$/);
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'All lists' })).not.toBeChecked();
	await expect(page.locator('.sheet:visible')).toHaveCount(2);
	await page.getByRole('checkbox', { name: 'All lists' }).check();
	await expect(page).toHaveURL(/\/print\/\?level=essential&boxes=blank$/);
	await expect(page.locator('.sheet:visible')).toHaveCount(12);
});

test('a language that was given up is not shown when it comes', async ({ page }) => {
	await openSheets(page, '/print/?teams=it');
	const release = await holdBack(page, '**/api/items.zh-CN.json');
	const languages = page.locator('select[name=languages]');
	const asked = page.waitForRequest('**/api/items.zh-CN.json');
	await languages.selectOption('zh-CN');
	await asked;
	await languages.selectOption('');
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.locator('.sheet:visible h2').first()).toHaveText(/[a-z]/);
	await expect(page.locator('.sheet:visible')).not.toContainText(/\p{Script=Han}{4}/u);
});

test('what is chosen before the scripts come is chosen', async ({ page }) => {
	const release = await holdBack(page, /_astro\/(?!core).*\.js$/);
	await page.goto('/print/', { waitUntil: 'commit' });
	await page.locator('input[name=teams][value=warehouse]').check();
	release();
	await expect(page).toHaveURL(/\/print\/\?teams=warehouse$/);
	await expect(page.locator('.sheet:visible')).toHaveCount(1);
	await expect(page.locator('input[name=teams][value=""]')).not.toBeChecked();
});

test('what the project leaves out is not printed', async ({ page }) => {
	await withProject(page, { 'wh-own-milestones': { is: 'done' } });
	await page.addInitScript(() => {
		const key = '/commerce-teams:project:p1';
		const project = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
		const scope = { teams: { finance: [false, [1, 'test']] }, level: ['essential', [1, 'test']] };
		localStorage.setItem(key, JSON.stringify({ ...project, ...scope }));
	});
	await page.goto('/print/?teams=finance,warehouse');
	await expect(page.locator('.sheet:visible h2')).toHaveText(['Warehouse and fulfilment']);
	await expect(page.locator('.sheet:visible .item:visible')).toHaveCount(10);
});

for (const { language, prefix } of languages)
	test(`${language}: a team's page prints whole, tagged, with what was folded`, async ({
		page,
	}) => {
		await page.goto(`${prefix}/teams/warehouse/`);
		const pdf = await print(page);
		expect(info(pdf)['Tagged']).toBe('yes');
		expect(pdf.toString('latin1')).toContain('/Type /Outlines');
		const printed = pages(pdf);
		const response = await page.request.get(`/api/details.${language}.json`);
		const details = (await response.json()) as Record<string, [string, string][]>;
		for (const { id, no, doneWhen } of await itemsOf(page, language, 'warehouse')) {
			// The page's head names the first and the last number too.
			const text = printed[(placesOf(pdf, no).at(-1)?.page ?? 0) - 1] ?? '';
			const why = details[id]?.find(([label]) => label === 'item.why')?.[1] ?? '';
			expect(text, no).toContain(squeeze(doneWhen));
			expect(text, no).toContain(squeeze(why));
		}
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('every item prints', async ({ page }) => {
		const response = await page.request.get('/api/items.en.json');
		const { items } = (await response.json()) as { items: TableItem[] };
		await page.goto('/print/');
		const text = pages(await print(page)).join('');
		for (const { no, title } of items) {
			expect(text).toContain(no);
			expect(text).toContain(squeeze(title));
		}
	});
});
