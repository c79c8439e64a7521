/** What the browser is and lets a page do, apart from what it keeps. */
import { keepText, kept } from './kept.ts';
import { prefix } from './stored.ts';

/** Asks the browser not to clear what is kept here when it wants room. */
export async function askToPersist(): Promise<boolean> {
	try {
		const { storage } = navigator;
		return (await storage.persisted()) || (await storage.persist());
	} catch {
		return false;
	}
}

/** Whether the browser has promised to keep what is here. */
export async function isPersisted(): Promise<boolean> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return false;
	}
}

/** The browser built into a chat app that this page was opened in, or null. */
export function chatApp(): string | null {
	const found = /(MicroMessenger|DingTalk|Lark|Feishu|wxwork|QQ\/)/i.exec(navigator.userAgent);
	const name = found?.[1]?.toLowerCase().replace('/', '');
	return name ? (chatApps[name] ?? null) : null;
}

const chatApps: Readonly<Record<string, string>> = {
	micromessenger: 'WeChat 微信',
	dingtalk: 'DingTalk 钉钉',
	lark: 'Lark',
	feishu: 'Feishu 飞书',
	wxwork: 'WeCom 企业微信',
	qq: 'QQ',
};

/** Whether this browser deletes what sites keep when they were not visited for seven days. */
export function clearsAfterAWeek(): boolean {
	return /^(?!.*(Chrome|Chromium|Android|CriOS|FxiOS)).*Safari/i.test(navigator.userAgent);
}

/** The name a person gave for notes and links; '' where none was given. */
export function myName(): string {
	return setting('me');
}

/** Keeps the name for notes and links in this browser. */
export function setMyName(name: string): void {
	keep('me', name.trim());
}

/** A small setting of this browser; '' where there is none. */
export function setting(name: string): string {
	return kept(prefix() + name) ?? '';
}

/** Keeps a small setting; where the browser refuses, it lasts as long as the page. */
export function keep(name: string, value: string): void {
	keepText(prefix() + name, value);
}

/** Puts text on the clipboard; false where the browser refuses. */
export async function copy(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
