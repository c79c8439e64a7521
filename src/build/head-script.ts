import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const name = 'virtual:head-script';
const entry = fileURLToPath(new URL('../elements/page/head.ts', import.meta.url));
const whole = '?whole';
/** Vite's helper preloads the styles of what is imported later: ours has none, and each page carries it. */
const preloadHelper = '\0vite/preload-helper.js';
const plainImport = '\0plain-import';

/**
 * `virtual:head-script`: the code of `elements/page/head.ts` and all it imports as one string, for an
 * inline script. In the browser's modules an import of what it exports becomes a reference to it.
 */
export function headScript(): Plugin {
	let base = '/';
	let shared: Map<string, string[]>;
	return {
		name: 'head-script',
		enforce: 'pre',
		configResolved(config) {
			base = config.base;
		},
		async buildStart() {
			shared = await exportsByFile();
		},
		async resolveId(id, importer, options) {
			if (id === name) return `\0${name}`;
			if (id === preloadHelper) return plainImport;
			const inBrowser = this.environment.config.consumer === 'client';
			if (!inBrowser || !importer || id.endsWith(whole) || !id.endsWith('.ts')) return;
			const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
			return resolved && shared.has(resolved.id) ? `\0head:${resolved.id}` : undefined;
		},
		async load(id) {
			if (id === plainImport) return 'export const __vitePreload = (load) => load();';
			if (id.startsWith('\0head:')) {
				const file = id.slice('\0head:'.length);
				// Named exports come before those of `export *`, which then adds only the rest.
				const code = `export const { ${shared.get(file)?.join(', ')} } = globalThis.pb;
					export * from ${JSON.stringify(file + whole)};`;
				// Reading names does nothing: what nobody imports from it need not be loaded.
				return { code, moduleSideEffects: false };
			}
			if (id !== `\0${name}`) return;
			const { outputFiles, metafile } = await build({
				entryPoints: [entry],
				bundle: true,
				minify: true,
				write: false,
				metafile: true,
				format: 'esm',
				target: 'es2022',
				define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
			});
			for (const file of Object.keys(metafile.inputs)) this.addWatchFile(file);
			return `export default ${JSON.stringify(asScript(outputFiles[0]?.text ?? ''))}`;
		},
	};
}

/**
 * A module as a script that keeps its exports in `globalThis.pb`. A bundler's own wrapping would
 * carry helpers for exports that change later, of which there are none.
 */
export function asScript(code: string): string {
	const [whole, names] = /export\s*\{([^}]*)\};?\s*$/.exec(code) ?? [];
	if (!whole || names === undefined) throw new Error('The head script exports nothing.');
	const kept = names.split(',').map((name) => {
		const [local, exported = local] = name.trim().split(/\s+as\s+/);
		return `${exported}:${local}`;
	});
	return `var pb=(()=>{${code.slice(0, -whole.length)}return{${kept.join()}}})();`;
}

/** What `elements/page/head.ts` exports again, by the file it comes from. */
async function exportsByFile(): Promise<Map<string, string[]>> {
	const code = await readFile(entry, 'utf8');
	const lines = code.matchAll(/export \{([^}]+)\} from '([^']+)'/g);
	return new Map(
		[...lines].map(([, names = '', from = '']) => [
			resolve(dirname(entry), from),
			names.split(',').flatMap((part) => part.trim() || []),
		]),
	);
}
