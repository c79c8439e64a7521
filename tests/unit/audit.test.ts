import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf, outcomeOf, type Manifest } from '../../scripts/audit.ts';
import type { Lock } from '../../scripts/complete-lock.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const integrity = `sha512-${'A'.repeat(86)}==`;

test("this project's packages are as its files say", () => {
	const manifest = JSON.parse(read('package.json')) as Manifest;
	const lock = JSON.parse(read('package-lock.json')) as Lock;
	expect(faultsOf(manifest, lock, read('ARCHITECTURE.md'))).toEqual([]);
});

/** A project with one package that is as it must be, but for what is given. */
function faults({
	manifest = {},
	locked = {},
	packages = {},
	architecture = 'A site.\n\n## Dependencies\n\n`tool` builds it.\n',
}: {
	manifest?: Manifest;
	locked?: Lock['packages'][string];
	packages?: Lock['packages'];
	architecture?: string;
} = {}): string[] {
	const whole = { dependencies: { tool: '2.0.0' }, allowScripts: {}, ...manifest };
	const tool = { version: '2.0.0', integrity, ...locked };
	const lock = { packages: { '': {}, 'node_modules/tool': tool, ...packages } };
	return faultsOf(whole, lock, architecture);
}

test('what is as it must be has no fault', () => {
	expect(faults()).toEqual([]);
});

test.each(['^2.0.0', '~2.0', '2.x', '*', 'latest', '>=2.0.0 <3', ''])(
	'"%s" is no exact version',
	(version) => {
		expect(faults({ manifest: { devDependencies: { tool: version } } })).toEqual([
			expect.stringMatching(/^package\.json: tool is .* no exact version\. Write the one/),
		]);
	},
);

test.each([
	'github:someone/tool#v2',
	'someone/tool',
	'git+ssh://git@example.com/tool.git',
	'https://example.com/tool.tgz',
	'file:../tool',
	'../tool',
])('"%s" is from no registry, whoever asks for it', (version) => {
	const found = expect.stringContaining(`tool comes from "${version}" and not from a registry`);
	expect(faults({ manifest: { dependencies: { tool: version } } })).toEqual([found]);
	for (const field of ['dependencies', 'optionalDependencies'])
		expect(faults({ locked: { [field]: { tool: version } } })).toEqual([found]);
});

test('another name for a published package is from a registry', () => {
	const locked = {
		dependencies: { a: 'npm:tool@^2.0.0', b: 'npm:@scope/tool@2.0.0', c: '1 || 2' },
	};
	expect(faults({ locked })).toEqual([]);
});

test.each([
	{ resolved: 'https://example.com/tool-2.0.0.tgz' },
	{ link: true, resolved: '../tool' },
])('an entry is not tied to an address: %o', (locked) => {
	expect(faults({ locked })).toEqual([expect.stringContaining(`tied to ${locked.resolved}`)]);
});

describe('a checksum', () => {
	const missing = [expect.stringContaining('node_modules/tool has no SHA-512 checksum')];

	test.each([undefined, '', 'sha1-AAAA', 'sha512-short'])('must be there and strong: %s', (sum) => {
		expect(faults({ locked: { integrity: sum } })).toEqual(missing);
	});

	test('may be missing for the build of a platform alone', () => {
		const open = { integrity: undefined };
		expect(faults({ locked: { ...open, optional: true, os: ['win32'] } })).toEqual([]);
		expect(faults({ locked: { ...open, optional: true, cpu: ['wasm32'] } })).toEqual([]);
		expect(faults({ locked: { ...open, optional: true } })).toEqual(missing);
		expect(faults({ locked: { ...open, os: ['win32'] } })).toEqual(missing);
	});
});

describe('a script that runs at install', () => {
	const packages = {
		'node_modules/tool/node_modules/@a/b': { version: '1.0.0', integrity, hasInstallScript: true },
	};

	test('must be allowed by name', () => {
		expect(faults({ packages })).toEqual([expect.stringContaining('@a/b runs a script')]);
		expect(faults({ packages, manifest: { allowScripts: { '@a/b': true } } })).toEqual([]);
	});

	test('is not allowed for what has none', () => {
		expect(faults({ manifest: { allowScripts: { tool: true } } })).toEqual([
			'package.json: allowScripts names tool, and no such package runs a script. Take it out.',
		]);
	});
});

test('each package has its reason, under its own heading', () => {
	const architecture = '`tool` is used.\n\n## Dependencies\n\n`toolbox`: something else.\n';
	expect(faults({ architecture })).toEqual([
		expect.stringMatching(/^ARCHITECTURE\.md: .*`tool` is for\. Say it/),
	]);
});

describe('what npm audit says', () => {
	test('fails for what is high or critical, with the hole and where to read of it', () => {
		const via = [{ title: 'Reads any file', url: 'https://example.com/advisory' }, 'other'];
		const advice = {
			vulnerabilities: {
				a: { severity: 'high', range: '<2', via },
				b: { severity: 'critical', range: '*', via: ['a'] },
				c: { severity: 'moderate', range: '*', via: [] },
			},
		};
		const { faults, notes } = outcomeOf(advice, true);
		expect(notes).toEqual([]);
		expect(faults).toEqual([
			'a <2: high, Reads any file https://example.com/advisory; by other. Take a version without it, or do without a.',
			'b *: critical, by a. Take a version without it, or do without b.',
		]);
	});

	test('is nothing where nothing was found', () => {
		expect(outcomeOf({ vulnerabilities: {} }, true)).toEqual({ faults: [], notes: [] });
	});

	test.each([404, 405, 501])('cannot be had from a registry that answers %i', (statusCode) => {
		const notes = ['not audited: this registry has no advisories'];
		expect(outcomeOf({ statusCode, message: 'no' }, true)).toEqual({ faults: [], notes });
	});

	test('must come in CI, and may be missing on a train', () => {
		for (const advice of [{ statusCode: 503 }, { message: 'no network\nat all' }, {}]) {
			expect(outcomeOf(advice, true).faults).toHaveLength(1);
			const { faults, notes } = outcomeOf(advice, false);
			expect(faults).toEqual([]);
			expect(notes).toEqual([
				expect.stringMatching(/^not audited: the registry did not answer \([^\n]+\)$/),
			]);
		}
	});
});
