import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const name = 'virtual:page-core';
const folder = new URL('../elements/page/', import.meta.url);
const head = fileURLToPath(new URL('head.ts', folder));
const core = fileURLToPath(new URL('core.ts', folder));
const whole = '?whole';
const text = JSON.stringify;
/** Vite's helper preloads the styles of what is imported later: ours has none, and each page carries it. */
const preloadHelper = '\0vite/preload-helper.js';
const plainImport = '\0plain-import';

/**
 * `virtual:page-core`: the code of `elements/page/head.ts` and all it imports, for an inline script,
 * and the address of `elements/page/core.ts`. The core is built by itself, so that a page can ask for
 * one file before all others: what it exports the other modules import from it, function by function.
 */
export function pageCore(): Plugin {
	let base = '/';
	let isBuild = false;
	let shared: Shared;
	let built: { code: string; address: string } | undefined;
	const bundle = async (contents: string, format: 'esm' | 'iife') => {
		const { outputFiles, metafile } = await build({
			stdin: { contents, resolveDir: fileURLToPath(folder), loader: 'ts' },
			bundle: true,
			minify: true,
			write: false,
			metafile: true,
			format,
			target: 'es2022',
			define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
		});
		return { code: outputFiles[0]?.text.trim() ?? '', files: Object.keys(metafile.inputs) };
	};
	return {
		name: 'page-core',
		enforce: 'pre',
		configResolved(config) {
			base = config.base;
			isBuild = config.command === 'build';
		},
		async buildStart() {
			// The development server hands out each module once, whoever asks.
			if (!isBuild) return;
			if (!built) {
				shared = await exportsByFile();
				const names = [...shared].map(([file, names]) => exportFrom(file, names, true));
				const { code } = await bundle([...names, `import ${text(core)}`].join('\n'), 'esm');
				const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
				built = { code, address: `${base}_astro/core.${hash}.js` };
			}
			if (this.environment.config.consumer !== 'client') return;
			const fileName = built.address.slice(base.length);
			this.emitFile({ type: 'asset', fileName, source: built.code });
		},
		async resolveId(id, importer, options) {
			if (id === name) return `\0${name}`;
			if (id === preloadHelper) return plainImport;
			if (!built) return;
			if (id === built.address) return { id, external: 'absolute' };
			const inBrowser = this.environment.config.consumer === 'client';
			if (!inBrowser || !importer || id.endsWith(whole) || !id.endsWith('.ts')) return;
			const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
			return resolved && shared.has(resolved.id) ? `\0core:${resolved.id}` : undefined;
		},
		async load(id) {
			if (id === plainImport) return 'export const __vitePreload = (load) => load();';
			if (built && id.startsWith('\0core:')) {
				const file = id.slice('\0core:'.length);
				// Named exports come before those of `export *`, which then adds only the rest.
				const code = `${exportFrom(built.address, shared.get(file) ?? [])}
					export * from ${text(file + whole)};`;
				// Reading names does nothing: what nobody imports from it need not be loaded.
				return { code, moduleSideEffects: false };
			}
			if (id !== `\0${name}`) return;
			const { code, files } = await bundle(`import ${text(head)}`, 'iife');
			for (const file of files) this.addWatchFile(file);
			const address = built?.address ?? `${base}src/elements/page/core.ts`;
			return `export const head = ${text(code)}, core = ${text(address)};`;
		},
	};
}

/** By file: the names it exports, each with the short one that it has in the core. */
type Shared = Map<string, [name: string, short: string][]>;

/** What `elements/page/core.ts` exports again. */
async function exportsByFile(): Promise<Shared> {
	const code = await readFile(core, 'utf8');
	let count = 0;
	return new Map(
		[...code.matchAll(/export \{([^}]+)\} from '([^']+)'/g)].map(([, names = '', from = '']) => [
			resolve(dirname(core), from),
			names
				.split(',')
				.flatMap((part) => part.trim() || [])
				.map((name) => [name, letters(count++)]),
		]),
	);
}

/** `a` to `Z`, then `aa`, `ab`, … */
function letters(no: number): string {
	const all = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
	return no < all.length
		? (all[no] ?? '')
		: letters(Math.floor(no / all.length) - 1) + letters(no % all.length);
}

function exportFrom(file: string, names: [string, string][], isCore = false): string {
	const list = names.map(([name, short]) =>
		isCore ? `${name} as ${short}` : `${short} as ${name}`,
	);
	return `export { ${list.join(', ')} } from ${text(file)};`;
}
