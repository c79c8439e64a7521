import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { middle } from './middle.ts';
import type { System } from './project.ts';

export interface Build {
	/** Seconds on the clock and of all processors, and the largest process's peak, in MB. */
	wall: number;
	cpu: number;
	peak: number;
	/** What it wrote, in MB, and in how many files. */
	output: number;
	files: number;
}

/** One build without any cache, when the disk has what the one before it wrote. */
export function coldBuild(system: System, folder: string): Build {
	for (const cache of system.caches) rmSync(join(folder, cache), { recursive: true, force: true });
	spawnSync('sync');
	const format = ['-f', '%e %U %S %M', '-o', join(folder, 'time.txt')];
	const [program = '', ...rest] = system.build;
	const path = `${resolve(import.meta.dirname, '../node_modules/.bin')}:${process.env['PATH']}`;
	const env = {
		...process.env,
		PATH: path,
		CI: '1',
		NO_COLOR: '1',
		ASTRO_TELEMETRY_DISABLED: '1',
	};
	const { status, stdout, stderr } = spawnSync('/usr/bin/time', [...format, program, ...rest], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...env, NODE_OPTIONS: '--max-old-space-size=8192' },
		maxBuffer: 1e9,
	});
	if (status !== 0)
		throw new Error(`${system.name} did not build:\n${stdout}\n${stderr}`.slice(-3000));
	const text = readFileSync(join(folder, 'time.txt'), 'utf8');
	const [wall = 0, user = 0, kernel = 0, kilobytes = 0] = text.split(' ').map(Number);
	const weight = weigh(join(folder, system.out));
	return { wall, cpu: user + kernel, peak: kilobytes / 1024, ...weight };
}

/** The middle of its times and peaks; the output is the same each time. */
export const middleBuild = (all: readonly Build[]): Build =>
	middle(all, ['wall', 'cpu', 'peak', 'output', 'files']);

function weigh(folder: string) {
	const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) =>
		f.isFile(),
	);
	const bytes = all.reduce((sum, f) => sum + statSync(join(f.parentPath, f.name)).size, 0);
	return { output: bytes / 1e6, files: all.length };
}
