/** What the worker answers an address with: a kept file, another address, or nothing of its own. */
export function find(
	{ pathname, search }: Pick<URL, 'pathname' | 'search'>,
	files: ReadonlyMap<string, unknown>,
): { file?: string; redirect?: string } {
	// A folder's page has one name here. Queries select nothing on a static host.
	const path = pathname.replace(/\/index\.html$/, '/');
	if (files.has(path)) return { file: path };
	return files.has(`${path}/`) ? { redirect: `${path}/${search}` } : {};
}
