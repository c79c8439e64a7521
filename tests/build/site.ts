/** The finished build, read once: DIST (dist/ unless told) and the sub-path it was built for. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { htmlPages } from '../../src/build/html-pages.ts';

export const dist = resolve(process.env['DIST'] ?? 'dist');
/** `/` or `/some/path/`. */
export const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
if (!existsSync(join(dist, 'index.html')))
	throw new Error(`${dist} holds no build. Run "npm run build" first.`);

export interface Page {
	/** Its address with the base path: `/teams/warehouse/`. */
	address: string;
	html: string;
}

export const pages: Page[] = htmlPages(dist).map((path) => ({
	address:
		base +
		path
			.slice(dist.length + 1)
			.replaceAll('\\', '/')
			.replace(/(^|\/)index\.html$/, '$1'),
	html: readFileSync(path, 'utf8'),
}));

/** A page by its address without the base path. */
export function pageAt(address: string): Page {
	const page = pages.find((one) => one.address === base + address.slice(1));
	if (!page) throw new Error(`There is no page ${address}.`);
	return page;
}

/** The bytes of a built file by its address, or undefined. */
export function fileAt(address: string): Buffer | undefined {
	if (!address.startsWith(base)) return undefined;
	const path = join(dist, decodeURIComponent(address.slice(base.length)));
	return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}

export interface Tag {
	name: string;
	attributes: Record<string, string>;
	/** For script and style: what is in it. */
	text: string;
}

/** Every start tag of a page. What stands in scripts, styles and comments is no tag. */
export function tags(html: string): Tag[] {
	const pattern =
		/<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>|<([a-z][\w-]*)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/gi;
	return [...html.matchAll(pattern)].flatMap(([, raw, rawRest, text, name, rest]) => {
		const tag = raw ?? name;
		if (!tag) return [];
		return [
			{
				name: tag.toLowerCase(),
				attributes: attributesOf(rawRest ?? rest ?? ''),
				text: text ?? '',
			},
		];
	});
}

function attributesOf(text: string): Record<string, string> {
	const pattern = /([^\s=>]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
	return Object.fromEntries(
		[...text.matchAll(pattern)].map(([, name = '', a, b, c]) => [name, decoded(a ?? b ?? c ?? '')]),
	);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
	return text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (all, ...groups: string[]) => {
		const [hex, code, word = ''] = groups;
		if (!code) return named[word] ?? all;
		return String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10));
	});
}

/** Whether a script tag holds data instead of code. */
export function isData({ attributes }: Tag): boolean {
	return /json|template/.test(attributes['type'] ?? '');
}
