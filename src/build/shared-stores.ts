import type { AstroIntegration } from 'astro';
import { playbookFile } from './playbook-file.ts';

/**
 * Where projects may be shared, as the owner of the site names it: `SHARED_STORES` (addresses with
 * spaces between them), else `shared-stores` of `content/playbook.yaml`. `self` is the site's own
 * origin, `/dav/` a folder of it. Empty: nowhere.
 */
export function sharedStores(named = process.env['SHARED_STORES']): string[] {
	if (named !== undefined)
		return named
			.split(/[\s,]+/)
			.filter(Boolean)
			.map(checked);
	return (playbookFile()['shared-stores'] ?? []).map(checked);
}

/** The sources that a Content-Security-Policy must name for stores, beside the site itself. */
export function storeSources(stores: readonly string[]): string[] {
	return stores.filter((store) => store !== 'self' && !store.startsWith('/'));
}

/**
 * Puts the code of shared projects on every page, if there is any store; else not one byte of it is
 * built, since nothing else names it.
 */
export function sharedProjects(stores: readonly string[]): AstroIntegration {
	return {
		name: 'shared-projects',
		hooks: {
			'astro:config:setup'({ injectScript, updateConfig }) {
				const define = { __SHARED_STORES__: JSON.stringify(stores) };
				updateConfig({ vite: { define } });
				if (stores.length === 0) return;
				injectScript('page', "import { follow } from '/src/elements/shared/page.ts'; follow();");
			},
		},
	};
}

/** A folder of the site, or an address that stands in a policy as it is: no query, ends in a slash. */
function checked(store: string): string {
	if (store === 'self') return store;
	const isFolder = /^\/(?:[\w.~%-]+\/)*$/.test(store);
	const isAddress = /^https?:\/\/[\w.-]+(?::\d+)?\/(?:[\w.~%-]+\/)*$/.test(store);
	if (isFolder || isAddress) return store;
	throw new Error(
		`shared-stores: "${store}" must be self, a folder such as /dav/, or an address such as https://dav.example.com/playbook/`,
	);
}
