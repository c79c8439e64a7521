/**
 * `npm run audit`: what can be known of the packages without running them. That each comes as it was
 * locked, from a registry and nowhere else, runs nothing when it is installed that was not allowed,
 * and is there for a reason, is read from the project's own files; known holes are asked for with
 * `npm audit`, where the registry at hand can tell. `-- --report FILE` writes the outcome as JSON too.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isExact, type Lock, type LockedPackage } from './complete-lock.ts';

/** What must be mended, and what could not be looked at. Both are sentences. */
export interface Outcome {
	faults: string[];
	notes: string[];
}

/** What is read of package.json. */
export interface Manifest {
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	allowScripts?: Record<string, boolean>;
	[field: string]: unknown;
}

/** What `npm audit --json` says: findings by package, or the answer of a registry that failed. */
export interface Advice {
	vulnerabilities?: Record<string, Finding>;
	statusCode?: number;
	message?: string;
}

interface Finding {
	severity: string;
	range?: string;
	/** The holes, or the names of packages that have them. */
	via?: (string | { title?: string; url?: string })[];
}

/** What is wrong with the packages as the project's own files name them, each with its mend. */
export function faultsOf(manifest: Manifest, lock: Lock, architecture: string): string[] {
	const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
	const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
	return [
		...versionFaults(wanted),
		...locked.flatMap(([path, one]) => originFaults(path, one)),
		...scriptFaults(locked, manifest.allowScripts ?? {}),
		...reasonFaults(Object.keys(wanted), architecture),
	];
}

function versionFaults(wanted: Record<string, string>): string[] {
	return Object.entries(wanted).flatMap(([name, version]) => {
		if (isElsewhere(version)) return [elsewhere('package.json', name, version)];
		if (isExact(version)) return [];
		return `package.json: ${name} is "${version}", which is no exact version. Write the one that package-lock.json has.`;
	});
}

function originFaults(path: string, one: LockedPackage): string[] {
	const { integrity, optional, os, cpu, inBundle, link, resolved, dependencies } = one;
	const faults = Object.entries({
		...(dependencies as Record<string, string> | undefined),
		...one.optionalDependencies,
	})
		.filter(([, version]) => isElsewhere(version))
		.map(([name, version]) => elsewhere(path, name, version));
	if (link || resolved !== undefined)
		faults.push(
			`package-lock.json: ${path} is tied to ${String(resolved)}. Install it by name and version, where .npmrc has omit-lockfile-registry-resolved.`,
		);
	// The build for another platform, which the registry at hand did not have: complete-lock.ts.
	const isOfPlatform = optional === true && Boolean(os ?? cpu);
	const isSealed = typeof integrity === 'string' && /^sha512-[\w+/]{86}==$/.test(integrity);
	const mayBeOpen = integrity === undefined && (isOfPlatform || inBundle === true || link === true);
	if (!isSealed && !mayBeOpen)
		faults.push(
			`package-lock.json: ${path} has no SHA-512 checksum, so that anything could be installed in its place. Take its entry out and run npm install.`,
		);
	return faults;
}

function scriptFaults(
	locked: readonly (readonly [string, LockedPackage])[],
	allowed: Record<string, boolean>,
): string[] {
	const running = new Set(
		locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameAt(path)),
	);
	return [
		...[...running]
			.filter((name) => !Object.hasOwn(allowed, name))
			.map(
				(name) =>
					`package.json: ${name} runs a script when it is installed, and allowScripts says nothing of it. Read the script; then name ${name} there, or do without it.`,
			),
		...Object.keys(allowed)
			.filter((name) => !running.has(name))
			.map(
				(name) =>
					`package.json: allowScripts names ${name}, and no such package runs a script. Take it out.`,
			),
	];
}

function reasonFaults(names: readonly string[], architecture: string): string[] {
	const [, section = ''] = architecture.split(/^## Dependencies$/m);
	return names
		.filter((name) => !section.includes(`\`${name}\``))
		.map(
			(name) =>
				`ARCHITECTURE.md: "Dependencies" does not say what \`${name}\` is for. Say it in a few words, or take the package out.`,
		);
}

/** Ranges and versions hold neither a slash nor a colon; addresses, paths and repositories do. */
function isElsewhere(version: string): boolean {
	return /[/:]/.test(version.replace(/^npm:(@[\w.-]+\/)?/, ''));
}

function elsewhere(where: string, name: string, version: string): string {
	return `${where}: ${name} comes from "${version}" and not from a registry. Take a published version, or do without it.`;
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameAt(path: string): string {
	return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** What `npm audit` found. A registry that cannot tell is no fault; one that failed is, where `mustTell`. */
export function outcomeOf(advice: Advice, mustTell: boolean): Outcome {
	const { vulnerabilities, statusCode, message } = advice;
	if (vulnerabilities) {
		const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
			['high', 'critical'].includes(severity),
		);
		return { faults: grave.map(([name, finding]) => hole(name, finding)), notes: [] };
	}
	// Not there, or not by the one method there is for it.
	if (statusCode && [404, 405, 501].includes(statusCode))
		return { faults: [], notes: ['not audited: this registry has no advisories'] };
	const why = statusCode ? `status ${statusCode}` : (message?.split('\n')[0] ?? 'no answer');
	return mustTell
		? { faults: [`npm audit did not work (${why}). Run npm run audit again.`], notes: [] }
		: { faults: [], notes: [`not audited: the registry did not answer (${why})`] };
}

function hole(name: string, { severity, range = '', via = [] }: Finding): string {
	const known = via
		.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title ?? ''} ${one.url ?? ''}`))
		.map((text) => text.trim());
	return `${name} ${range}: ${severity}, ${known.join('; ')}. Take a version without it, or do without ${name}.`;
}

if (import.meta.main) {
	const { values } = parseArgs({ options: { report: { type: 'string' } } });
	const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
	const own = faultsOf(
		JSON.parse(read('package.json')) as Manifest,
		JSON.parse(read('package-lock.json')) as Lock,
		read('ARCHITECTURE.md'),
	);
	const { faults, notes } = outcomeOf(ask(), Boolean(process.env['CI']));
	const outcome: Outcome = { faults: [...own, ...faults], notes };
	for (const fault of outcome.faults) console.error(fault);
	console.log(`dependencies: ${outcome.faults.length} faults`);
	// Whoever wants a report says the rest where it is read.
	if (values.report) writeFileSync(values.report, JSON.stringify(outcome));
	else for (const note of outcome.notes) console.log(note);
	process.exitCode = outcome.faults.length > 0 ? 1 : 0;
}

function ask(): Advice {
	const settings = ['audit', '--audit-level=high', '--json', '--fetch-retries=1'];
	const { stdout, error } = spawnSync('npm', settings, { encoding: 'utf8', maxBuffer: 1e8 });
	try {
		return JSON.parse(stdout) as Advice;
	} catch {
		return { message: error?.message ?? 'npm said nothing that can be read' };
	}
}
