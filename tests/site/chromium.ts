import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser for the site tests: the one `CHROMIUM` names, one of the machine, or Playwright's
 * own. Undefined where there is none; `npm run setup` then gets one.
 */
export function findChromium(): string | undefined {
	const named = process.env['CHROMIUM'];
	const places = named ? [named] : [...usual, chromium.executablePath()];
	return places.find(isProgram);
}

/** What it is started with. A container's root may not use Chromium's sandbox. */
export const chromiumArguments: string[] = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
];

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
