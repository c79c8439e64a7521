import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keptFiles, writeRemover, writeWorker } from '../../src/build/offline.ts';
import { box, expect, holdBack, languages, openSearch, test as base } from './fixtures.ts';
import { everyPage } from './pages.ts';
import { openPanel, saveBackup } from './project.ts';
import { serve, type Site } from './server.ts';

const dist = process.env['PLAYWRIGHT_DIST'] ?? 'dist';
const path = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');

/** Each test has its own copy of the built site on its own host, which it may change and stop. */
const test = base.extend<{ folder: string; host: Site }>({
	folder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'playbook-offline-'));
		await cp(dist, folder, { recursive: true });
		await use(folder);
		await rm(folder, { recursive: true });
	},
	host: async ({ folder }, use) => {
		const host = await serve(folder, { base: path });
		await use(host);
		await host.close();
	},
	baseURL: async ({ host }, use) => use(host.url),
});
test.use({ serviceWorkers: 'allow' });

/** Opens a page as a first visitor and waits until the site is kept. */
async function visit(page: Page, to = path): Promise<void> {
	await page.goto(to);
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const cacheNames = (page: Page) => page.evaluate(() => self.caches.keys());

/** Looks for a new version, as the browser does now and then; says what became of it. */
const update = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const next = new Promise<ServiceWorker>((resolve) =>
			registration.addEventListener('updatefound', () =>
				resolve(registration.installing as ServiceWorker),
			),
		);
		await registration.update();
		const worker = await next;
		return new Promise<ServiceWorkerState>((resolve) => {
			const look = () => worker.state !== 'installing' && resolve(worker.state);
			worker.addEventListener('statechange', look);
			look();
		});
	});

/** The version of a page that follows the built one: its heading says that it is new. */
async function changePage(folder: string, page: string): Promise<void> {
	const file = join(folder, page, 'index.html');
	await writeFile(file, (await readFile(file, 'utf8')).replace('<h1', '<h1 data-new'));
	await writeWorker(folder);
}

/** From now on the worker runs where the reader saves data; pages run as before. */
async function saveDataInWorker(folder: string): Promise<void> {
	const file = join(folder, 'service-worker.js');
	const saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
	await writeFile(file, saving + (await readFile(file, 'utf8')));
}

