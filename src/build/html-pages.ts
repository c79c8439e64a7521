import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all HTML files below a folder, in order. */
export function htmlPages(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names
		.filter((name) => name.endsWith('.html'))
		.sort()
		.map((name) => join(folder, name));
}
