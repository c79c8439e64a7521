import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const name = 'virtual:head-script';
const entry = fileURLToPath(new URL('../elements/head.ts', import.meta.url));
const whole = '?whole';
/** Vite's helper preloads the styles of what is imported later: ours has none, and each page carries it. */
const preloadHelper = '\0vite/preload-helper.js';
const plainImport = '\0plain-import';

/**
 * `virtual:head-script`: the code of `elements/head.ts` and all it imports as one string, for an
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
				format: 'iife',
				globalName: 'pb',
				target: 'es2022',
				define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
			});
			for (const file of Object.keys(metafile.inputs)) this.addWatchFile(file);
			return `export default ${JSON.stringify(outputFiles[0]?.text ?? '')}`;
		},
	};
}

/** What `elements/head.ts` exports again, by the file it comes from. */
async function exportsByFile(): Promise<Map<string, string[]>> {
	const code = await readFile(entry, 'utf8');
	const lines = code.matchAll(/export \{([^}]+)\} from '([^']+)'/g);
	return new Map(
		[...lines].map(([, names = '', from = '']) => [
			fileURLToPath(new URL(from, new URL('../elements/', import.meta.url))),
			names.split(',').flatMap((part) => part.trim() || []),
		]),
	);
}
