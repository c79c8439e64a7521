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
import { measureLoad, measurePaint, measureSearch, measureTicks, openBrowser } from './browser.ts';
import { coldBuild } from './builds.ts';
import { host } from './host.ts';
import { benchPages } from './pages.ts';
import { writeReport, type Results } from './report.ts';
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
const results: Results = existsSync(file)
	? (JSON.parse(readFileSync(file, 'utf8')) as Results)
	: { machine: '', measured: {} };
const browser = await openBrowser();
results.machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, Chromium ${browser.version()}; load when it began: ${loadavg()[0]?.toFixed(1)}`;

for (const count of values.pages.split(',').map(Number))
	for (const system of systems.filter(({ name }) => wanted.includes(name)))
		await measure(system, count);
if (wanted.includes('This site') && parts.has('ticks')) await manyItems();
await browser.close();
writeReport(results);

async function measure(system: System, count: number): Promise<void> {
	const pages = benchPages(count);
	const folder = prepare(system, String(count));
	if (parts.has('build')) {
		system.write(folder, pages);
		console.log(`${system.name}, ${count} pages: building`);
		keep(system, count, {
			build: coldBuild(
				system,
				folder,
				count > 100 ? Math.min(2, Number(values.runs)) : Number(values.runs),
			),
		});
	}
	// The same page among few and among many.
	const page = pages[10] ?? pages[0];
	if (!page) return;
	const address = system.address(page);
	const fast = await host(join(folder, system.out));
	if (parts.has('load')) keep(system, count, { load: await measureLoad(browser, fast, address) });
	if (parts.has('paint'))
		keep(system, count, { paint: await measurePaint(browser, fast, address, 5) });
	await fast.close();
	if (!parts.has('search')) return;
	const slow = await host(join(folder, system.out), true);
	keep(system, count, { search: await measureSearch(browser, slow, system, address) });
	await slow.close();
}

/** One page of 1,000 items of ours, for the tick. */
async function manyItems(): Promise<void> {
	const [ours] = systems;
	if (!ours) return;
	const folder = prepare(ours, 'items');
	const pages = benchPages(2, 334);
	ours.write(folder, pages);
	coldBuild(ours, folder, 1);
	const site = await host(join(folder, ours.out));
	results.ticks = await measureTicks(
		browser,
		site,
		ours.address(pages[0] as (typeof pages)[number]),
	);
	console.log('ticks on 1,000 items', JSON.stringify(results.ticks));
	await site.close();
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}

/** A folder for one build, with the packages that were installed once. */
function prepare(system: System, name: string): string {
	const home = join(values.folder, system.name.toLowerCase().replaceAll(' ', '-'));
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
	results.measured[key] = { ...results.measured[key], ...part, busy: loadavg()[0] ?? 0 };
	console.log(key, JSON.stringify(part));
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}
