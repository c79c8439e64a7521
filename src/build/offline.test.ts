import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { offline } from './offline.ts';

afterEach(() => vi.unstubAllEnvs());

/** Finishes a small site with the integration: the worker it writes, and what it says. */
async function finished(integration: ReturnType<typeof offline>) {
	const folder = mkdtempSync(join(tmpdir(), 'playbook-offline-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, 'board'));
	for (const name of ['index.html', 'board/index.html', '404.html', 'icon.png'])
		writeFileSync(join(folder, name), name);
	const said: string[] = [];
	const say = (text: string) => void said.push(text);
	await integration.hooks['astro:build:done']?.({
		dir: pathToFileURL(`${folder}/`),
		logger: { info: say, warn: say },
	} as never);
	return { worker: readFileSync(join(folder, 'service-worker.js'), 'utf8'), said };
}

test('a build keeps the site, with the hash of each file', async () => {
	vi.stubEnv('OFFLINE', undefined);
	const { worker, said } = await finished(offline());
	for (const path of ['', 'board/', '404.html', 'icon.png'])
		expect(worker).toMatch(new RegExp(`\\["${path}", ?"[0-9a-f]{12}"\\]`));
	expect(worker).not.toContain('unregister');
	expect(said).toEqual([expect.stringMatching(/^4 files work offline/)]);
});

test.each([
	['by its caller', undefined, { isOn: false }],
	['by OFFLINE=off', 'off', {}],
])('told %s, it writes a worker that keeps nothing and takes away', async (_, value, options) => {
	vi.stubEnv('OFFLINE', value);
	const { worker, said } = await finished(offline(options));
	expect(worker).toContain('registration.unregister()');
	expect(worker).toContain('caches.delete');
	expect(worker).not.toMatch(/"fetch"|board\/|\.put\(/);
	expect(said).toEqual(['Offline use is off: what was kept before is removed.']);
});
