import type { BrowserContext } from '@playwright/test';

/**
 * Notes what may never happen, in every tab of a context and in its service worker: script errors,
 * what the policy forbids, and requests to elsewhere than what begins with `here`.
 */
export function watch(context: BrowserContext, here: string, faults: string[]): void {
	context.on('weberror', (error) => faults.push(`error: ${error.error().message}`));
	context.on('console', (message) => {
		if (/content security policy/i.test(message.text())) faults.push(message.text());
	});
	context.on('request', (request) => {
		const url = request.url();
		if (/^https?:/.test(url) && !url.startsWith(here)) faults.push(`request: ${url}`);
	});
}
