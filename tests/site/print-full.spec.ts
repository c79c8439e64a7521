import { execFileSync } from 'node:child_process';
import { readFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, languages, test } from './fixtures.ts';
import { findFirefox, printWithFirefox } from './firefox.ts';
import { info, pages, Picture, placesOf, squeeze } from './paper.ts';

interface Table {
	items: { no: string; team: string; title: string; doneWhen: string }[];
	teams: { id: string }[];
}

test.describe('@full', () => {
	test('npm run pdf makes a file of every list and a book with right page numbers', async ({
		page,
	}) => {
		test.setTimeout(300_000);
		const into = mkdtempSync(join(tmpdir(), 'playbook-pdf-'));
		const from = process.env['PLAYWRIGHT_DIST'] ?? 'dist';
		execFileSync(process.execPath, ['scripts/pdf.ts', '--from', from, '--into', into]);
		const { files } = JSON.parse(readFileSync(join(into, 'manifest.json'), 'utf8')) as {
			files: { file: string; team: string | null; language: string; pages: number }[];
		};
		for (const { language } of languages) {
			const response = await page.request.get(`/api/items.${language}.json`);
			const { items, teams } = (await response.json()) as Table;
			const own = files.filter((file) => file.language === language);
			expect(own.map(({ team }) => team)).toEqual([...teams.map(({ id }) => id), null]);
			for (const { file, team, pages: count } of own) {
				const pdf = readFileSync(join(into, file));
				const raw = pdf.toString('latin1');
				expect(info(pdf), file).toMatchObject({ Tagged: 'yes', Pages: `${count}` });
				expect(raw, 'bookmarks').toContain('/Type /Outlines');
				expect(raw, 'no links to nowhere').not.toMatch(
					/URI \((http:\/\/playbook\.invalid|http:\/\/127)/,
				);
				const printed = pages(pdf);
				const whole = printed.join('');
				for (const item of items)
					if (!team || item.team === team) expect(whole, item.no).toContain(squeeze(item.doneWhen));
				if (team) continue;
				const [, contents = ''] = (printed[1] ?? '').split(/Contents|目录/);
				const lines = [...contents.matchAll(/(\D+)(\d+)/g)];
				expect(lines.length).toBeGreaterThan(teams.length);
				for (const [, name = '', no] of lines)
					expect(printed[Number(no) - 1], `${name} on ${no}`).toContain(name);
			}
		}
	});

	for (const { language, prefix } of languages)
		test(`${language}: Firefox prints a list whole`, async ({ page, baseURL }) => {
			const firefox = findFirefox();
			test.skip(!firefox && !process.env['CI'], 'There is no Firefox here.');
			expect(firefox, 'Firefox is installed where it must be').toBeDefined();
			test.setTimeout(120_000);
			const response = await page.request.get(`/api/items.${language}.json`);
			const { items } = (await response.json()) as Table;
			const url = `${baseURL}${prefix}/print/?teams=warehouse`;
			const ready = "document.querySelector('.sheet:not([hidden]) .sheet-code svg')";
			const pdf = await printWithFirefox(firefox ?? '', url, ready);
			const printed = pages(pdf);
			const pictures = printed.map((_, i) => new Picture(pdf, i + 1, 100));
			for (const { no, title, doneWhen } of items.filter(({ team }) => team === 'warehouse')) {
				// Firefox writes Chinese whose letters are right to the eye but not to be copied.
				const text = language === 'en' ? squeeze(title + doneWhen) : no;
				const sheet = printed.find((sheet) => sheet.includes(text));
				expect(sheet, `${no} is whole, with its number`).toContain(no);
				// So that the letters are there the dots say: beside the number the title, then done-when.
				const place = placesOf(pdf, no)[0] ?? { page: 0, x: 0, y: 0 };
				const picture = pictures[place.page - 1];
				for (const line of [0, 10])
					expect(picture?.darkness(place.x + 37, place.y + line, 60, 10), no).toBeGreaterThan(0.05);
			}
			// It prints nothing in the margins, so each page says in its flow what it is of.
			const { host } = new URL(url);
			for (const text of printed) expect(text).toContain(host);
		});
});
