/** People with browsers of their own, who use the board of a real site as anyone does. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../site/chromium.ts';
import { newStore, user, type Store } from './apache.ts';

/** The words that these tests look for, in both languages. */
const wordsIn = {
	en: {
		path: '/board/',
		address: 'Address of the shared file',
		name: 'Your name, for the others',
		basic: 'Name and password',
		bearer: 'Token',
		session: 'I am signed in to it in this browser',
		user: 'User name',
		password: 'Password',
		tab: 'Until I close this tab',
		browser: 'In this browser',
		connect: 'Connect',
		put: 'Put the project there',
		inStep: 'In step with the shared copy.',
		readOnly: 'Read only: you see what the team ticks',
		gone: 'The shared file is no longer there',
	},
	'zh-CN': {
		path: '/zh-cn/board/',
		address: '共享文件地址',
		name: '你的名字（给同事看）',
		basic: '用户名和密码',
		bearer: '令牌',
		session: '我已在这个浏览器里登录',
		user: '用户名',
		password: '密码',
		tab: '关闭此标签页为止',
		browser: '保存在这个浏览器',
		connect: '连接',
		put: '把项目放上去',
		inStep: '已与共享副本同步。',
		readOnly: '只读',
		gone: '共享文件不在了',
	},
} as const;
export const words = wordsIn.en;
export type Language = keyof typeof wordsIn;
export const wordsOf = (language: Language) => wordsIn[language];

/** How a person signs in: by name and password, unless said otherwise. */
export interface Joining {
	readonly name?: string;
	readonly by?: 'open' | 'basic' | 'bearer' | 'session';
	readonly token?: string;
	readonly keep?: 'tab' | 'browser';
	readonly language?: Language;
}

/** A store that serves the built site too, and a browser for those who use both. */
export interface Site {
	readonly store: Store;
	readonly browser: Browser;
	/** Its origin. */
	readonly site: string;
	close(): Promise<void>;
}

/** Starts the store with a build of the site. */
export async function openSite(dist: string): Promise<Site> {
	const store = await newStore(dist);
	await store.start();
	const browser = await openBrowser(store);
	const close = async () => {
		await browser.close();
		await store.remove();
	};
	return { store, browser, site: new URL(store.url).origin, close };
}

/** One Chromium for all, which knows where the store's other host is. */
function openBrowser(store: Store): Promise<Browser> {
	const executablePath = findChromium();
	return chromium.launch({
		args: [...chromiumArguments, store.resolver],
		...(executablePath && { executablePath }),
	});
}

/**
 * A page in a browser profile of its own. Without `offline` it does not fetch all 200 files of the
 * site into a cache, which ten at once on two cores would wait for.
 */
export async function person(browser: Browser, { offline = true } = {}): Promise<Page> {
	const serviceWorkers = offline ? 'allow' : 'block';
	const context = await browser.newContext({ locale: 'en-GB', serviceWorkers });
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return page;
}

/** Fills in the form on the board and connects. */
export async function connect(page: Page, site: string, address: string, how: Joining = {}) {
	const { name = 'Ann', by = 'basic', token = '', keep = 'tab', language = 'en' } = how;
	const texts = wordsOf(language);
	await page.goto(`${site}${texts.path}`);
	const shared = page.locator('pb-shared');
	await shared.getByLabel(texts.address).fill(address);
	await shared.getByLabel(texts.name).fill(name);
	if (by !== 'open') await shared.getByRole('radio', { name: texts[by] }).check();
	if (by === 'basic') {
		await shared.getByLabel(texts.user, { exact: true }).fill(user.name);
		await shared.getByLabel(texts.password, { exact: true }).fill(user.password);
	}
	if (by === 'bearer') await shared.locator('input[name=token]').fill(token);
	if (by === 'basic' || by === 'bearer')
		await shared.getByLabel(texts[keep], { exact: true }).check();
	await shared.getByRole('button', { name: texts.connect }).click();
}

/** The same where nothing is yet: puts the open project there, and waits until it arrived. */
export async function create(page: Page, site: string, address: string, how: Joining = {}) {
	await connect(page, site, address, how);
	await page.getByRole('button', { name: wordsOf(how.language ?? 'en').put }).click();
	await inStep(page, how.language);
}

export const inStep = (page: Page, language: Language = 'en') =>
	page.getByText(wordsOf(language).inStep).waitFor();

export const box = (page: Page, id: string) => page.locator(`.item input[name="${id}"]`).first();

/** All that a page's browser keeps, as text. */
export const keptIn = (page: Page, where: 'localStorage' | 'sessionStorage') =>
	page.evaluate((name) => JSON.stringify(Object.entries(window[name])), where);
