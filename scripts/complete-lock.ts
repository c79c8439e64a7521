/**
 * `npm run lock`, after every `npm install`: completes package-lock.json.
 *
 * npm leaves a platform's build of a package out of the lock when the registry at hand does not
 * have it, and `npm ci` then calls the lock out of step with the packages, on every machine
 * (https://github.com/npm/cli/issues/9846: when that is closed, this file can go). So each optional
 * dependency without an entry gets one: version, operating system and processor, as its name tells
 * them, and no checksum. The platform itself fetches it from its own registry.
 */
import { readFile, writeFile } from 'node:fs/promises';

export interface Lock {
	packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
	version?: string;
	optionalDependencies?: Record<string, string>;
	[field: string]: unknown;
}

/** What was added (paths) and what could not be (in words). */
export interface Completion {
	lock: Lock;
	added: string[];
	unclear: string[];
}

/** The lock with an entry for every optional dependency of every package in it. */
export function completeLock(lock: Lock): Completion {
	const packages = { ...lock.packages };
	const added: string[] = [];
	const unclear: string[] = [];
	for (const [holder, locked] of Object.entries(lock.packages)) {
		for (const [name, wanted] of Object.entries(locked.optionalDependencies ?? {})) {
			const version = isExact(wanted) ? wanted : siblingVersion(packages, holder, locked, wanted);
			const found = resolve(packages, holder, name);
			if (found && (!isExact(wanted) || packages[found]?.version === wanted)) continue;
			const platform = platformOf(name);
			if (!version || !platform) {
				unclear.push(`${name}@${wanted} of ${holder || 'package.json'}`);
				continue;
			}
			const top = `node_modules/${name}`;
			const path = packages[top] ? `${holder}/${top}` : top;
			const { dev, devOptional, peer } = locked;
			const rest = sorted({
				...(dev ? { dev } : {}),
				...(devOptional ? { devOptional } : {}),
				...(peer ? { peer } : {}),
				optional: true,
				...platform,
			});
			packages[path] = { version, ...rest };
			added.push(path);
		}
	}
	return { lock: { ...lock, packages: sorted(packages) }, added, unclear };
}

const systems: Record<string, string> = {
	aix: 'aix',
	android: 'android',
	darwin: 'darwin',
	macos: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	win32: 'win32',
	windows: 'win32',
};
const processors: Record<string, string> = {
	arm: 'arm',
	arm64: 'arm64',
	aarch64: 'arm64',
	armv7: 'arm',
	ia32: 'ia32',
	loong64: 'loong64',
	mips64el: 'mips64el',
	ppc64: 'ppc64',
	ppc64le: 'ppc64',
	riscv64: 'riscv64',
	s390x: 's390x',
	wasm32: 'wasm32',
	x64: 'x64',
	x86_64: 'x64',
};
const libraries: Record<string, string> = { gnu: 'glibc', musl: 'musl' };

/** `@pagefind/windows-arm64` → `{ os: ['win32'], cpu: ['arm64'] }`; undefined where it says neither. */
export function platformOf(name: string): Record<string, string[]> | undefined {
	const words = name.replace(/^@[^/]+\//, '').split('-');
	const pick = (table: Record<string, string>) => words.flatMap((word) => table[word] ?? []);
	const platform = { cpu: pick(processors), os: pick(systems), libc: pick(libraries) };
	if (platform.cpu.length + platform.os.length === 0) return undefined;
	return Object.fromEntries(Object.entries(platform).filter(([, values]) => values.length > 0));
}

/** A range says no version: a build for another platform, asked for by the same range, does. */
function siblingVersion(
	packages: Lock['packages'],
	holder: string,
	{ optionalDependencies = {} }: LockedPackage,
	range: string,
): string | undefined {
	const siblings = Object.keys(optionalDependencies).filter(
		(name) => optionalDependencies[name] === range,
	);
	const paths = siblings.map((name) => resolve(packages, holder, name));
	return paths.map((path) => path && packages[path]?.version).find(Boolean) || undefined;
}

/** Where Node would find a package from `holder`, walking up; undefined where it would not. */
function resolve(packages: Lock['packages'], holder: string, name: string): string | undefined {
	for (
		let folder = holder;
		;
		folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
	) {
		const path = `${folder ? `${folder}/` : ''}node_modules/${name}`;
		if (packages[path]) return path;
		if (folder === '') return undefined;
	}
}

/** Whether this is one version and no range. */
export function isExact(version: string): boolean {
	return /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

if (import.meta.main) {
	const file = new URL('../package-lock.json', import.meta.url);
	const text = await readFile(file, 'utf8');
	const { lock, added, unclear } = completeLock(JSON.parse(text) as Lock);
	if (added.length > 0) await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
	for (const path of added) console.log(`added ${path}`);
	for (const one of unclear) console.error(`not added, its platform or version is unclear: ${one}`);
	console.log(`package-lock.json: ${added.length} added, ${unclear.length} unclear`);
	process.exitCode = unclear.length > 0 ? 1 : 0;
}
