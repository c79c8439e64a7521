/** Addresses of shared copies: which are allowed, and what a person meant by one. */

/** An address that may be used, or why it may not, as the end of a key of the language files. */
export type Checked =
	{ readonly address: string } | { readonly fault: 'no-address' | 'secret' | 'store' };

/** What a person typed as an address. A folder gets a file of this name. */
export function checkAddress(
	typed: string,
	stores: readonly string[],
	name: string,
	page: string,
): Checked {
	let url: URL;
	try {
		url = new URL(typed.trim(), page);
	} catch {
		return { fault: 'no-address' };
	}
	if (!typed.trim() || !/^https?:$/.test(url.protocol)) return { fault: 'no-address' };
	// A password or a signature in an address would be shown, linked and logged.
	if (url.username || url.password || url.search) return { fault: 'secret' };
	url.hash = '';
	if (url.pathname.endsWith('/')) url.pathname += `${encodeURIComponent(name)}.json`;
	const isNamed = stores.some((store) => isInside(url, store, page));
	return isNamed ? { address: url.href } : { fault: 'store' };
}

/** The address to begin with: the first store that is a folder. */
export function firstFolder(stores: readonly string[], page: string): string {
	const folder = stores.find((store) => store !== 'self');
	return folder ? new URL(folder, page).href : '';
}

function isInside(url: URL, store: string, page: string): boolean {
	const { origin, href } = new URL(store === 'self' ? '/' : store, page);
	return url.origin === origin && url.href.startsWith(href);
}
