/** The server recipes of `deploy/`, in the real servers, with the built site. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasApt } from '../../scripts/apt.ts';
import { headers, immutable } from '../../src/build/host-headers.ts';

const dist = process.env['DIST'] ?? 'dist';
/** Where the site stands: `''` or `/some/path`. */
const base = (process.env['BASE_PATH'] ?? '').replace(/\/$/, '');

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}
interface Recipe {
	name: string;
	install: string;
	/** Whether this machine may do without it. */
	mayBeMissing?: boolean;
	start(folder: string, port: number): ChildProcess;
}

const nginx: Recipe = {
	name: 'nginx',
	install: 'apt-get install nginx-light',
	start(folder, port) {
		const recipe = readFileSync('deploy/nginx.conf', 'utf8')
			.replace(/^server \{\s+listen 80;[\s\S]*?^\}/m, '')
			.replace(/listen 443/, `listen 127.0.0.1:${port}`)
			.replace(/.*listen \[::\].*\n/, '')
			.replaceAll('/etc/ssl/playbook', folder)
			.replace('root /srv/playbook', `root ${folder}/root`)
			.replace('404 /404.html', `404 ${base}/404.html`);
		const user = process.getuid?.() === 0 ? 'user root;' : '';
		const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
			.map((name) => `${name}_temp_path ${folder}/${name};`)
			.join('\n');
		writeFileSync(
			join(folder, 'nginx.conf'),
			`${user} worker_processes 1; pid ${folder}/pid; error_log stderr warn; events {}
			http { include /etc/nginx/mime.types; access_log off; ${temporary}\n${recipe} }`,
		);
		const settings = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
		return spawn('nginx', [...settings, '-g', 'daemon off;'], { stdio: 'inherit' });
	},
};

