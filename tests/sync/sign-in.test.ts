/**
 * Ways to sign in, and stores of another origin, in a real browser with a real Apache, under the
 * Content-Security-Policy of the built pages. SHARED_DIST: a build with the stores of apache-config.ts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/progress/json.ts';
import { newProject } from '../../src/progress/new-project.ts';
import { apache, type Store } from './apache.ts';
import { nearSite, otherHost, stores, token } from './apache-config.ts';
import { until } from './client.ts';
import { box, connect, create, inStep, keptIn, openSite, person, type Site } from './people.ts';

const dist = process.env['SHARED_DIST'] ?? '';
const item = 'wh-print-stress-hour';
/** A project that somebody put there. */
const start = canonical(
	newProject({ id: 'p1', playbook: 'commerce-teams', name: 'Spring' }, [1, 'a']),
);

const where = { timeout: 120_000, concurrent: true };
describe.skipIf(!apache || !existsSync(dist))('signing in', where, () => {
	let opened: Site;
	let store: Store;
	let browser: Browser;
	let site: string;
	beforeAll(async () => {
		opened = await openSite(dist);
		({ store, browser, site } = opened);
		const board = readFileSync(join(dist, 'board/index.html'), 'utf8');
		if (!board.includes(`data-stores="${stores}"`))
			throw new Error(`Build it with SHARED_STORES="${stores}".`);
	}, 60_000);
	afterAll(() => opened.close());

	const fileIn = (folder: string, name: string) => join(store.others, folder, name);

	/** A person who ticked one item before anything was shared. */
	const busy = async (at = site, offline = false) => {
		const page = await person(browser, { offline });
		await page.goto(`${at}/teams/warehouse/`);
		await box(page, item).check();
		return page;
	};

	/** Whether two people share a project there, in both directions. */
	const worksBetween = async (ann: Page, ben: Page, file: string) => {
		const site = new URL(ann.url()).origin;
		await until(() => readFileSync(file, 'utf8').includes(item), 60_000);
		await ben.goto(`${site}/teams/warehouse/`);
		expect(await box(ben, item).isChecked()).toBe(true);
		const other = await ben.locator(`.item:visible:not(#${item})`).first().getAttribute('id');
		await box(ben, other ?? '').check();
		await until(() => readFileSync(file, 'utf8').includes(other ?? ''), 60_000);
		await ann.goto(`${site}/teams/warehouse/`);
		await ann.locator(`[id="${other}"] .item-by`, { hasText: 'Ben' }).waitFor();
	};

	// One after the other, with all that a page keeps for offline use.
	describe('by a token', { concurrent: false }, () => {
		const file = () => join(store.files, '../token/launch.json');

		test('lets in who has the right one, and the token goes nowhere else', async () => {
			const ann = await busy(site, true);
			const seen: string[] = [];
			ann.context().on('request', (request) => {
				seen.push(request.url());
				const { authorization } = request.headers();
				if (authorization) seen.push(`sent to ${new URL(request.url()).pathname}`);
			});
			await create(ann, site, '/token/launch.json', { by: 'bearer', token: ` Bearer ${token} ` });
			const ben = await person(browser);
			await connect(ben, site, '/token/launch.json', {
				...{ name: 'Ben', by: 'bearer', token, keep: 'browser' },
			});
			await inStep(ben);
			await worksBetween(ann, ben, file());

			// Ann chose the tab and Ben the browser: it is in the one place and not in the other.
			expect(await keptIn(ann, 'sessionStorage')).toContain(token);
			expect(await keptIn(ann, 'localStorage')).not.toContain(token);
			expect(await keptIn(ben, 'localStorage')).toContain(token);
			expect(await keptIn(ben, 'sessionStorage')).not.toContain(token);
			for (const page of [ann, ben]) expect(await otherStorage(page)).not.toContain(token);
			const tab = await ben.context().newPage();
			await tab.goto(`${site}/board/`);
			await inStep(tab);

			// No file, no link, no address, and nothing on the page has it.
			await ann.goto(`${site}/board/`);
			await inStep(ann);
			expect(await savedBy(ann)).toMatch(/"format": ?"commerce-team-playbook\/project"/);
			expect(await savedBy(ann)).not.toContain(token);
			const invitation = ann.getByRole('button', { name: 'Copy invitation' });
			await invitation.click();
			await ann.getByText('Invitation, without any password').waitFor();
			expect(await ann.content()).not.toContain(token);
			expect(await ann.locator('input[name=token]').inputValue()).toBe('');
			const link = await linkBy(ann);
			expect(link).toContain('#');
			expect(await unpacked(ann, link)).not.toContain(token);
			expect(readFileSync(file(), 'utf8')).not.toContain(token);
			expect(seen.filter((line) => line.includes(token) || line.includes('Bearer'))).toEqual([]);
			const sentTo = new Set(seen.filter((line) => line.startsWith('sent to')));
			expect([...sentTo].sort()).toEqual([
				'sent to /token/launch.json',
				'sent to /token/launch.json.check',
			]);

			// Leaving forgets it.
			await ben.goto(`${site}/board/`);
			await ben.getByRole('button', { name: 'Leave' }).click();
			await ben.locator('dialog').getByRole('button', { name: 'Leave' }).click();
			await ben.getByText('Left. The project stays in this browser.').waitFor();
			expect(await keptIn(ben, 'localStorage')).not.toContain(token);
		});

		test('tells who has a wrong one, keeps nothing of it, and takes the right one', async () => {
			const ann = await person(browser);
			await ann.goto(`${site}/board/`);
			writeFileSync(join(store.files, '../token/wrong.json'), start);
			for (const [typed, words] of [
				['wrong-token', 'The store asks you to sign in.'],
				['', 'Paste the token you were given'],
				['“quoted”', 'This is not a token'],
			] as const) {
				await connect(ann, site, '/token/wrong.json', { by: 'bearer', token: typed });
				await ann.locator('.shared-answer', { hasText: words }).waitFor();
			}
			await connect(ann, site, '/zh-cn/token/../../token/wrong.json', {
				...{ by: 'bearer', token: 'wrong-token', language: 'zh-CN' },
			});
			await ann.locator('.shared-answer', { hasText: '存储要求登录' }).waitFor();
			const kept = (await keptIn(ann, 'localStorage')) + (await keptIn(ann, 'sessionStorage'));
			expect(kept).not.toContain('wrong-token');
			await connect(ann, site, '/token/wrong.json', { by: 'bearer', token });
			await inStep(ann);
			// A token that the store takes back: said at once, asked for the same way, and mended.
			await ann.evaluate(() => {
				for (const [key, value] of Object.entries(sessionStorage))
					if (String(value).startsWith('Bearer')) sessionStorage.setItem(key, 'Bearer revoked');
			});
			await ann.reload();
			await ann.locator('.shared-why', { hasText: 'The store asks you to sign in.' }).waitFor();
			await ann.getByRole('button', { name: 'Sign in' }).click();
			await ann.locator('input[name=token]').fill(token);
			await ann.getByRole('button', { name: 'Connect' }).click();
			await inStep(ann);
		});
	});

	describe('to a store of another origin', () => {
		test.each([
			['team', { by: 'basic' }],
			['token', { by: 'bearer', token }],
			['session', { by: 'session' }],
		] as const)('works where its rules let the site in: %s', async (folder, how) => {
			const at = folder === 'session' ? nearSite(new URL(site).port) : site;
			const [ann, ben] = [await busy(at), await person(browser, { offline: false })];
			const address = `${otherHost}/${folder}/launch.json`;
			if (folder === 'session') {
				await connect(ann, at, address, how);
				await ann.getByText('The store sends us to another address').waitFor();
				// Signed in there, as in another tab.
				for (const page of [ann, ben]) await page.context().addCookies([cookie]);
			}
			await create(ann, at, address, how);
			await connect(ben, at, address, { name: 'Ben', ...how });
			await inStep(ben);
			await worksBetween(ann, ben, fileIn(folder, 'launch.json'));
		});

		test.each([
			['shut', 'its cross-origin rules (CORS) do not let this one in'],
			['blind', 'it must also expose the ETag header'],
			['half', 'its cross-origin rules (CORS) must also allow PUT'],
		])('is told in words where they do not: %s', async (folder, words) => {
			const ann = await busy();
			const file = fileIn(folder, 'launch.json');
			writeFileSync(file, start);
			await connect(ann, site, `${otherHost}/${folder}/launch.json`, { by: 'open' });
			if (folder !== 'shut') {
				// It can be read, so it is joined; what is ticked then cannot go up.
				await ann.locator('.shared-now').waitFor();
				await ann.locator('pb-settings input[name=name]').fill('Autumn');
				await ann.locator('pb-settings input[name=name]').blur();
			}
			await ann.getByText(words).waitFor();
			expect(readFileSync(file, 'utf8')).toBe(start);
		});

		test('that the build does not name is refused, by the form and by the policy', async () => {
			const ann = await busy();
			const refused: string[] = [];
			ann.on('console', (message) => {
				if (/content security policy/i.test(message.text())) refused.push(message.text());
			});
			const asked: string[] = [];
			ann.on('request', (request) => asked.push(request.url()));
			await connect(ann, site, `${otherHost}/unnamed/launch.json`);
			await ann.getByText('This site may not speak with that address').waitFor();
			expect(refused).toEqual([]);
			// Past the form, as for a store that an earlier build named: nothing leaves the page.
			const joined = { address: `${otherHost}/unnamed/launch.json`, signIn: 'open' };
			await ann.evaluate((link) => {
				const key = Object.keys(localStorage).find((name) => name.includes(':project:')) ?? '';
				const kept = { ...link, writer: 'ann', isJoined: true, access: 'write' };
				localStorage.setItem(key.replace(':project:', ':shared:'), JSON.stringify(kept));
			}, joined);
			await ann.reload();
			await ann.getByText('does not let the page speak with that store').waitFor();
			expect(refused.length).toBeGreaterThan(0);
			await ann.goto(`${site}/zh-cn/board/`);
			await ann.getByText('不允许页面连接这个存储').waitFor();
			expect(existsSync(fileIn('unnamed', 'launch.json'))).toBe(false);
			// The policy has each store and not its whole host.
			const policy = ann.locator('meta[http-equiv="content-security-policy"]').first();
			const named = /connect-src ([^;]*)/.exec((await policy.getAttribute('content')) ?? '');
			const others = stores.split(' ').filter((one) => one.startsWith('http'));
			expect(named?.[1]?.split(' ')).toEqual(["'self'", ...others]);
		});

		test('is told in words where the host adds a policy without it', async () => {
			const ann = await person(browser, { offline: false });
			const strict = site.replace('127.0.0.1', 'strict.localhost');
			await connect(ann, strict, `${otherHost}/team/launch.json`);
			await ann.getByText('does not let the page speak with that store').waitFor();
		});
	});
});

