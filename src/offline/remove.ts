/**
 * The worker of a site built with OFFLINE=off: takes the place of an earlier one, removes what that
 * one kept, and goes. Ticks are not in its caches and stay.
 */
declare const self: ServiceWorkerGlobalScope;

const prefix = `offline:${new URL(self.registration.scope).pathname}:`;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
	for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
	await self.registration.unregister();
}

export {};