const caddy: Recipe = {
	name: 'caddy',
	install: 'apt-get install caddy',
	// Where apt has it, scripts/setup-browser.ts sees to it; elsewhere it is no everyday program.
	mayBeMissing: !hasApt,
	start(folder, port) {
		const recipe = readFileSync('deploy/Caddyfile', 'utf8')
			.replace('playbook.example.com {', `https://127.0.0.1:${port} {\n\tbind 127.0.0.1`)
			.replace('{\n\tbind', `{\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem\n\tbind`)
			.replace('root * /srv/playbook', `root * ${folder}/root`)
			.replace('rewrite * /404.html', `rewrite * ${base}/404.html`);
		const own = '{\n\tadmin off\n\tauto_https disable_redirects\n}\n';
		writeFileSync(join(folder, 'Caddyfile'), own + recipe);
		const settings = ['--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
		const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
		return spawn('caddy', ['run', ...settings], {
			stdio: process.env['DEBUG'] ? 'inherit' : 'ignore',
			env,
		});
	},
};

for (const recipe of [nginx, caddy]) {
	const isHere = spawnSync(recipe.name, ['-v']).error === undefined;
	if (!isHere)
		console.warn(`${recipe.name} is not installed, its recipe not tested: ${recipe.install}`);
	if (!isHere && recipe.mayBeMissing) continue;

	// Nobody is to believe that this was tested where it was not.
	test.skipIf(!process.env['CI'])(`${recipe.name} is installed where it must be`, () => {
		expect(isHere, recipe.install).toBe(true);
	});

	describe.skipIf(!isHere)(`deploy/ for ${recipe.name}`, () => {
		const folder = mkdtempSync(join(tmpdir(), `playbook-${recipe.name}-`));
		let server: ChildProcess;
		let port = 0;

		beforeAll(async () => {
			const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
			const out = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
			const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
			execFileSync('openssl', ['req', '-x509', ...key, ...out, ...subject], { stdio: 'ignore' });
			chmodSync(folder, 0o755);
			mkdirSync(join(folder, 'root'));
			cpSync(dist, join(folder, 'root', base), { recursive: true });
			port = await freePort();
			server = recipe.start(folder, port);
			await vi.waitFor(() => get('/'), { timeout: 10_000 });
		});
		afterAll(async () => {
			const isRunning = server.exitCode === null;
			const gone = new Promise((resolve) => server.once('exit', resolve));
			if (isRunning && server.kill()) await gone;
			rmSync(folder, { recursive: true, force: true });
		});

		const get = (path: string, sent: Record<string, string> = {}) =>
			new Promise<Answer>((resolve, reject) => {
				const options = { port, path: base + path, headers: sent, rejectUnauthorized: false };
				request({ host: '127.0.0.1', ...options }, (response) => {
					const parts: Buffer[] = [];
					response.on('data', (part: Buffer) => parts.push(part));
					response.on('end', () =>
						resolve({
							status: response.statusCode ?? 0,
							headers: response.headers,
							body: Buffer.concat(parts),
						}),
					);
				})
					.on('error', reject)
					.end();
			});
		const asset = () => {
			const html = readFileSync(join(dist, 'index.html'), 'utf8');
			const path = /(?:href|src)="([^"]*\/_astro\/[^"]+)"/.exec(html)?.[1] ?? '';
			return path.slice(base.length);
		};

		test.each([
			['/', 200],
			['/zh-cn/teams/warehouse/', 200],
			['/api/playbook.json', 200],
			['/nothing/here/', 404],
		])('every response has every header: %s', async (path, status) => {
			const answer = await get(path);
			expect(answer.status).toBe(status);
			for (const [name, value] of Object.entries(headers))
				expect(answer.headers[name.toLowerCase()], name).toBe(value);
			expect(answer.headers['cache-control']).toBe('no-cache');
		});

		test('what has a hash in its name is kept for good', async () => {
			const answer = await get(asset());
			expect(answer.status).toBe(200);
			expect(answer.headers['cache-control']).toBe(immutable);
			expect(answer.headers['x-content-type-options']).toBe('nosniff');
		});

		test.each(['/', '/service-worker.js', '/api/words.en.json'])(
			'all else is asked for again and not sent twice: %s',
			async (path) => {
				const first = await get(path);
				const etag = first.headers.etag ?? '';
				expect(etag).not.toBe('');
				const again = await get(path, { 'if-none-match': etag });
				expect(again.status).toBe(304);
				expect(again.body).toHaveLength(0);
			},
		);

		test('text is compressed, and the same after it', async () => {
			for (const path of ['/teams/warehouse/', asset(), '/api/items.zh-CN.json']) {
				const plain = await get(path);
				const packed = await get(path, { 'accept-encoding': 'gzip' });
				expect(packed.headers['content-encoding'], path).toBe('gzip');
				expect(packed.headers.vary).toMatch(/accept-encoding/i);
				expect(packed.body.length).toBeLessThan(plain.body.length / 2);
				expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
			}
		});

		test('an unknown address gives the page that says so, in both languages', async () => {
			for (const path of ['/teams/nobody/', '/_headers', '/_astro/gone.js']) {
				const { status, headers, body } = await get(path);
				expect(status, path).toBe(404);
				expect(headers['cache-control'], path).toBe('no-cache');
				expect(body.toString(), path).toContain('没有这个页面');
			}
		});

		test('a missing slash leads to the page, on the same host', async () => {
			const { status, headers } = await get('/teams/warehouse');
			expect([301, 308]).toContain(status);
			expect(headers.location).toBe(`${base}/teams/warehouse/`);
		});

		test.each([
			['/', 'text/html'],
			['/service-worker.js', 'javascript'],
			['/site.webmanifest', 'application/manifest+json'],
			['/favicon.svg', 'image/svg+xml'],
			['/api/playbook.json', 'application/json'],
		])('%s is sent as what it is', async (path, type) => {
			expect((await get(path)).headers['content-type']).toContain(type);
		});
	});
}

test('_headers says the same as the recipes, and _redirects stands beside it under a sub-path', () => {
	const file = readFileSync(join(dist, '_headers'), 'utf8');
	for (const [name, value] of Object.entries(headers))
		expect(file).toContain(`  ${name}: ${value}\n`);
	expect(file).toContain(`${base}/_astro/*\n  Cache-Control: ${immutable}`);
	expect(existsSync(join(dist, '_redirects'))).toBe(base !== '');
});

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
		});
	});
}