/** What a sign-in at the other host leaves there. */
const cookie = {
	...{ name: 'team', value: 'yes', domain: new URL(otherHost).host, path: '/' },
	...{ secure: true, httpOnly: true, sameSite: 'Lax' as const },
};

/** What else a page can keep things in: databases and caches, as text. */
function otherStorage(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const texts: string[] = [document.cookie];
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(new Error(name));
			});
			for (const kept of db.objectStoreNames) {
				const all = db.transaction(kept).objectStore(kept).getAll();
				await new Promise((resolve) => (all.onsuccess = resolve));
				texts.push(JSON.stringify(all.result));
			}
			db.close();
		}
		for (const name of await caches.keys())
			for (const { url, headers } of await (await caches.open(name)).keys())
				texts.push(url, JSON.stringify([...headers]));
		return texts.join('\n');
	});
}

/** The text of the backup file that the board hands out. */
async function savedBy(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).first().click();
	return readFileSync(await (await download).path(), 'utf8');
}

/** The link that carries the open project. */
async function linkBy(page: Page): Promise<string> {
	await page.locator('[data-open=share]').first().click();
	await page.getByRole('button', { name: 'Make the link' }).click();
	return page.getByRole('textbox', { name: 'Link' }).inputValue();
}

/** What a link carries, as the page that it opens shows and holds it. */
async function unpacked(page: Page, link: string): Promise<string> {
	const reader = await (await page.context().browser()?.newContext())?.newPage();
	if (!reader) throw new Error('The browser is gone.');
	await reader.goto(link);
	await reader.getByText('Read-only view.').waitFor();
	return `${link}\n${await reader.content()}`;
}
