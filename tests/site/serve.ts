// A plain static host for the built site: `node tests/site/serve.ts <folder> <port> [base path]`.
// As strict as a host may be: folders need their slash, unknown addresses give 404.html with 404.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [folder = 'dist', port = '4329', base = '/'] = process.argv.slice(2);
const types: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
};

createServer(async ({ url = '/' }, response) => {
	const { pathname } = new URL(url, 'http://127.0.0.1');
	const path = decodeURIComponent(pathname);
	const file = path.startsWith(base) ? join(folder, normalize(`/${path.slice(base.length)}`)) : '';
	const send = (status: number, body: Buffer | string, type: string) =>
		response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
	try {
		if (!file) throw new Error('outside');
		const isFolder = (await stat(file)).isDirectory();
		if (isFolder && !path.endsWith('/'))
			return void response.writeHead(308, { location: `${pathname}/` }).end();
		const target = isFolder ? join(file, 'index.html') : file;
		send(200, await readFile(target), types[extname(target)] ?? 'application/octet-stream');
	} catch {
		const missing = await readFile(join(folder, '404.html')).catch(() => 'Not found');
		send(404, missing, 'text/html; charset=utf-8');
	}
}).listen(Number(port), '127.0.0.1');
