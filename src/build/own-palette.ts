import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const own = fileURLToPath(new URL('../styles/starlight.css', import.meta.url));

/**
 * `styles/starlight.css` in the place of Starlight's palettes: its parts look like the rest of the
 * playbook, and every page is spared two sets of a hundred colours and sizes that it does not use.
 */
export function ownPalette(): Plugin {
	return {
		name: 'own-palette',
		enforce: 'pre',
		resolveId(source, importer) {
			const isPalette = source.endsWith('/style/props.css') && importer?.includes('starlight');
			return isPalette ? own : undefined;
		},
	};
}
