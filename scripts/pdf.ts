/**
 * `npm run pdf`: the PDFs that the pages offer, made from the site's own pages with Chromium: one
 * for each team and cross-team list and one of everything, in every language. They go to
 * `public/downloads/`, with a manifest; the site is then built again and links what is there.
 *
 * SITE_URL and BASE_PATH hold as for any build: with SITE_URL the sheets carry the site's address,
 * and links to other pages lead there. CHROMIUM names a browser other than Playwright's own.
 * `--from <folder>` takes a site that is built already and builds nothing.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { contentFiles } from '../src/build/content-files.ts';
import { contentDigest, type Download, type Manifest } from '../src/components/downloads.ts';
import { guides } from '../src/components/guides.ts';
import { readContent } from '../src/model/content.ts';
import type { Playbook, Team } from '../src/model/playbook.ts';
import type { Language } from '../src/model/schema.ts';
import { bindBook, keepOwnLinks, numberContents, type Chapter } from './pdf-book.ts';
import { destinations, pageCount } from './pdf-file.ts';

const { values } = parseArgs({
	options: { from: { type: 'string' }, into: { type: 'string', default: 'public/downloads' } },
});
const into = resolve(values.into);
const base = (process.env['BASE_PATH'] ?? '/').replace(/\/?$/, '/');
const site = process.env['SITE_URL'] ? new URL(process.env['SITE_URL']).origin : null;
const origin = site ?? 'http://playbook.invalid';

await rm(into, { recursive: true, force: true });
const folder = resolve(values.from ?? 'node_modules/.cache/pdf-site');
if (!values.from) execSync(`npx astro build --outDir "${folder}"`, { stdio: 'inherit' });
const { playbook, problems } = readContent(await contentFiles(process.cwd()));
if (!playbook) throw new Error(`The content has ${problems.length} errors: run npm run check.`);

await mkdir(into, { recursive: true });
const files = await printAll(playbook);
const manifest: Manifest = { content: contentDigest(), files };
await writeFile(join(into, 'manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
console.log(
	`${files.length} PDFs, ${files.reduce((sum, { pages }) => sum + pages, 0)} pages: ${into}`,
);
if (!values.from) execSync('npx astro build', { stdio: 'inherit' });

async function printAll(playbook: Playbook): Promise<Download[]> {
	const executablePath = [process.env['CHROMIUM'], chromium.executablePath(), '/usr/bin/chromium']
		.filter((path) => path !== undefined)
		.find(existsSync);
	if (!executablePath)
		throw new Error('No Chromium: npx playwright install chromium, or set CHROMIUM.');
	const browser = await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu'],
	});
	try {
		const files: Download[] = [];
		for (const language of playbook.languages) {
			const context = await browser.newContext({ locale: language.id });
			await serve(context);
			// What a page says of the browser it is printed in is nobody else's: day, project, address.
			await context.addInitScript(() =>
				addEventListener('beforeprint', (event) => event.stopImmediatePropagation()),
			);
			const page = await context.newPage();
			for (const team of playbook.teams)
				files.push(await printTeam(page, playbook, team, language));
			files.push(await printBook(page, playbook, language));
			await context.close();
		}
		return files;
	} finally {
		await browser.close();
	}
}

/** Answers every request from the built site; nothing goes to a network. */
async function serve(context: BrowserContext): Promise<void> {
	await context.route('**/*', async (route) => {
		const { origin: asked, pathname } = new URL(route.request().url());
		const path = decodeURIComponent(pathname.slice(base.length - 1));
		const file = join(folder, extname(path) ? path : join(path, 'index.html'));
		if (asked !== origin || !existsSync(file)) return route.abort();
		return route.fulfill({ path: file });
	});
}

async function printTeam(
	page: Page,
	playbook: Playbook,
	team: Team,
	language: Language,
): Promise<Download> {
	await open(page, language, pathOf(team));
	await page.evaluate(keepOwnLinks, site !== null);
	if (site) {
		// At the sign that somebody will print, the page draws its code.
		await page.keyboard.press('Control');
		await page.locator('.page-code svg').waitFor({ state: 'attached' });
	}
	return save(await toPdf(page), `${playbook.id}-${team.id}-${language.id}`, team.id, language);
}

/**
 * The whole book is one page put together from all the others. It is printed twice: only the first
 * print tells on which pages the chapters begin.
 */
async function printBook(page: Page, playbook: Playbook, language: Language): Promise<Download> {
	await open(page, language, '/');
	const words = JSON.parse(await readFile(`content/i18n/${language.id}.json`, 'utf8')) as Record<
		string,
		string
	>;
	const version = words['footer.version']?.replace('{version}', playbook.version) ?? '';
	await page.evaluate(bindBook, {
		title: playbook.title[language.id] ?? '',
		summary: playbook.summary[language.id] ?? '',
		facts: [version, words['footer.licence'] ?? '', site ? new URL(site).host + base : ''],
		contents: words['print.contents'] ?? '',
		chapters: chaptersOf(playbook, language),
	});
	await page.evaluate(keepOwnLinks, site !== null);
	const first = destinations(await toPdf(page), 'chapter-');
	await page.evaluate(numberContents, Object.fromEntries(first));
	const pdf = await toPdf(page);
	const second = destinations(pdf, 'chapter-');
	if (first.size === 0 || [...first].some(([chapter, no]) => second.get(chapter) !== no))
		throw new Error('The page numbers of the contents moved while they were written.');
	return save(pdf, `${playbook.id}-${language.id}`, null, language);
}

function chaptersOf(playbook: Playbook, language: Language): Chapter[] {
	const lists = playbook.teams.filter(({ kind }) => kind === 'cross-team').map(pathOf);
	const guide = guides.map((name) => `/guides/${name}/`);
	const last = ['/guides/sources/', '/guides/glossary/'];
	const before = ['/guides/where-to-start/', '/guides/choose-your-teams/', '/guides/onboarding/'];
	const teams = playbook.teams.filter(({ kind }) => kind === 'team').map(pathOf);
	const paths = new Set([
		...before,
		'/teams/',
		...teams,
		...guide.filter((path) => !last.includes(path)),
		...lists,
		...last,
	]);
	return [...paths].map((path) => ({
		id: `chapter-${path.split('/').at(-2) ?? ''}`,
		path: base.slice(0, -1) + prefix(language) + path,
	}));
}

async function open(page: Page, language: Language, path: string): Promise<void> {
	const response = await page.goto(origin + base.slice(0, -1) + prefix(language) + path);
	if (!response?.ok()) throw new Error(`The built site has no page ${path}.`);
}

function toPdf(page: Page): Promise<Buffer> {
	return page.pdf({ format: 'A4', printBackground: false, tagged: true, outline: true });
}

async function save(
	pdf: Buffer,
	name: string,
	team: string | null,
	language: Language,
): Promise<Download> {
	const file = `${name}.pdf`;
	await writeFile(join(into, file), pdf);
	return { file, language: language.id, team, pages: pageCount(pdf), bytes: pdf.length };
}

function prefix({ path }: Language): string {
	return path ? `/${path}` : '';
}

function pathOf(team: Team): string {
	if (team.kind === 'team') return `/teams/${team.id}/`;
	return `/guides/${team.id === 'team-setup' ? 'choose-your-teams' : team.id}/`;
}
