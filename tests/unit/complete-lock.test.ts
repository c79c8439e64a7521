import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock, platformOf, type Lock } from '../../scripts/complete-lock.ts';

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

describe("this project's lock", () => {
	test('has an entry for every platform, so that npm ci takes it', () => {
		const { added, unclear } = completeLock(JSON.parse(text) as Lock);
		expect({ added, unclear }).toEqual({ added: [], unclear: [] });
	});

	test('names no registry, so that any will do', () => {
		expect(text.match(/"resolved"/g)).toBeNull();
	});
});

test.each([
	['@pagefind/windows-arm64', { cpu: ['arm64'], os: ['win32'] }],
	['@astrojs/compiler-binding-linux-x64-musl', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
	['@rollup/rollup-linux-arm64-gnu', { cpu: ['arm64'], os: ['linux'], libc: ['glibc'] }],
	['binding-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
	['binding-wasm32-wasi', { cpu: ['wasm32'] }],
	['just-a-name', undefined],
])('the name %s tells the platform', (name, platform) => {
	expect(platformOf(name)).toEqual(platform);
});

const lock = (packages: Lock['packages']): Lock => ({ packages: { '': {}, ...packages } });
const tool = (wanted: string) => ({
	version: '2.0.0',
	dev: true,
	optionalDependencies: { 'tool-linux-x64': wanted, 'tool-darwin-x64': wanted },
});

describe('completing a lock', () => {
	test('adds what a registry did not have, marked like the package that asks for it', () => {
		const before = lock({
			'node_modules/tool': tool('2.0.0'),
			'node_modules/tool-linux-x64': { version: '2.0.0' },
		});
		const { lock: after, added } = completeLock(before);
		expect(added).toEqual(['node_modules/tool-darwin-x64']);
		expect(after.packages['node_modules/tool-darwin-x64']).toEqual({
			version: '2.0.0',
			cpu: ['x64'],
			dev: true,
			optional: true,
			os: ['darwin'],
		});
		expect(completeLock(after).added).toEqual([]);
	});

	test('takes for a range the version another platform got', () => {
		const before = lock({
			'node_modules/tool': tool('^2.0.0'),
			'node_modules/tool-linux-x64': { version: '2.3.1' },
		});
		const { lock: after } = completeLock(before);
		expect(after.packages['node_modules/tool-darwin-x64']?.version).toBe('2.3.1');
	});

	test('puts another version below the package that asks for it', () => {
		const before = lock({
			'node_modules/tool': tool('2.0.0'),
			'node_modules/tool-linux-x64': { version: '2.0.0' },
			'node_modules/tool-darwin-x64': { version: '1.0.0' },
		});
		expect(completeLock(before).added).toEqual(['node_modules/tool/node_modules/tool-darwin-x64']);
	});

	test('says what it cannot tell, and leaves it out', () => {
		const before = lock({
			'node_modules/a': { version: '1.0.0', optionalDependencies: { fast: '1.0.0' } },
		});
		expect(completeLock(before)).toMatchObject({
			added: [],
			unclear: ['fast@1.0.0 of node_modules/a'],
		});
	});
});
