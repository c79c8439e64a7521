import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../site/chromium.ts';
import type { Engine, Starter } from './engine.ts';

const firefoxPath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** Chromium over its own protocol. */
export const chromium: Starter = {
	name: 'Chromium',
	install: 'npm run setup',
	isHere: () => findChromium() !== undefined,
	start: async () =>
		engine(
			await launch({
				executablePath: findChromium() ?? '',
				args: chromiumArguments,
				headless: true,
			}),
		),
};

/** Firefox over WebDriver BiDi. */
export const firefox: Starter = {
	name: 'Firefox',
	install: 'apt-get install firefox-esr',
	isHere: () => firefoxPath !== undefined,
	start: async () =>
		engine(await launch({ browser: 'firefox', executablePath: firefoxPath ?? '', headless: true })),
};

async function engine(browser: Browser): Promise<Engine> {
	const page = await browser.newPage();
	await page.setViewport({ width: 1280, height: 900 });
	return {
		name: await browser.version(),
		// A page is left when it rests: what is cut off on the way out would look like an error.
		async go(url) {
			await page.waitForNetworkIdle();
			await page.goto(url);
		},
		async reload() {
			await page.waitForNetworkIdle();
			await page.reload();
		},
		click: (selector) => page.locator(selector).click(),
		type: async (selector, text) => {
			await page.waitForSelector(selector, { visible: true });
			await page.type(selector, text);
		},
		choose: async (selector, path) => {
			const field = await page.waitForSelector(selector);
			await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
		},
		read: async <T>(expression: string) => (await page.evaluate(expression)) as T,
		stop: () => browser.close(),
	};
}
