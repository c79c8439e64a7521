import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Not under the fixture that this is about: here they must happen.
import { expect, test } from '@playwright/test';
import { serve } from './server.ts';
import { watch } from './watch.ts';

test('what may never happen is seen in a second tab and in a service worker', async ({
	browser,
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'playbook-watch-'));
	const host = await serve(folder);
	const elsewhere = host.url.replace('127.0.0.1', 'localhost');
	const policy = `<meta http-equiv="content-security-policy" content="script-src 'self'">`;
	await writeFile(join(folder, 'index.html'), `${policy}<title>One</title><p>One</p>`);
	await writeFile(join(folder, 'two.html'), `${policy}<title>Two</title><p>Two</p>`);
	await writeFile(
		join(folder, 'worker.js'),
		`self.addEventListener('install', (event) => event.waitUntil(
			Promise.allSettled([fetch('two.html'), fetch('${elsewhere}/kept', { mode: 'no-cors' })])));`,
	);
	const context = await browser.newContext({ serviceWorkers: 'allow' });
	const faults: string[] = [];
	watch(context, `${host.url}/`, faults);
	const first = await context.newPage();
	await first.goto(`${host.url}/`);
	await first.evaluate(async () => {
		await navigator.serviceWorker.register('worker.js');
		await navigator.serviceWorker.ready;
	});
	const second = await context.newPage();
	await second.goto(`${host.url}/two.html`);
	await expect.poll(() => faults).toEqual([`request: ${elsewhere}/kept`]);
	await second.evaluate((away) => {
		setTimeout(() => {
			throw new Error('provoked');
		});
		const script = document.createElement('script');
		script.textContent = 'window.ran = true';
		document.body.append(script);
		void fetch(`${away}/asked`, { mode: 'no-cors' });
	}, elsewhere);
	for (const fault of ['error: provoked', /Content Security Policy/, `request: ${elsewhere}/asked`])
		await expect
			.poll(() => faults)
			.toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
	await context.close();
	await host.close();
	await rm(folder, { recursive: true });
});
