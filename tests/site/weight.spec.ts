import { gzipSync } from 'node:zlib';
import { expect, languages, test } from './fixtures.ts';

const limit = 8 * 1024;

// tests/build/weight.test.ts weighs what a page names; this, what it really asks for.
for (const { language, prefix } of languages)
	test(`${language}: a team's page runs little script until somebody does something`, async ({
		page,
	}) => {
		const files: [string, Promise<Buffer>][] = [];
		page.on('response', (response) => {
			if (response.request().resourceType() === 'script')
				files.push([response.url(), response.body()]);
		});
		await page.goto(`${prefix}/teams/warehouse/`, { waitUntil: 'networkidle' });
		await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(null))));
		await page.waitForLoadState('networkidle');
		const inline = await page
			.locator('script:not([src]):not([type*=json])')
			.evaluateAll((scripts) => scripts.map((script) => script.textContent));
		const weights = await Promise.all(
			files.map(async ([url, body]) => [url, gzipSync(await body, { level: 9 }).length] as const),
		);
		const all = [
			...weights,
			...inline.map((text) => ['inline', gzipSync(text, { level: 9 }).length] as const),
		];
		const sum = all.reduce((total, [, weight]) => total + weight, 0);
		expect(sum, JSON.stringify(all)).toBeLessThanOrEqual(limit);
	});
