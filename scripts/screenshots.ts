// About fifty views of the built site (phone, laptop, wide; light, dark, forced colours; English,
// Chinese; empty, half done; dialogs; print) in screenshots/, with an index.html for whoever looks at
// them. `npm run screenshots -- some/dist board` for a build that stands elsewhere, and only these pages.
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../tests/site/chromium.ts';
import { serve } from '../tests/site/server.ts';

const run = promisify(execFile);
const folder = 'screenshots';
const devices = {
	phone: { width: 390, height: 844 },
	small: { width: 320, height: 700 },
	laptop: { width: 1280, height: 900 },
	wide: { width: 2560, height: 1300 },
} as const;

interface View {
	path: string;
	device: keyof typeof devices;
	theme?: 'light' | 'dark';
	/** With a launch date and every third item ticked. */
	half?: boolean;
	/** What is opened before the picture is taken; the window alone is shown. */
	opened?: 'panel' | 'search' | 'projects' | 'share';
	forced?: true;
	paper?: 'A4' | 'Letter';
	script?: false;
}

const teams = ['/teams/warehouse/', '/teams/executive/'];
const views: View[] = [
	...['', '/zh-cn'].flatMap((language): View[] => [
		...(['phone', 'laptop'] as const).flatMap((device): View[] => [
			{ path: `${language}/`, device },
			{ path: `${language}/`, device, half: true, theme: 'dark' },
			{ path: `${language}/teams/warehouse/`, device, half: true },
			{ path: `${language}/board/`, device, half: true },
			{ path: `${language}/teams/`, device },
		]),
		{ path: `${language}/checklists/`, device: 'laptop', half: true },
		{ path: `${language}/print/?teams=warehouse`, device: 'laptop' },
		{ path: `${language}/print/?teams=warehouse`, device: 'laptop', paper: 'A4', half: true },
		{ path: `${language}/guides/launch-day/`, device: 'laptop' },
		{ path: `${language}/guides/glossary/`, device: 'phone', theme: 'dark' },
		{ path: `${language}/board/`, device: 'laptop', paper: 'Letter', half: true },
		{ path: `${language}/teams/warehouse/`, device: 'phone', opened: 'panel', half: true },
		{ path: `${language}/teams/warehouse/`, device: 'laptop', opened: 'panel', theme: 'dark' },
		{ path: `${language}/`, device: 'laptop', opened: 'search' },
		{ path: `${language}/search/?q=SKU`, device: 'phone' },
	]),
	{ path: '/teams/warehouse/', device: 'laptop', forced: true, half: true },
	{ path: '/board/', device: 'laptop', forced: true, half: true },
	{ path: '/teams/', device: 'laptop', forced: true, theme: 'dark' },
	{ path: '/board/', device: 'laptop', opened: 'projects', half: true },
	{ path: '/board/', device: 'phone', opened: 'share', half: true, theme: 'dark' },
	{ path: '/board/', device: 'laptop' },
	{ path: '/nothing-here/', device: 'phone' },
	{ path: '/', device: 'wide' },
	{ path: '/teams/warehouse/', device: 'wide', half: true },
	{ path: '/teams/warehouse/', device: 'small' },
	{ path: '/teams/warehouse/', device: 'laptop', script: false },
	...teams.map((path): View => ({ path, device: 'laptop', theme: 'dark', half: true })),
];

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const site = await serve(process.argv[2] ?? 'dist');
const browser = await chromium.launch({
	executablePath: findChromium() ?? chromium.executablePath(),
	args: chromiumArguments,
});
const figures: string[] = [];
const named = process.argv[3] ?? '';
for (const view of views.filter(({ path }) => path.includes(named)))
	figures.push(...(await take(browser, view)));
await browser.close();
await site.close();
const style =
	'body{font:14px sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}img{max-width:480px;border:1px solid #999}';
await writeFile(
	`${folder}/index.html`,
	`<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('\n')}`,
);
console.log(`${figures.length} views in ${folder}/index.html`);

async function take(browser: Browser, view: View): Promise<string[]> {
	const context = await browser.newContext({
		viewport: devices[view.device],
		colorScheme: view.theme ?? 'light',
		javaScriptEnabled: view.script ?? true,
		forcedColors: view.forced ? 'active' : 'none',
	});
	if (view.half) await halfDone(context);
	const page = await context.newPage();
	await page.goto(site.url + view.path);
	await page.waitForLoadState('networkidle');
	if (view.opened) await open(page, view.opened);
	const name = Object.entries(view)
		.map(([key, value]) => (value === true ? key : value === false ? `no-${key}` : String(value)))
		.join('-')
		.replace(/[^a-z0-9]+/gi, '-')
		.replace(/^-|-$/g, '');
	const names = view.paper ? await paper(page, name, view.paper) : [`${name}.png`];
	if (!view.paper) {
		if (!view.opened) await growToPage(page, devices[view.device].width);
		await page.screenshot({ path: `${folder}/${name}.png` });
	}
	await context.close();
	return names.map(
		(file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
	);
}

/** A window as high as the page, since what lies far below a window is not drawn. */
async function growToPage(page: Page, width: number): Promise<void> {
	// What is drawn for the first time may be higher than it was thought to be.
	for (let i = 0; i < 3; i += 1) {
		const height = await page.evaluate(() => document.documentElement.scrollHeight);
		await page.setViewportSize({ width, height });
	}
}

async function open(page: Page, what: NonNullable<View['opened']>): Promise<void> {
	const opener = {
		panel: '#wh-print-stress-hour .item-open',
		search: 'pb-search a',
		projects: '.project-bar button',
		share: '[data-open="share"]',
	}[what];
	await page.locator(opener).click();
	await page.getByRole('dialog').waitFor();
	if (what === 'search') await page.keyboard.type('SKU');
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(500);
}

async function paper(page: Page, name: string, format: string) {
	await page.pdf({ path: `${folder}/${name}.pdf`, format, preferCSSPageSize: false });
	await run('pdftoppm', ['-r', '70', '-png', `${folder}/${name}.pdf`, `${folder}/${name}`]);
	const { stdout } = await run('pdfinfo', [`${folder}/${name}.pdf`]);
	const pages = Number(/Pages:\s+(\d+)/.exec(stdout)?.[1] ?? 1);
	const digits = String(pages).length;
	return Array.from(
		{ length: Math.min(pages, 4) },
		(_, i) => `${name}-${String(i + 1).padStart(digits, '0')}.png`,
	);
}

/** A project with a launch in 40 days, every third item done and a few of each other status. */
async function halfDone(context: BrowserContext): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${site.url}/api/items.en.json`);
	await page.evaluate(() => {
		const { items } = JSON.parse(document.body.textContent) as { items: { id: string }[] };
		const at = (value: unknown) => [value, [Date.now(), 'test']];
		const states = ['done', 'todo', 'doing', 'done', 'todo', 'blocked', 'done', 'todo', 'skipped'];
		const launch = new Date(Date.now() + 40 * 864e5).toISOString().slice(0, 10);
		const project = {
			format: 'commerce-team-playbook/project',
			version: 1,
			id: 'half',
			playbook: 'commerce-teams',
			name: at('Spring launch'),
			launch: at(launch),
			items: Object.fromEntries(
				items.map(({ id }, i) => [id, { status: at({ is: states[i % states.length], rev: 1 }) }]),
			),
		};
		localStorage.setItem('/commerce-teams:project:half', JSON.stringify(project));
		localStorage.setItem(
			'/commerce-teams:index',
			JSON.stringify({ current: 'half', projects: ['half'] }),
		);
	});
	await page.close();
}
