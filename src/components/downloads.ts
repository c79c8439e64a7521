import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A PDF that `npm run pdf` made. */
export interface Download {
	/** Its name in `downloads/`. */
	file: string;
	language: string;
	/** The team or list it is about; null = the whole playbook. */
	team: string | null;
	pages: number;
	bytes: number;
}

/** What `npm run pdf` leaves in `public/downloads/manifest.json`. */
export interface Manifest {
	/** The digest of the content they were made from. */
	content: string;
	files: Download[];
}

let found: Download[] | undefined;

/** The PDFs that can be linked: those there are, as long as the content is what they were made of. */
export function downloads(): Download[] {
	if (found && import.meta.env.PROD) return found;
	const path = 'public/downloads/manifest.json';
	if (!existsSync(path)) return (found = []);
	const { content, files } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
	if (content === contentDigest()) return (found = files);
	console.warn(
		'public/downloads/ is of other content and is not linked: npm run pdf makes it anew.',
	);
	return (found = []);
}

/** Changes with every word of `content/`. Like npm and Astro it reads from the project's folder. */
export function contentDigest(): string {
	const hash = createHash('sha256');
	const names = readdirSync('content', { recursive: true, encoding: 'utf8' });
	for (const name of names.filter((name) => /\.(ya?ml|mdx?|json)$/.test(name)).sort())
		hash.update(`${name.replaceAll('\\', '/')}\n`).update(readFileSync(join('content', name)));
	return hash.digest('base64url').slice(0, 16);
}