for (const { language, prefix } of languages) {
	const home = path.slice(0, -1) + prefix;
	const words = { en: 'printer', 'zh-CN': '打印机' }[language];

	test(`after one visit the site is read, ticked and searched without a network, ${language}`, async ({
		page,
		host,
	}) => {
		await visit(page, `${home}/`);
		await host.close();

		await page.goto(`${home}/teams/warehouse/`);
		await box(page, 'wh-print-stress-hour').check();
		await page.reload();
		await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
		await page
			.getByRole('link', { name: /^(Launch board|上线看板)$/ })
			.first()
			.click();
		await expect(page).toHaveURL(`${home}/board/`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

		await (await openSearch(page)).fill(words);
		const found = page.getByRole('option').filter({ hasText: words }).first();
		await expect(found).toBeVisible();
		await found.click();
		await expect(page).toHaveURL(/\/(teams|guides)\/[a-z-]+\/.*#/);
	});

	test(`the other language and the print page are there without a network, ${language}`, async ({
		page,
		host,
	}) => {
		await visit(page, path);
		await host.close();
		await page.goto(`${home}/guides/launch-day/`);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await page.goto(`${home}/print/`);
		await expect(page.locator('.sheet').first()).toBeVisible();
		expect((await page.pdf()).length).toBeGreaterThan(20_000);
	});
}

for (const { language, prefix } of languages)
	test(
		`every page and all it leads to is there without a network, ${language}`,
		{ tag: '@full' },
		async ({ page, host }) => {
			test.slow();
			await visit(page);
			await host.close();
			const failed: string[] = [];
			page.on('requestfailed', (request) => failed.push(request.url()));
			const isChinese = (address: string) => address.startsWith('/zh-cn/');
			const own = everyPage.filter((address) => isChinese(address) === (prefix !== ''));
			const links = new Set<string>();
			for (const address of own) {
				const response = await page.goto(path + address.slice(1), { waitUntil: 'networkidle' });
				expect(response?.status(), address).toBe(200);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				const hrefs = await page
					.locator('a[href]')
					.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
				for (const href of hrefs) links.add(href.replace(/#.*/, ''));
			}
			// PDFs are downloads, and other sites need the network.
			const here = [...links].filter(
				(href) => href.startsWith(`${host.url}${path}`) && !href.endsWith('.pdf'),
			);
			expect(here.length).toBeGreaterThan(own.length);
			const absent = await page.evaluate(async (hrefs) => {
				const found = hrefs.map((href) =>
					fetch(href).then(
						({ ok }) => ok || href,
						() => href,
					),
				);
				return (await Promise.all(found)).filter((one) => one !== true);
			}, here);
			expect(absent).toEqual([]);
			expect(failed).toEqual([]);
		},
	);

test('items are set, exported and saved as a file without a network', async ({ page, host }) => {
	await visit(page);
	await host.close();
	await page.goto(`${path}teams/warehouse/`);
	const panel = await openPanel(page, 'wh-print-stress-hour');
	await panel.getByLabel('Blocked').check();
	await panel.getByLabel('Owner').fill('Kim');
	await panel.getByLabel('Owner').blur();
	await expect(panel.getByRole('status')).toHaveText('Owner: kept in this browser.');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /take it to a tracker or calendar/ }).click();
	for (const [name, file] of [
		['Table (CSV)', /\.csv$/],
		['Task list (Markdown)', /\.md$/],
		['todo.txt', /\.txt$/],
	] as const) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(file);
		expect(await readFile(await download.path(), 'utf8')).toContain('W-15');
	}
	await page.getByRole('button', { name: 'Calendar (ICS)' }).click();
	await expect(page.getByText('set the launch date first')).toBeVisible();
	await page.goto(`${path}board/`);
	expect(await saveBackup(page)).toContain('"Kim"');
});

test('addresses answer offline as they do on the host', async ({ page, host }) => {
	await visit(page);
	await host.close();
	await page.goto(`${path}zh-cn/teams/it?from=mail#it-x`);
	await expect(page).toHaveURL(`${path}zh-cn/teams/it/?from=mail#it-x`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const missing = await page.goto(`${path}teams/nobody/`);
	expect(missing?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('没有这个页面');
});

test('a new version fetches only what changed and waits to be taken', async ({
	page,
	folder,
	host,
}) => {
	await visit(page);
	const before = await cacheNames(page);
	await changePage(folder, 'guides/launch-day');
	host.asked.length = 0;

	await page.goto(`${path}teams/warehouse/`);
	const take = page.getByRole('button', { name: 'Use it now' });
	await expect(take).toBeVisible();
	expect(host.asked.filter((asked) => !asked.endsWith('service-worker.js'))).toEqual([
		`${path}guides/launch-day/`,
	]);
	// Nobody is interrupted: ticks go on, and no page is of two versions.
	await box(page, 'wh-print-stress-hour').check();
	await page.goto(`${path}guides/launch-day/`);
	await expect(page.locator('h1[data-new]')).toHaveCount(0);
	await expect(take).toBeVisible();

	await take.click();
	await expect(page.locator('h1[data-new]')).toBeVisible();
	await page.goto(`${path}teams/warehouse/`);
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
	await expect(take).toHaveCount(0);
	const after = await cacheNames(page);
	expect(after).toHaveLength(1);
	expect(after).not.toEqual(before);
});

test('a new version that one tab takes leaves the other as it is', async ({
	page,
	context,
	folder,
}) => {
	await visit(page, `${path}teams/warehouse/`);
	const before = await cacheNames(page);
	const panel = await openPanel(page, 'wh-print-stress-hour');
	const note = panel.getByLabel('New note');
	await note.pressSequentially('Call ');
	const left: string[] = [];
	page.on('framenavigated', (frame) => left.push(frame.url()));

	await changePage(folder, 'guides/launch-day');
	const other = await context.newPage();
	await other.goto(`${path}guides/launch-day/`);
	await expect(other.locator('h1:not([data-new])')).toBeVisible();
	await other.getByRole('button', { name: 'Use it now' }).click();
	await expect(other.locator('h1[data-new]')).toBeVisible();
	await expect.poll(() => cacheNames(other)).not.toContain(before[0]);

	await page.bringToFront();
	await expect(note).toBeFocused();
	await page.keyboard.type('them');
	await expect(note).toHaveValue('Call them');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await page.keyboard.press('Escape');
	await box(page, 'wh-print-stress-hour').check();
	await expect(page.locator('.team-facts output')).toHaveText('1 of 30 done');
	expect(left).toEqual([]);
});

test('word of a new version takes neither the focus nor what is being typed', async ({
	page,
	folder,
}) => {
	await visit(page, `${path}checklists/`);
	const search = page.locator('input[name=q]');
	await search.pressSequentially('prin');
	await changePage(folder, 'teams/warehouse');
	expect(await update(page)).toBe('installed');
	const take = page.getByRole('button', { name: 'Use it now' });
	await expect(take).toBeVisible();
	await expect(search).toBeFocused();
	await page.keyboard.type('ter');
	await expect(search).toHaveValue('printer');
	await expect(take).toBeVisible();
});

test('a new version waits for an open dialog, and what is half written in it', async ({
	page,
	folder,
}) => {
	await visit(page, `${path}teams/warehouse/`);
	const panel = await openPanel(page, 'wh-print-stress-hour');
	const note = panel.getByLabel('New note');
	await note.pressSequentially('Call ');
	await changePage(folder, 'teams/warehouse');
	expect(await update(page)).toBe('installed');
	// Longer than word of it takes.
	await page.evaluate(
		() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))),
	);
	const take = page.getByRole('button', { name: 'Use it now' });
	await expect(take).toHaveCount(0);
	await expect(note).toBeFocused();
	await page.keyboard.type('them');
	await panel.getByRole('button', { name: 'Add note' }).click();
	await expect(panel.locator('.notes p')).toHaveText('Call them');
	await page.keyboard.press('Escape');
	await take.click();
	await expect(page.locator('h1[data-new]')).toBeVisible();
	await openPanel(page, 'wh-print-stress-hour');
	await expect(panel.locator('.notes p')).toHaveText('Call them');
});

