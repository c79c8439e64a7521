/**
 * `npm run bench:load`: what the build in dist/ (or `-- --dist FOLDER`) weighs, and how often one nginx
 * with deploy/nginx.conf sends it. Writes both into deploy/scaling.md, between the marks there. Needs
 * nginx and wrk (`apt-get install nginx-light wrk`), asks nobody but 127.0.0.1, and takes a minute once
 * the machine is calm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { keptFiles } from '../src/build/offline.ts';
import { isHere, nginx, start, type Running } from '../tests/deploy/servers.ts';
import { measureLoad, openBrowser } from './browser.ts';
import { calm } from './calm.ts';
import { host } from './host.ts';

const { values } = parseArgs({
	options: {
		dist: { type: 'string', default: 'dist' },
		seconds: { type: 'string', default: '10' },
	},
});
const { dist } = values;
const connections = 64;
const address = '/teams/warehouse/';
const scaling = join(import.meta.dirname, '../deploy/scaling.md');

if (!existsSync(join(dist, 'index.html')))
	throw new Error(`${dist} holds no build. Run "npm run build" first.`);
const version = /[\d.]+/.exec(spawnSync('wrk', ['-v'], { encoding: 'utf8' }).stdout ?? '')?.[0];
if (!isHere(nginx) || !version)
	throw new Error('nginx or wrk is not here: apt-get install nginx-light wrk');

interface Case {
	name: string;
	path: string;
	sent: Record<string, string>;
}
interface Pace {
	name: string;
	/** Requests a second. */
	rate: number;
	/** Milliseconds that half of them took less than. */
	median: number;
	/** Milliseconds of nginx's own processor time for each: what else runs changes it little. */
	cost: number;
}

const html = readFileSync(join(dist, address, 'index.html'));
const packed = gzipSync(html, { level: 9 });
const first = await firstVisit();
const kept = await keptFiles(dist);
await calm();
const busy = loadavg()[0] ?? 0;
const paces = await measure();
await write('weight', weightTable());
await write('load', loadTable());

/** What a browser fetches that was never here. */
async function firstVisit() {
	const site = await host(dist);
	const browser = await openBrowser();
	const load = await measureLoad(browser, site, address);
	await browser.close();
	await site.close();
	return load;
}

async function measure(): Promise<Pace[]> {
	const server = await start(nginx, dist);
	try {
		const script = /"(\/_astro\/[^"]+\.js)"/.exec(html.toString())?.[1] ?? '';
		const gzip = { 'Accept-Encoding': 'gzip' };
		const eachTime = [
			pace(server, { name: 'compressed at each request', path: address, sent: gzip }),
			pace(server, { name: 'a script, compressed at each request', path: script, sent: gzip }),
		];
		writeFileSync(join(server.site, address, 'index.html.gz'), packed);
		const unchanged = { ...gzip, 'If-None-Match': await etagOf(server, gzip) };
		return [
			...eachTime,
			pace(server, { name: 'compressed once, beside the file (below)', path: address, sent: gzip }),
			pace(server, { name: 'asked for again, unchanged (304)', path: address, sent: unchanged }),
		];
	} finally {
		await server.stop();
	}
}

/** Asks for one address as fast as it comes, over connections that stay open. */
function pace(server: Running, { name, path, sent }: Case): Pace {
	const headers = Object.entries(sent).flatMap(([key, value]) => ['-H', `${key}: ${value}`]);
	const settings = ['-t', '1', '-c', `${connections}`, '-d', `${values.seconds}s`, '--latency'];
	const url = `https://127.0.0.1:${server.port}${path}`;
	const before = processorTime(server);
	const said = execFileSync('wrk', [...settings, ...headers, url], { encoding: 'utf8' });
	const spent = processorTime(server) - before;
	if (said.includes('Non-2xx'))
		throw new Error(`${name}: not every request was answered.\n${said}`);
	const [, total = '0'] = /(\d+) requests in/.exec(said) ?? [];
	const [, rate = '0'] = /Requests\/sec:\s+([\d.]+)/.exec(said) ?? [];
	const [, time = '0', unit = 'ms'] = /50%\s+([\d.]+)(us|ms|s)/.exec(said) ?? [];
	const scale = { us: 1e-3, ms: 1, s: 1e3 }[unit] ?? 1;
	const result = { rate: Number(rate), median: Number(time) * scale, cost: spent / Number(total) };
	console.log(name, result);
	return { name, ...result };
}

