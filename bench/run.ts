/**
 * `npm run bench`: builds this site and others from the same words and measures them in one run.
 * `-- --systems "This site,Starlight" --pages 20,1000 --runs 3` for less. Results are kept as they
 * come in bench/results.json, so that a part can be measured again; bench/RESULTS.md is written
 * from all of them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
	measureLoad,
	measurePaint,
	measureSearch,
	measureTicks,
	middlePaint,
	openBrowser,
	type Paint,
} from './browser.ts';
import { coldBuild, middleBuild, type Build } from './builds.ts';
import { calm } from './calm.ts';
import { host } from './host.ts';
import { benchPages, type BenchPage } from './pages.ts';
import { paintRounds, writeReport, type Results } from './report.ts';
import { copyPackages, type System } from './project.ts';
import { systems } from './systems.ts';

const { values } = parseArgs({
	options: {
		systems: { type: 'string', default: systems.map(({ name }) => name).join(',') },
		pages: { type: 'string', default: '20,1000' },
		runs: { type: 'string', default: '3' },
		folder: { type: 'string', default: join(tmpdir(), 'playbook-bench') },
		only: { type: 'string', default: 'build,load,paint,search,ticks' },
	},
});
const wanted = values.systems.split(',');
const parts = new Set(values.only.split(','));
const file = join(import.meta.dirname, 'results.json');
const isPart = process.argv.length > 2;
const results: Results =
	isPart && existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Results)
		: { machine: '', measured: {} };
const browser = await openBrowser();
results.machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, Chromium ${browser.version()}; load when it began: ${loadavg()[0]?.toFixed(1)}`;

const counts = values.pages.split(',').map(Number);
const chosen = systems.filter(({ name }) => wanted.includes(name));
if (parts.has('build')) for (const count of counts) await build(count);
for (const count of counts) await visit(count);
if (wanted.includes('This site') && parts.has('ticks')) await manyItems();
await browser.close();
writeReport(results);

/** Builds each system several times, in turns: what else the machine does meets all of them alike. */
async function build(count: number): Promise<void> {
	const projects = chosen.map((system) => {
		const folder = prepare(system, String(count));
		system.write(folder, benchPages(count));
		return { system, folder, builds: [] as Build[] };
	});
	await calm();
	for (let run = 0; run < Number(values.runs); run += 1)
		for (const { system, folder, builds } of inTurn(projects, run)) {
			console.log(`${system.name}, ${count} pages: building`);
			builds.push(coldBuild(system, folder));
		}
	for (const { system, builds } of projects) keep(system, count, { build: middleBuild(builds) });
}

/** Looks at the same page of each system, among so many. */
async function visit(count: number): Promise<void> {
	const pages = benchPages(count);
	const page = pages[10] ?? pages[0];
	if (!page) return;
	const sites = await Promise.all(
		chosen.map(async (system) => {
			const folder = join(homeOf(system), String(count), system.out);
			const address = system.address(page);
			return { system, folder, address, site: await host(folder), paints: [] as Paint[] };
		}),
	);
	if (parts.has('load'))
		for (const { system, address, site } of sites)
			keep(system, count, { load: await measureLoad(browser, site, address) });
	if (parts.has('paint')) {
		await calm();
		// In turns, like the builds.
		for (let round = 0; round < paintRounds; round += 1)
			for (const { address, site, paints } of inTurn(sites, round))
				paints.push(await measurePaint(browser, site, address));
		for (const { system, paints } of sites) keep(system, count, { paint: middlePaint(paints) });
	}
	for (const { site } of sites) await site.close();
	if (!parts.has('search')) return;
	for (const { system, address, folder } of sites) {
		const slow = await host(folder, true);
		keep(system, count, { search: await measureSearch(browser, slow, system, address) });
		await slow.close();
	}
}

/** There and back, so that none always comes after the same other. */
function inTurn<T>(all: readonly T[], round: number): readonly T[] {
	return round % 2 === 0 ? all : all.toReversed();
}

/** One page of 1,000 items of ours, for the tick. */
async function manyItems(): Promise<void> {
	const [ours] = systems;
	if (!ours) return;
	const folder = prepare(ours, 'items');
	const pages = benchPages(2, 334);
	ours.write(folder, pages);
	coldBuild(ours, folder);
	const site = await host(join(folder, ours.out));
	await calm();
	results.ticks = await measureTicks(browser, site, ours.address(pages[0] as BenchPage));
	console.log('ticks on 1,000 items', JSON.stringify(results.ticks));
	await site.close();
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}

function homeOf({ name }: System): string {
	return join(values.folder, name.toLowerCase().replaceAll(' ', '-'));
}

/** An empty folder for one build, with the packages that were installed once. */
function prepare(system: System, name: string): string {
	const home = homeOf(system);
	const packages =
		Object.keys(system.packages).length > 0 ? install(system, home) : resolve('node_modules');
	const folder = join(home, name);
	if (parts.has('build')) rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	if (!existsSync(join(folder, 'node_modules')))
		copyPackages(packages, join(folder, 'node_modules'));
	return folder;
}

function install({ name, packages }: System, home: string): string {
	const modules = join(home, 'packages/node_modules');
	if (existsSync(modules)) return modules;
	console.log(`${name}: installing outside the repository`);
	mkdirSync(join(home, 'packages'), { recursive: true });
	const manifest = { private: true, dependencies: packages };
	writeFileSync(join(home, 'packages/package.json'), JSON.stringify(manifest));
	const settings = ['install', '--no-audit', '--no-fund', '--save-exact'];
	execFileSync('npm', settings, { cwd: join(home, 'packages'), stdio: 'inherit' });
	return modules;
}

function keep({ name }: System, count: number, part: Results['measured'][string]): void {
	const key = `${name}/${count}`;
	results.measured[key] = { ...results.measured[key], ...part };
	console.log(key, JSON.stringify(part));
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}
