import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/site/chromium.ts';

const port = Number(process.env['PLAYWRIGHT_PORT'] ?? 4329);
const dist = process.env['PLAYWRIGHT_DIST'] ?? 'dist';
/** Where the site stands on its host: `/` or `/some/path/`. */
const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
const executablePath = findChromium();
/** `full`: the tests tagged @full, which visit every page; `sub-path`: what a build for one must hold. */
const scopes: Record<string, RegExp> = { full: /@full/, 'sub-path': /@sub-path|offline\.spec\.ts/ };
const scope = scopes[process.env['PLAYWRIGHT_SCOPE'] ?? ''];
const report = process.env['PLAYWRIGHT_REPORT'];

export default defineConfig({
	testDir: 'tests/site',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env['CI']),
	// Far more than anything takes here: a machine with other work is no reason to fail.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	// CI's machine has other work at times; what needs its second try is named in the log and mended.
	retries: process.env['CI'] ? 1 : 0,
	...(scope ? { grep: scope } : { grepInvert: /@full|@sub-path/ }),
	reporter: report ? [['line'], ['json', { outputFile: report }]] : 'line',
	use: {
		// Each test would fetch the whole site to keep it; offline.spec.ts allows it.
		serviceWorkers: 'block',
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
	},
	webServer: {
		command: `node tests/site/serve.ts ${dist} ${port} ${base}`,
		url: `http://127.0.0.1:${port}${base}`,
		reuseExistingServer: false,
	},
});
