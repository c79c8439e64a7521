/**
 * What this browser keeps of a shared project: where it is, and how the reader signs in. Beside the
 * project and never in it, so that no file, link or export can carry it.
 */
import { isObject } from '../progress/json.ts';
import { quietly } from './quietly.ts';
import { prefix } from './stored.ts';

/** Where a project is shared, and who this browser is there. */
export interface SharedLink {
	readonly address: string;
	readonly signIn: SignIn;
	/** Who writes here, the same on every page, so that a project has as many writers as people. */
	readonly writer: string;
	/** Whether the shared copy was ever read: only one that never was may be made without asking. */
	readonly isJoined: boolean;
	readonly access: 'unknown' | 'read' | 'write';
	readonly isCareless: boolean;
}

/** Not at all, by name and password, by a token, or by the store's own session in this browser. */
export type SignIn = 'open' | 'basic' | 'bearer' | 'session';
/** Until the tab is closed, or as long as this browser keeps what sites store. */
export type Keep = 'tab' | 'browser';

export const linkKey = (id: string): string => `${prefix()}shared:${id}`;
const secretKey = (id: string): string => `${prefix()}sign-in:${id}`;

/** Where a project is shared; null where it is not. */
export function linkOf(id: string): SharedLink | null {
	try {
		const link: unknown = JSON.parse(localStorage.getItem(linkKey(id)) ?? 'null');
		const isLink = isObject(link) && typeof link['address'] === 'string';
		return isLink ? (link as unknown as SharedLink) : null;
	} catch {
		return null;
	}
}

/** Keeps where a project is shared. Throws where storage does. */
export function keepLink(id: string, link: SharedLink): void {
	localStorage.setItem(linkKey(id), JSON.stringify(link));
}

/** Forgets where a project is shared, and how to sign in. The project stays. */
export function dropLink(id: string): void {
	quietly(() => localStorage.removeItem(linkKey(id)));
	keepSecret(id, null, 'tab');
}

/** The `Authorization` to send; null: none is kept here. */
export function secretOf(id: string): string | null {
	const key = secretKey(id);
	return (
		quietly(() => sessionStorage.getItem(key)) ?? quietly(() => localStorage.getItem(key)) ?? null
	);
}

/** Keeps an `Authorization` in one of the two places, and in no other. */
export function keepSecret(id: string, secret: string | null, keep: Keep): void {
	const key = secretKey(id);
	quietly(() => sessionStorage.removeItem(key));
	quietly(() => localStorage.removeItem(key));
	if (secret === null) return;
	quietly(() => (keep === 'tab' ? sessionStorage : localStorage).setItem(key, secret));
}

/** `Authorization` of a name and password (in UTF-8), or of a token. */
export function authorization(signIn: SignIn, secret: string, user = ''): string | null {
	if (signIn === 'open' || signIn === 'session') return null;
	if (signIn === 'bearer') return `Bearer ${tokenIn(secret)}`;
	const bytes = new TextEncoder().encode(`${user}:${secret}`);
	return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** What is wrong with what a person typed to sign in, as the end of a key of the language files. */
export function secretFault(
	signIn: SignIn,
	secret: string,
	user: string,
): 'no-user' | 'no-token' | 'token' | null {
	if (signIn === 'basic') return user ? null : 'no-user';
	if (signIn !== 'bearer') return null;
	const token = tokenIn(secret);
	if (!token) return 'no-token';
	// RFC 6750. Of anything else the browser would send nothing at all.
	return /^[\w.~+/-]+=*$/.test(token) ? null : 'token';
}

/** A token as it was copied: with the word that stands before it in the header, or without. */
function tokenIn(typed: string): string {
	return typed.replace(/^\s*Bearer\s+/i, '').trim();
}
