/**
 * `npm test`, and with "full" `npm run test:full`: runs the steps one after the other, each whether
 * or not an earlier one failed, and ends with one line that sums them up: `N passed, N failed`.
 * A tool that only says yes or no counts as one; a test runner counts each of its tests. Before that
 * line stand the names of what failed, was skipped or passed at the second try; in CI what was skipped
 * has failed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stores } from '../tests/sync/apache-config.ts';
import type { Outcome } from './audit.ts';
import {
	playwrightCount,
	vitestCount,
	type Count,
	type PlaywrightReport,
	type VitestReport,
} from './reports.ts';

type Environment = Record<string, string>;

/** Tests that look at a finished build; in real servers and engines they take longer. */
const ofBuild = ['tests/build/'];
const ofBuildAtLength = [...ofBuild, 'tests/deploy/', 'tests/engines/'];
/** Of these the ones that ask which stores there are. */
const ofSharedBuild = ['tests/build/policy.test.ts', 'tests/build/shared.test.ts'];
const ofSharing = ['tests/sync/'];

const scratch = mkdtempSync(join(tmpdir(), 'playbook-'));
// A real server reads the build under a user of its own.
chmodSync(scratch, 0o755);
const total: Count = { passed: 0, failed: 0 };
const failures: string[] = [];
const notes: string[] = [];
let reports = 0;

const which = process.argv[2] ?? '';
run('what the tests run in', 'node', ['scripts/setup-browser.ts', which]);
if (which === 'full') full();
else everyday();

rmSync(scratch, { recursive: true, force: true });
for (const note of notes) console.log(note);
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** What must hold before every push. */
function everyday(): void {
	dependencies();
	run('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
	// Before lint, which reads the types of collections that this generates.
	run('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']);
	run('lint', 'eslint', ['.', '--max-warnings', '0']);
	// Once more, each with the world it may know: language only, or a service worker's.
	for (const room of ['progress', 'search', 'offline'])
		run(`types of ${room}`, 'tsc', ['-p', `src/${room}`]);
	// As in CI: an item that is not in the ledger is an error.
	run('content', 'node', ['scripts/check.ts'], { CI: 'true' });
	const others = [...ofBuildAtLength, ...ofSharing];
	vitest(
		'units',
		others.map((folder) => `--exclude=${folder}**`),
	);
	const dist = join(scratch, 'dist');
	if (!build('build', dist)) return;
	vitest('the build', ofBuild, { DIST: dist });
	playwright('the site', { PLAYWRIGHT_DIST: dist });
}

/** What takes long: every page in every way, real servers and engines, a build for another address. */
function full(): void {
	const plain = join(scratch, 'plain');
	if (build('build without an address', plain)) {
		vitest('the build without an address', ofBuildAtLength, { DIST: plain });
		playwright('every page', { PLAYWRIGHT_DIST: plain, PLAYWRIGHT_SCOPE: 'full' });
	}
	const there = { BASE_PATH: '/shop/playbook', SITE_URL: 'https://playbook.example' };
	const moved = join(scratch, 'moved');
	if (build('build for a sub-path', moved, there)) {
		const inServers = [...ofBuild, 'tests/deploy/'];
		vitest('the build for a sub-path', inServers, { ...there, DIST: moved });
		const scope = { PLAYWRIGHT_DIST: moved, PLAYWRIGHT_SCOPE: 'sub-path' };
		playwright('the site under a sub-path', { ...there, ...scope });
	}
	const shared = join(scratch, 'shared');
	if (build('build with shared copies', shared, { SHARED_STORES: stores })) {
		vitest('the build with shared copies', ofSharedBuild, { SHARED_STORES: stores, DIST: shared });
		vitest('shared copies', [...ofSharing, '--no-file-parallelism'], {
			SHARED_DIST: shared,
			TEST_FULL: 'yes',
		});
	}
}

function dependencies(): void {
	const report = join(scratch, `${reports++}.json`);
	run('dependencies', 'node', ['scripts/audit.ts', '--report', report], {}, () => {
		const { faults, notes } = read(report) as Outcome;
		return { passed: faults.length > 0 ? 0 : 1, failed: faults.length, names: faults, notes };
	});
}

function build(name: string, outDir: string, environment: Environment = {}): boolean {
	// Neither address may come from the machine the tests run on.
	const address = { SITE_URL: '', BASE_PATH: '', ...environment };
	return run(name, 'astro', ['build', '--outDir', outDir], address);
}

function vitest(name: string, which: string[], environment: Environment = {}): void {
	const report = join(scratch, `${reports++}.json`);
	const out = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
	run(name, 'vitest', ['run', ...which, ...out], environment, () =>
		vitestCount(read(report) as VitestReport),
	);
}

function playwright(name: string, environment: Environment): void {
	const report = join(scratch, `${reports++}.json`);
	run(name, 'playwright', ['test'], { ...environment, PLAYWRIGHT_REPORT: report }, () =>
		playwrightCount(read(report) as PlaywrightReport),
	);
}

/** Runs a step in sight and counts it. A step that fails without a failed test counts as one. */
function run(
	name: string,
	command: string,
	args: string[],
	environment: Environment = {},
	count: () => Count = () => ({ passed: 1, failed: 0 }),
): boolean {
	console.log(`\n== ${name}`);
	const start = performance.now();
	const env = { ...process.env, ...environment };
	const isDone = spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
	const result = counted(isDone, count);
	const { passed, names = [], skipped = [], flaky = [] } = result;
	const isMissing = Boolean(process.env['CI']) && skipped.length > 0;
	const failed = result.failed + (isMissing ? skipped.length : 0);
	if (isMissing) names.push(`${skipped.length} skipped, where everything must be there`);
	total.passed += passed;
	total.failed += failed;
	notes.push(...(result.notes ?? []));
	if (flaky.length > 0) notes.push(`flaky: ${[name, ...flaky].join(' · ')}`);
	if (skipped.length > 0) notes.push(`skipped: ${[name, ...skipped].join(' · ')}`);
	if (failed > 0) failures.push([name, ...names].join(' · '));
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`== ${name}: ${passed} of ${passed + failed}, ${seconds} s`);
	return failed === 0;
}

function counted(isDone: boolean, count: () => Count): Count {
	try {
		const counted = count();
		if (isDone) return counted;
		const { passed, failed } = counted;
		const isTool = passed === 1 && failed === 0;
		return { ...counted, passed: isTool ? 0 : passed, failed: Math.max(1, failed) };
	} catch {
		// No report: the runner itself broke.
		return { passed: 0, failed: 1 };
	}
}

function read(report: string): unknown {
	return JSON.parse(readFileSync(report, 'utf8'));
}
