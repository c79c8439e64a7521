import type { Plugin } from 'vite';

/**
 * What runs on every page in one file: it packs better than the pieces other pages share, and costs
 * one request. What is fetched on demand comes without Vite's lists of what else to preload, which
 * every page would carry.
 */
export function pageScripts(): Plugin {
	return {
		name: 'page-scripts',
		configEnvironment(name) {
			if (name !== 'client') return;
			const everyPage = { name: 'every-page', test: /[\\/]elements[\\/]page[\\/]every-page\.ts$/ };
			return {
				build: {
					modulePreload: false,
					rolldownOptions: {
						output: { codeSplitting: { groups: [everyPage] }, chunkFileNames },
					},
				},
			};
		},
	};
}

/** `elements/search/dialog.ts` as `search-dialog`, since several folders have a file of one name. */
function chunkFileNames({ facadeModuleId }: { facadeModuleId?: string | null }): string {
	const [, folder, file] =
		/[\\/]elements[\\/](\w+)[\\/]([\w-]+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
	const name = !folder || folder === file || folder === 'page' ? '[name]' : `${folder}-[name]`;
	return `_astro/${name}.[hash].js`;
}
