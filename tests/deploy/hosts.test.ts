/** The server recipes of `deploy/`, in the real servers, with the built site. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as requestPlain, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { headers, immutable } from '../../src/build/host-headers.ts';
import { caddy, isHere, nginx, start, type Running } from './servers.ts';

const dist = process.env['DIST'] ?? 'dist';
/** Where the site stands: `''` or `/some/path`. */
const base = (process.env['BASE_PATH'] ?? '').replace(/\/$/, '');

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

const asset = () => {
	const html = readFileSync(join(dist, 'index.html'), 'utf8');
	const path = /(?:href|src)="([^"]*\/_astro\/[^"]+)"/.exec(html)?.[1] ?? '';
	return path.slice(base.length);
};
/** The first file of the search index with such a name. */
const ofIndex = (name: RegExp) => {
	const found = readdirSync(join(dist, 'pagefind'), { recursive: true, encoding: 'utf8' });
	return `/pagefind/${found.find((one) => name.test(one)) ?? 'none'}`;
};

for (const recipe of [nginx, caddy]) {
	const isInstalled = isHere(recipe);
	if (!isInstalled)
		console.warn(`${recipe.name} is not installed, its recipe not tested: ${recipe.install}`);
	if (!isInstalled && recipe.mayBeMissing) continue;

	// Nobody is to believe that this was tested where it was not.
	test.skipIf(!process.env['CI'])(`${recipe.name} is installed where it must be`, () => {
		expect(isInstalled, recipe.install).toBe(true);
	});

	describe.skipIf(!isInstalled)(`deploy/ for ${recipe.name}`, () => {
		let server: Running;
		beforeAll(async () => {
			server = await start(recipe, dist, base);
		}, 30_000);
		afterAll(() => server?.stop());

		const get = (path: string, sent: Record<string, string> = {}) =>
			answerTo(request, {
				port: server.port,
				path: base + path,
				headers: sent,
				rejectUnauthorized: false,
			});

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
			expect(answer.headers.server ?? '', 'says no version').not.toMatch(/\d/);
		});

		test.each([
			['a script or style', asset],
			['a fragment of the search index', () => ofIndex(/^fragment\//)],
			['a part of the search index', () => ofIndex(/^index\//)],
			['the list of those', () => ofIndex(/\.pf_meta$/)],
		])('what has a hash in its name is kept for good: %s', async (_, path) => {
			const answer = await get(path());
			expect(answer.status).toBe(200);
			expect(answer.headers['cache-control']).toBe(immutable);
			expect(answer.headers['x-content-type-options']).toBe('nosniff');
		});

		test.each([
			'/',
			'/service-worker.js',
			'/api/words.en.json',
			'/pagefind/pagefind.js',
			'/pagefind/pagefind-entry.json',
			'/pagefind/wasm.en.pagefind',
			'/pagefind/words.en.json',
		])('all else is asked for again and not sent twice: %s', async (path) => {
			for (const coding of ['identity', 'gzip']) {
				const first = await get(path, { 'accept-encoding': coding });
				const etag = first.headers.etag ?? '';
				expect(first.headers['cache-control']).toBe('no-cache');
				expect(etag).not.toBe('');
				const again = await get(path, { 'accept-encoding': coding, 'if-none-match': etag });
				expect(again.status, coding).toBe(304);
				expect(again.headers['cache-control'], coding).toBe('no-cache');
				expect(again.body).toHaveLength(0);
			}
		});

		test('text is compressed, and the same after it', async () => {
			const paths = ['/teams/warehouse/', asset(), '/api/items.zh-CN.json'];
			// Only a build for an address has one.
			if (existsSync(join(dist, 'sitemap-0.xml'))) paths.push('/sitemap-0.xml');
			for (const path of paths) {
				const plain = await get(path);
				const packed = await get(path, { 'accept-encoding': 'gzip' });
				expect(packed.headers['content-encoding'], path).toBe('gzip');
				expect(packed.headers.vary).toMatch(/accept-encoding/i);
				expect(packed.body.length).toBeLessThan(plain.body.length / 2);
				expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
			}
		});

		test('an unknown address gives the page that says so, in both languages', async () => {
			const gone = ['/_astro/gone.js', '/pagefind/fragment/en_0000000.pf_fragment'];
			for (const path of ['/teams/nobody/', '/_headers', '/_redirects', ...gone]) {
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

		test('HTTP/2 sends the same', async () => {
			const session = connect(`https://127.0.0.1:${server.port}`, { rejectUnauthorized: false });
			onTestFinished(() => session.destroy());
			const answers = ['/teams/warehouse/', asset()].map(
				(path) =>
					new Promise<[status: unknown, caching: unknown, safety: unknown, body: string]>(
						(resolve, reject) => {
							let body = '';
							let head: Record<string, unknown> = {};
							session.on('error', reject);
							session
								.request({ ':path': base + path })
								.setEncoding('utf8')
								.on('response', (headers) => (head = headers))
								.on('data', (part) => (body += String(part)))
								.on('end', () => {
									const policy = head['content-security-policy'];
									resolve([head[':status'], head['cache-control'], policy, body]);
								})
								.on('error', reject)
								.end();
						},
					),
			);
			const policy = headers['Content-Security-Policy'];
			const text = (path: string) => readFileSync(join(dist, path), 'utf8');
			expect(await Promise.all(answers)).toEqual([
				[200, 'no-cache', policy, text('teams/warehouse/index.html')],
				[200, immutable, policy, text(asset())],
			]);
			expect(session.alpnProtocol).toBe('h2');
		});

		if (recipe !== nginx) return;

		test('HTTP leads to the same address in HTTPS', async () => {
			const path = `${base}/teams/warehouse/?from=mail`;
			const answer = await answerTo(requestPlain, { port: server.plainPort, path });
			expect(answer.status).toBe(308);
			expect(answer.headers.location).toBe(`https://127.0.0.1${path}`);
			expect(answer.headers.server).toBe('nginx');
		});

		test('what lies compressed beside a file is sent as it lies', async () => {
			const path = '/guides/launch-day/';
			const file = join(server.site, path, 'index.html');
			// The server's own would be shorter.
			const lying = gzipSync(readFileSync(file), { level: 1 });
			writeFileSync(`${file}.gz`, lying);
			onTestFinished(() => rmSync(`${file}.gz`));
			const packed = await get(path, { 'accept-encoding': 'gzip' });
			expect(packed.headers['content-encoding']).toBe('gzip');
			expect(packed.headers.vary).toMatch(/accept-encoding/i);
			expect(packed.headers['cache-control']).toBe('no-cache');
			expect(packed.body.equals(lying)).toBe(true);
			const etag = packed.headers.etag ?? '';
			const again = await get(path, { 'accept-encoding': 'gzip', 'if-none-match': etag });
			expect(again.status).toBe(304);
			expect((await get(path)).body.equals(readFileSync(file))).toBe(true);
		});
	});
}

test('_headers says the same as the recipes, and _redirects stands beside it under a sub-path', () => {
	const file = readFileSync(join(dist, '_headers'), 'utf8');
	for (const [name, value] of Object.entries(headers))
		expect(file).toContain(`  ${name}: ${value}\n`);
	for (const folder of ['_astro', 'pagefind/fragment', 'pagefind/index'])
		expect(file).toContain(`${base}/${folder}/*\n  Cache-Control: ${immutable}\n`);
	expect(existsSync(join(dist, '_redirects'))).toBe(base !== '');
});

function answerTo(by: typeof request, options: RequestOptions): Promise<Answer> {
	return new Promise((resolve, reject) => {
		by({ host: '127.0.0.1', ...options }, (response) => {
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
}