test('a page open since the version before still gets its own parts', async ({
	page,
	context,
	folder,
}) => {
	await visit(page, `${path}teams/warehouse/`);
	const panel = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const keys = await (await caches.open(name)).keys();
		return new URL(keys.find(({ url }) => /_astro\/panel\./.test(url))?.url ?? '').pathname;
	});
	const file = panel.slice(path.length);
	await cp(join(folder, file), join(folder, file.replace('panel.', 'panel.new')));
	await rm(join(folder, file));
	await writeWorker(folder);
	const other = await context.newPage();
	await other.goto(path);
	await other.getByRole('button', { name: 'Use it now' }).click();
	await expect(async () => {
		expect(await cacheNames(other)).toContainEqual(expect.stringMatching(/:previous$/));
	}).toPass();

	await page.locator('#wh-print-stress-hour [data-open=item]').click();
	await expect(page.getByRole('dialog')).toBeVisible();
});

test('what a cache on the way holds of the version before is not taken for the new', async ({
	page,
	folder,
}) => {
	await visit(page);
	const before = await cacheNames(page);
	// The list is of the new version, the file still of the one before.
	const stale = join(folder, 'guides/glossary/index.html');
	const html = await readFile(stale, 'utf8');
	await writeFile(stale, `${html}<!-- new -->`);
	await writeWorker(folder);
	await writeFile(stale, html);
	expect(await update(page)).toBe('redundant');
	expect(await cacheNames(page)).toContain(before[0]);
	await page.goto(`${path}guides/glossary/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('two sites on one origin keep to themselves', async ({ page, folder, host }) => {
	const names = ['one', 'two'];
	for (const name of names) {
		await mkdir(join(folder, name));
		await writeFile(join(folder, name, 'index.html'), `<title>${name}</title>`);
		await writeWorker(join(folder, name));
	}
	const keep = async (name: string) => {
		await page.goto(`${path}${name}/`);
		await page.evaluate(async () => {
			await navigator.serviceWorker.register('service-worker.js');
			await navigator.serviceWorker.ready;
		});
	};
	for (const name of names) await keep(name);
	await visit(page);
	await expect.poll(async () => (await cacheNames(page)).length).toBe(3);
	// An update of the one between the others leaves the others alone.
	await writeFile(join(folder, 'one/index.html'), '<title>one, changed</title>');
	await writeWorker(join(folder, 'one'));
	await page.goto(`${path}one/`);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const taken = new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve),
		);
		registration.addEventListener('updatefound', () =>
			registration.installing?.postMessage('skip'),
		);
		await registration.update();
		await taken;
	});
	await expect.poll(async () => (await cacheNames(page)).length).toBe(3);
	await host.close();
	for (const [at, title] of [
		['one/', 'one, changed'],
		['two/', 'two'],
		['', /Playbook/],
	] as const) {
		await page.goto(path + at);
		await expect(page).toHaveTitle(title);
	}
});

test('built with OFFLINE=off it takes away what was kept, and no ticks', async ({
	page,
	folder,
}) => {
	await visit(page, `${path}teams/warehouse/`);
	await box(page, 'wh-print-stress-hour').check();
	await writeRemover(folder);
	await page.reload();
	await expect.poll(() => cacheNames(page)).toEqual([]);
	const left = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
	await expect.poll(left).toBe(0);
	await page.reload();
	await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
});

test('a reader who saves data is not sent the site', async ({ page, host }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
	});
	await page.goto(path, { waitUntil: 'load' });
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	await page.goto(`${path}teams/`);
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	expect(host.asked).not.toContain(`${path}service-worker.js`);
	expect(await cacheNames(page)).toEqual([]);
});

test('a worker that finds that data are saved keeps nothing', async ({ page, folder, host }) => {
	await saveDataInWorker(folder);
	await page.goto(path);
	await expect.poll(() => host.asked).toContain(`${path}service-worker.js`);
	const state = await page.evaluate(async () => {
		const { installing } = await navigator.serviceWorker.register('service-worker.js');
		if (!installing) return 'redundant';
		return new Promise<ServiceWorkerState>((resolve) => {
			const look = () => installing.state !== 'installing' && resolve(installing.state);
			installing.addEventListener('statechange', look);
			look();
		});
	});
	expect(state).toBe('redundant');
	expect(await cacheNames(page)).toEqual([]);
	expect(host.asked).not.toContain(`${path}guides/glossary/`);
});

test('where data are saved by now, the version before is kept and the new one not fetched', async ({
	page,
	folder,
	host,
}) => {
	await visit(page);
	const before = await cacheNames(page);
	await changePage(folder, 'guides/launch-day');
	await saveDataInWorker(folder);
	host.asked.length = 0;
	expect(await update(page)).toBe('redundant');
	expect(new Set(host.asked)).toEqual(new Set([`${path}service-worker.js`]));
	expect(await cacheNames(page)).toEqual(before);
	await host.close();
	await page.goto(`${path}guides/launch-day/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('h1[data-new]')).toHaveCount(0);
});

