/** A project that a system builds: what is known of it, and how its folder is filled. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BenchPage } from './pages.ts';

export interface System {
	name: string;
	/** Exact versions of what is installed; none for what is in this repository. */
	packages: Record<string, string>;
	/** Writes a project with these pages into a folder that has its node_modules. */
	write(folder: string, pages: readonly BenchPage[]): void;
	/** The command that builds it, in that folder. */
	build: string[];
	/** Where the finished files are. */
	out: string;
	/** What a cold build must not find. */
	caches: string[];
	/** The address of a page. */
	address(page: BenchPage): string;
	/** How a person opens the search, where it types, and where the first result then stands. */
	search: { open: string; box: string; result: string };
}

/** Writes files by their path below a folder. */
export function files(folder: string, contents: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(contents)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

/** A node_modules of its own, so that caches stay apart: hard links where the disk allows them. */
export function copyPackages(from: string, to: string): void {
	const isLinked = spawnSync('cp', ['-al', from, to], { stdio: 'ignore' }).status === 0;
	if (!isLinked) {
		rmSync(to, { recursive: true, force: true });
		cpSync(from, to, { recursive: true, verbatimSymlinks: true });
	}
	for (const cache of ['.astro', '.vite', '.cache'])
		rmSync(join(to, cache), { recursive: true, force: true });
}
