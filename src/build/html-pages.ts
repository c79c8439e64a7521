import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The paths of all HTML files below a folder. */
export async function htmlPages(folder: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true });
	return names.filter((name) => name.endsWith('.html')).map((name) => join(folder, name));
}