test('the site is not fetched before the page has loaded', async ({ page, folder, host }) => {
	const home = join(folder, 'index.html');
	const picture = '<img src="late.svg" alt="" />';
	await cp(join(folder, 'favicon.svg'), join(folder, 'late.svg'));
	await writeFile(home, (await readFile(home, 'utf8')).replace('</footer>', `${picture}$&`));
	await writeWorker(folder);
	const release = await holdBack(page, '**/late.svg');
	await page.goto(path, { waitUntil: 'domcontentloaded' });
	// Its scripts have run, and it rests but for the picture.
	await page.evaluate(async () => {
		await customElements.whenDefined('pb-search');
		await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500)));
	});
	expect(host.asked).not.toContain(`${path}service-worker.js`);
	expect(await page.evaluate(() => document.readyState)).toBe('interactive');
	release();
	await expect.poll(() => host.asked).toContain(`${path}service-worker.js`);
});

test('the whole site is kept in 5 MB, without PDFs', async ({ folder }) => {
	await writeFile(join(folder, 'pack.pdf'), 'PDF');
	const { files, left, size } = await keptFiles(folder);
	expect(left).toBe(0);
	expect(size).toBeLessThan(5_000_000);
	const names = files.map(([name]) => name);
	expect(names).toContain('zh-cn/teams/warehouse/');
	expect(names.at(-1)).toBe('api/playbook.json');
	expect(names.filter((name) => /\.pdf$|service-worker/.test(name))).toEqual([]);
	const small = await keptFiles(folder, 1_000_000);
	expect(small.left).toBeGreaterThan(0);
	expect(small.files.map(([name]) => name)).toContain('404.html');
});