/** Milliseconds that nginx's workers have run until now. */
function processorTime({ pid }: Running): number {
	const workers = execFileSync('ps', ['-o', 'pid=', '--ppid', `${pid}`], { encoding: 'utf8' });
	const ticks = workers
		.trim()
		.split(/\s+/)
		.flatMap((worker) => {
			// After the name in brackets, which may hold spaces: user and kernel time are fields 14 and 15.
			const fields = readFileSync(`/proc/${worker}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
			return [Number(fields[11]), Number(fields[12])];
		});
	const perSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
	return (ticks.reduce((sum, one) => sum + one, 0) / perSecond) * 1000;
}

function etagOf({ port }: Running, headers: Record<string, string>): Promise<string> {
	return new Promise((resolve, reject) => {
		const options = { host: '127.0.0.1', port, path: address, headers, rejectUnauthorized: false };
		request(options, (response) => {
			response.resume();
			resolve(response.headers.etag ?? '');
		})
			.on('error', reject)
			.end();
	});
}

function weightTable(): string {
	return `| | requests | compressed |
| --- | --- | --- |
| first visit to a team page | ${first.requests} | ${first.total.toFixed(0)} KB |
| once at rest, the rest for offline use | about ${kept.files.length} | ${megabytes(kept.size)}, low priority |
| every later visit | 1 (304) | under 1 KB |
| a new version | changed files | what changed |`;
}

function loadTable(): string {
	const { stderr } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
	const server = `nginx ${/[\d.]+/.exec(stderr)?.[0] ?? ''}`;
	const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? '?'})`;
	const rows = paces.map(
		({ name, rate, median, cost }) =>
			`| ${name} | ${rounded(rate)} | ${median.toFixed(median < 10 ? 1 : 0)} ms | ${cost.toFixed(2)} ms | ${rounded(1000 / cost)} |`,
	);
	const whole = (1000 * kept.size) / 1e9;
	return `One ${server} with one worker and \`nginx.conf\`, TLS, a team page (${(html.length / 1000).toFixed(0)} KB, ${(packed.length / 1000).toFixed(0)} KB compressed), ${connections} connections, \`wrk\` ${version ?? ''}
beside it on ${machine}; ${new Date().toISOString().slice(0, 10)}, the machine's load when it began ${busy.toFixed(1)}. Where other work ran, rate and median
are what was left over; what nginx itself needed for a request holds, and with it how many one core would send that does nothing else:

| | requests a second | median | of a core's time | a core of its own |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

So 1,000 people who open it within the same minute are about ${rounded((1000 * first.requests) / 60)} requests a second for the first page, and 1,000 × ${megabytes(kept.size)} =
${whole.toFixed(1)} GB for offline use, spread over what their browsers do at rest. The line fills before the machine does: at 1 Gbit/s that is ${(whole * 8).toFixed(0)} seconds.`;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** To two figures: nothing here is known better. */
function rounded(number: number): string {
	return Number(number.toPrecision(2)).toLocaleString('en');
}

/** Puts a text between its marks in scaling.md. */
async function write(mark: string, text: string): Promise<void> {
	const [begin, end] = [`<!-- ${mark}: npm run bench:load -->`, `<!-- /${mark} -->`];
	const [before, rest = ''] = readFileSync(scaling, 'utf8').split(begin);
	const after = rest.split(end)[1];
	if (after === undefined) throw new Error(`${scaling} has no place for this: ${begin} … ${end}`);
	const all = `${before}${begin}\n\n${text}\n\n${end}${after}`;
	const settings = { ...(await resolveConfig(scaling)), parser: 'markdown' };
	writeFileSync(scaling, await format(all, settings));
}
