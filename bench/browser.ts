import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../tests/site/chromium.ts';
import type { host } from './host.ts';
import { median, middle } from './middle.ts';
import type { System } from './project.ts';

type Host = Awaited<ReturnType<typeof host>>;

export interface Load {
	/** KB by kind, as sent, until two seconds of rest. The service worker's own fetches are apart. */
	kinds: Record<string, number>;
	total: number;
	requests: number;
	nodes: number;
}
export interface Paint {
	fcp: number;
	lcp: number;
	/** Time of tasks over 50 ms above those 50 ms. */
	blocked: number;
	shift: number;
}

export function openBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	return chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: chromiumArguments,
	});
}

async function freshPage(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		serviceWorkers: 'block',
	});
	const page = await context.newPage();
	return { page, cdp: await context.newCDPSession(page) };
}

/** What a first visit to a page fetches. */
export async function measureLoad(browser: Browser, site: Host, address: string): Promise<Load> {
	const { page } = await freshPage(browser);
	site.sent.length = 0;
	await page.goto(site.url + address, { waitUntil: 'networkidle' });
	await page.waitForTimeout(2000);
	const kinds: Record<string, number> = {};
	for (const { kind, bytes } of site.sent) kinds[kind] = (kinds[kind] ?? 0) + bytes / 1024;
	const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
	const requests = site.sent.length;
	await page.context().close();
	return { kinds, total: Object.values(kinds).reduce((a, b) => a + b, 0), requests, nodes };
}

/** One first paint at a quarter of the processor, 1.6 Mbit/s and 150 ms. */
export async function measurePaint(browser: Browser, site: Host, address: string): Promise<Paint> {
	const { page, cdp } = await freshPage(browser);
	await cdp.send('Network.enable');
	const speed = (1.6 * 1024 * 1024) / 8;
	const line = { latency: 150, downloadThroughput: speed, uploadThroughput: speed };
	await cdp.send('Network.emulateNetworkConditions', { offline: false, ...line });
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.addInitScript(() => {
		const seen = { lcp: 0, blocked: 0, shift: 0 };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.lcp = entry.startTime;
		}).observe({ type: 'largest-contentful-paint', buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50);
		}).observe({ type: 'longtask', buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				seen.shift += (entry as PerformanceEntry & { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(site.url + address, { waitUntil: 'networkidle' });
	await page.waitForTimeout(500);
	const paint = await page.evaluate(() => ({
		fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
		...(window as unknown as { seen: Omit<Paint, 'fcp'> }).seen,
	}));
	await page.context().close();
	return paint;
}

export const middlePaint = (all: readonly Paint[]): Paint =>
	middle(all, ['fcp', 'lcp', 'blocked', 'shift']);

export interface Ticks {
	/** Milliseconds, a first tick for each visit. */
	firsts: number[];
	/** The middle, and the slowest, of the ticks after it in all visits. */
	median: number;
	max: number;
	/** What ticking fetched. */
	scripts: string[];
	/** The middle where the page's scripts are held back: what the browser needs by itself. */
	bare: number;
}

/** From a click on a box to the end of the next frame, at a quarter of the processor. */
export async function measureTicks(
	browser: Browser,
	site: Host,
	address: string,
	visits = 9,
): Promise<Ticks> {
	const firsts: number[] = [];
	const others: number[] = [];
	const bare: number[] = [];
	const scripts = new Set<string>();
	for (let i = 0; i < visits; i += 1) {
		const [first = 0, ...rest] = await tickBoxes(browser, site, address);
		firsts.push(first);
		others.push(...rest);
		for (const { kind, path } of site.sent) if (kind === 'js') scripts.add(path);
		bare.push(...(await tickBoxes(browser, site, address, true)));
	}
	return {
		firsts,
		median: median(others),
		max: Math.max(...others),
		scripts: [...scripts],
		bare: median(bare),
	};
}

/** One visit that ticks boxes all over the page; a new page has nothing compiled yet. */
async function tickBoxes(browser: Browser, site: Host, address: string, isBare = false) {
	const { page, cdp } = await freshPage(browser);
	if (isBare) await page.route('**/*.js', (route) => route.abort());
	await page.goto(site.url + address, { waitUntil: 'networkidle' });
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	site.sent.length = 0;
	const times = await page.evaluate(async () => {
		const count = 10;
		const boxes = [...document.querySelectorAll<HTMLInputElement>('.item input[type=checkbox]')];
		const frame = () =>
			new Promise<void>((resolve) =>
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve();
					port2.postMessage(0);
				}),
			);
		// What measures is itself compiled before it does.
		performance.now();
		await frame();
		const found: number[] = [];
		for (let i = 0; i < count; i += 1) {
			const box = boxes[Math.floor((i * boxes.length) / count)];
			box?.scrollIntoView({ block: 'center', behavior: 'instant' });
			await new Promise((resolve) => setTimeout(resolve, 400));
			const start = performance.now();
			box?.click();
			await frame();
			found.push(performance.now() - start);
		}
		return found;
	});
	await page.context().close();
	return times;
}

/** A first search, typed at once after `pause` ms: KB after opening, and ms from typing to a result. */
export async function measureSearch(
	browser: Browser,
	site: Host,
	{ search }: System,
	address: string,
	{ query = 'migration', pause = 500, runs = 3 } = {},
) {
	const all: { bytes: number; requests: number; time: number }[] = [];
	for (let i = 0; i < runs; i += 1) {
		const { page, cdp } = await freshPage(browser);
		await page.goto(site.url + address, { waitUntil: 'networkidle', timeout: 120_000 });
		await page.waitForTimeout(2000);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		site.sent.length = 0;
		await page.click(search.open);
		await page.waitForTimeout(pause);
		await page.locator(search.box).first().waitFor({ timeout: 60_000 });
		const start = performance.now();
		await page.locator(search.box).first().fill(query);
		await page
			.locator(search.result)
			.filter({ hasText: new RegExp(query, 'i') })
			.first()
			.waitFor({ timeout: 90_000 });
		const time = performance.now() - start;
		const bytes = site.sent.reduce((sum, sent) => sum + sent.bytes, 0) / 1024;
		all.push({ bytes, requests: site.sent.length, time });
		await page.context().close();
	}
	return middle(all, ['bytes', 'requests', 'time']);
}
