import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/** What a first visit may cost, compressed, in bytes. */
const limit = 5_000_000;
/** Not kept: downloads, what only machines read, and what hosts read. */
const apart =
	/\.(pdf|map|xml|txt)$|^(share\/|_headers$|_redirects$|api\/playbook\.schema|service-worker\.js$)/;
/** Each page's foot leads to it, no page needs it: first to go where there is no room. */
const last = 'api/playbook.json';
/** Compressed as they are; compressing them again is most of the work for a large index. */
const compressed = /\.(pf_\w+|pagefind|png|webp|woff2)$/;

/** Where a file is below the base path, with the beginning of its SHA-256 in hexadecimal. */
export type KeptFile = readonly [path: string, hash: string];

/**
 * Keeps the finished site for use without a network. Last of all: it must know the final bytes.
 * With OFFLINE=off what was kept before is removed.
 */
export function offline({ isOn = process.env['OFFLINE'] !== 'off' } = {}): AstroIntegration {
	return {
		name: 'offline',
		hooks: {
			async 'astro:build:done'({ dir, logger }) {
				const folder = fileURLToPath(dir);
				if (!isOn) {
					await writeRemover(folder);
					return logger.info('Offline use is off: what was kept before is removed.');
				}
				const { files, left, size } = await writeWorker(folder);
				logger.info(`${files.length} files work offline: ${megabytes(size)} compressed.`);
				if (left > 0)
					logger.warn(`${left} files need the network: more than ${megabytes(limit)} in all.`);
			},
		},
	};
}

/** Writes `service-worker.js` for the files of a folder; says which it keeps. */
export async function writeWorker(folder: string) {
	const kept = await keptFiles(folder);
	const list = JSON.stringify(kept.files);
	const code = await bundle('service-worker', {
		FILES: list,
		VERSION: JSON.stringify(createHash('sha256').update(list).digest('hex').slice(0, 12)),
		IS_WHOLE: String(kept.left === 0),
	});
	await writeFile(join(folder, 'service-worker.js'), code);
	return kept;
}

/** Writes a `service-worker.js` that takes away what an earlier one kept, and itself. */
export async function writeRemover(folder: string): Promise<void> {
	await writeFile(join(folder, 'service-worker.js'), await bundle('remove', {}));
}

/** The files to keep in the order of their use, how many found no room, and their size compressed. */
export async function keptFiles(folder: string, room = limit) {
	const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => !apart.test(name))
		.sort(byUse);
	const files: KeptFile[] = [];
	let size = 0;
	for (const name of names) {
		const bytes = readFileSync(join(folder, name));
		const more = size + (compressed.test(name) ? bytes : gzipSync(bytes, { level: 1 })).length;
		if (more > room) break;
		size = more;
		const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
		files.push([encodeURI(name.replace(/(^|\/)index\.html$/, '$1')), hash]);
	}
	return { files, left: names.length - files.length, size };
}

/** What every page needs comes first, then the pages nearest to the first one. */
function byUse(a: string, b: string): number {
	const rank = (name: string) => {
		if (name === last) return Infinity;
		return name.endsWith('.html') && name !== '404.html' ? name.split('/').length : 0;
	};
	return rank(a) - rank(b) || (a < b ? -1 : 1);
}

async function bundle(name: string, define: Record<string, string>): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [fileURLToPath(new URL(`../offline/${name}.ts`, import.meta.url))],
		bundle: true,
		minify: true,
		write: false,
		target: 'es2022',
		define,
	});
	return outputFiles[0]?.text ?? '';
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
