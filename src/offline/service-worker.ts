/**
 * The service worker: keeps the whole site in the browser, so that it works without a network.
 * `build/offline.ts` bundles it with the list of files. One cache per version; what did not change
 * is copied from the one before, and a page never gets files of two versions.
 */
import { find } from './find.ts';

declare const self: ServiceWorkerGlobalScope;

/** Written at build: where each file is below the scope, with the beginning of its SHA-256. */
declare const FILES: readonly (readonly [path: string, hash: string])[];
/** Written at build: names this list of files. */
declare const VERSION: string;
/** Written at build: whether every page is in the list. */
declare const IS_WHOLE: boolean;

const scope = new URL(self.registration.scope).pathname;
// Several sites may share an origin: each keeps to the names that begin with its own path.
const prefix = `offline:${scope}:`;
const current = prefix + VERSION;
/** Scripts and styles of the version before, for pages that are still open. */
const previous = `${prefix}previous`;
const files = new Map(FILES.map(([path, hash]) => [scope + path, hash]));
const keyOf = (path: string) => `${path}?${files.get(path)}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({ data }) => data === 'skip' && void self.skipWaiting());
self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (!url.pathname.startsWith(scope)) return;
	const { file, redirect } = find(url, files);
	if (redirect) event.respondWith(Response.redirect(redirect, 308));
	else event.respondWith(file ? kept(file, request) : unlisted(request));
});

async function install(): Promise<void> {
	const { connection } = navigator as WorkerNavigator & { connection?: { saveData: boolean } };
	// Refused now, the new version is asked for again with a later page.
	if (connection?.saveData) throw new Error('The reader saves data.');
	const cache = await caches.open(current);
	const olds = await Promise.all((await own()).map((name) => caches.open(name)));
	const wanted = [...files.keys()];
	const work = async () => {
		for (let path = wanted.pop(); path; path = wanted.pop()) {
			const key = keyOf(path);
			let response: Response | undefined;
			// The current cache is among them: an install that was cut off goes on where it stopped.
			for (const old of olds) response ??= await old.match(key);
			await cache.put(key, response ?? (await download(path)));
		}
	};
	// A few at a time, so that the page the person reads comes first.
	await Promise.all([work(), work(), work(), work()]);
	if (!self.registration.active) return;
	// The open pages belong to the version before. Some may be another site's: each asks whether it is meant.
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) page.postMessage('new');
}

/**
 * A file from the host, as it was built. A cache on the way may still hold the one before, under
 * the plain address; a page of mixed versions is worse than none, so then nothing is kept.
 */
async function download(path: string): Promise<Response> {
	for (const address of [path, keyOf(path)]) {
		const response = await fetch(address, { cache: 'no-cache', priority: 'low' });
		const body = await response.arrayBuffer();
		if ((await hashOf(body)) !== files.get(path)) continue;
		const headers = new Headers(response.headers);
		for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
		return new Response(body, { headers });
	}
	throw new Error(`${path} is not what was built: offline use waits for it.`);
}

async function activate(): Promise<void> {
	const isOpen = (await self.clients.matchAll({ type: 'window' })).length > 0;
	await caches.delete(previous);
	for (const name of await own()) {
		if (name === current) continue;
		if (isOpen) await setAside(await caches.open(name));
		await caches.delete(name);
	}
	await self.clients.claim();
}

/** Open pages may still ask for parts of their own version, which the host may no longer have. */
async function setAside(old: Cache): Promise<void> {
	for (const request of await old.keys()) {
		const { pathname } = new URL(request.url);
		if (!pathname.startsWith(`${scope}_astro/`) || files.has(pathname)) continue;
		const response = await old.match(request);
		if (response) await (await caches.open(previous)).put(request, response);
	}
}

async function kept(path: string, request: Request): Promise<Response> {
	const response = await caches.match(keyOf(path), { cacheName: current });
	// The browser or the person may have emptied the cache.
	return response ?? fetch(request);
}

async function unlisted(request: Request): Promise<Response> {
	const options = { cacheName: previous, ignoreSearch: true };
	const earlier = await caches.match(request, options);
	if (earlier) return earlier;
	try {
		return await fetch(request);
	} catch (error) {
		const page = await caches.match(keyOf(`${scope}404.html`), { cacheName: current });
		const isPage = request.mode === 'navigate' && !/\.\w+$/.test(new URL(request.url).pathname);
		// "Not found" must be true: what is not kept may well be on the host.
		if (!page || !isPage || !IS_WHOLE) throw error;
		return new Response(page.body, { status: 404, headers: page.headers });
	}
}

async function own(): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function hashOf(body: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body), 0, 6);
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
