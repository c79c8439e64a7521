import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
};
const packed = new Set(['.html', '.css', '.js', '.mjs', '.json', '.svg', '.wasm', '']);

export interface Sent {
	path: string;
	/** As sent, gzip level 9 where it shrinks. */
	bytes: number;
	kind: string;
}

/**
 * Serves a folder on 127.0.0.1 like a CDN: compressed once, cacheable. With `isSlow` every
 * response shares a line of 1.6 Mbit/s and comes 150 ms late, so that workers wait as pages do.
 */
export async function host(folder: string, isSlow = false) {
	const sent: Sent[] = [];
	const files = new Map<string, Packed>();
	let lineFree = 0;
	const send = (response: ServerResponse, bytes: Buffer) => {
		if (!isSlow) return void response.end(bytes);
		const start = Math.max(performance.now() + 150, lineFree);
		lineFree = start + (bytes.length * 8) / 1600;
		setTimeout(() => response.end(bytes), lineFree - performance.now());
	};
	const server = createServer(({ url = '/' }, response) => {
		const path = decodeURIComponent(url.split('?')[0] ?? '/');
		const found = [path, `${path}index.html`, `${path}.html`]
			.map((name) => join(folder, name))
			.find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
		if (!found) return void response.writeHead(404).end();
		const ending = extname(found);
		const { body, isZipped } = files.get(found) ?? pack(found, ending);
		files.set(found, { body, isZipped });
		sent.push({ path, bytes: body.length, kind: ending.slice(1) || 'other' });
		response.writeHead(200, {
			'content-type': types[ending] ?? 'application/octet-stream',
			'cache-control': 'max-age=600',
			...(isZipped ? { 'content-encoding': 'gzip' } : {}),
		});
		send(response, body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

interface Packed {
	readonly body: Buffer;
	readonly isZipped: boolean;
}

function pack(file: string, ending: string): Packed {
	const raw = readFileSync(file);
	const zipped = packed.has(ending) ? gzipSync(raw, { level: 9 }) : raw;
	const isZipped = zipped.length < raw.length;
	return { body: isZipped ? zipped : raw, isZipped };
}
