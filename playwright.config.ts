import { defineConfig } from '@playwright/test';

const port = Number(process.env['PLAYWRIGHT_PORT'] ?? 4329);
const dist = process.env['PLAYWRIGHT_DIST'] ?? 'dist';

export default defineConfig({
	testDir: 'tests/site',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env['CI']),
	timeout: 45_000,
	reporter: process.env['CI'] ? [['line'], ['json', { outputFile: 'test-results/site.json' }]] : 'line',
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: {
			executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
			],
		},
	},
	webServer: {
		command: `node tests/site/serve.ts ${dist} ${port}`,
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
	},
});
