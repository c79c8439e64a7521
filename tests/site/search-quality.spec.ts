// Whether the search finds what people look for: the query set, and recall over all texts.
import { expect, languages, test } from './fixtures.ts';
import { ask, groundTruth, isExpected, landings, querySet } from '../search/ask.ts';

const dist = process.env['PLAYWRIGHT_DIST'] ?? 'dist';

for (const { language, prefix } of languages) {
	test(`what people type lands where they want to go (${language})`, async ({ page }, info) => {
		test.setTimeout(90_000);
		const set = querySet(language);
		expect(set.length).toBeGreaterThanOrEqual(60);
		await page.goto(`${prefix}/search/`);
		const missed: string[] = [];
		for (const { as, type, expect: expected } of set) {
			await ask(page, type);
			const found = await landings(page);
			const at = found.findIndex((href) => isExpected(href, expected));
			if (at < 0 || at > 4)
				missed.push(
					`${as}: “${type}” ${at < 0 ? 'misses' : `at ${at + 1}`}; first ${found.slice(0, 5).join(' ')}`,
				);
		}
		const share = 1 - missed.length / set.length;
		info.annotations.push({ type: 'share', description: share.toFixed(3) });
		console.log(`${language}: ${set.length} queries, ${(100 * share).toFixed(1)} % in the first 5`);
		for (const line of missed) console.log(`  ${line}`);
		expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
	});

	test(`a word of any text finds every item that holds it (${language})`, async ({ page }) => {
		test.setTimeout(90_000);
		await page.goto(`${prefix}/search/?kind=item`);
		let [wanted, got] = [0, 0];
		const lost: string[] = [];
		for (const { word, items } of groundTruth(dist, language, 100)) {
			await ask(page, word);
			const whole = page.locator('.search-results section > button');
			if (await whole.isVisible()) {
				await whole.click();
				await expect(whole).toBeHidden();
			}
			const found = new Set((await landings(page)).map((href) => href.split('#')[1]));
			const missing = items.filter((id) => !found.has(id));
			wanted += items.length;
			got += items.length - missing.length;
			if (missing.length > 0) lost.push(`${word}: ${missing.join(' ')}`);
		}
		console.log(`${language}: recall ${(got / wanted).toFixed(4)} of ${wanted}`);
		for (const line of lost) console.log(`  ${line}`);
		expect(got / wanted, lost.join('\n')).toBeGreaterThanOrEqual(0.98);
	});
}
