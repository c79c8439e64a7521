import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

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

export interface Site {
	/** Where it listens, without a slash at the end: `http://127.0.0.1:4329`. */
	url: string;
	/** The paths that were asked for, in order. */
	asked: string[];
	close(): Promise<void>;
}

/**
 * Serves a built site on 127.0.0.1, as strictly as a host may: folders need their slash, unknown
 * addresses give 404.html with status 404, and nothing outside `base` exists. Port 0: any free one.
 */
export async function serve(folder: string, { port = 0, base = '/' } = {}): Promise<Site> {
	const asked: string[] = [];
	const answer = async (url: string, response: ServerResponse) => {
		const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
		asked.push(path);
		const send = (status: number, body: Buffer | string, type: string) =>
			response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
		try {
			if (!path.startsWith(base)) throw new Error('outside the base path');
			const file = join(folder, normalize(`/${path.slice(base.length)}`));
			const isFolder = (await stat(file)).isDirectory();
			if (isFolder && !path.endsWith('/')) {
				response.writeHead(308, { location: `${encodeURI(path)}/` }).end();
				return;
			}
			const target = isFolder ? join(file, 'index.html') : file;
			send(200, await readFile(target), types[extname(target)] ?? 'application/octet-stream');
		} catch {
			const missing = await readFile(join(folder, '404.html')).catch(() => 'Not found');
			send(404, missing, 'text/html; charset=utf-8');
		}
	};
	const server = createServer(({ url = '/' }, response) => void answer(url, response));
	await listen(server, port);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve);
	});
}
