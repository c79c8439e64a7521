import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexOf } from '../model/playbook.ts';
import { htmlPages } from './html-pages.ts';
import { searchLinks } from './search-code.ts';
import { searchIndex } from './search-index.ts';
import { storeSources } from './shared-stores.ts';

/**
 * The last hand, when all pages stand: they are read for search, and each is finished. Starlight's
 * additions that this site does not use go, what the search will need is named, and the page is sealed
 * with a Content-Security-Policy that allows exactly the scripts and styles that are in it.
 */
export function finishPages({ stores = [] as readonly string[] } = {}): AstroIntegration {
	let assets: string;
	let base: string;
	return {
		name: 'finish-pages',
		hooks: {
			'astro:config:done'({ config }) {
				assets = config.build.assets;
				base = config.base.replace(/\/$/, '');
			},
			async 'astro:build:done'({ dir, logger }) {
				const out = fileURLToPath(dir);
				// As the pages were drawn from it, whatever was edited meanwhile.
				const { playbook } = globalThis;
				if (!playbook) throw new Error('The playbook was not loaded: see the errors above.');
				const files = htmlPages(out);
				const index = await searchIndex(files, indexOf(playbook), out);
				logger.info(`${index.units} items, terms, sections and pages can be searched.`);
				const detours = await scriptDetours(join(out, assets));
				// While the index is written, the pages get all but the names of its files.
				const writing = index.write();
				rewrite(files, (html) =>
					sealPage(hastenPage(keepWhole(frameTables(trimPage(html))), detours), stores),
				);
				await writing;
				rewrite(files, await searchLinks(out, assets, base));
			},
		},
	};
}

/** One small file after the other: waiting for each takes longer than reading and writing it. */
function rewrite(files: readonly string[], change: (html: string) => string): void {
	for (const file of files) writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/**
 * Without Starlight's print stylesheet (ours replaces it), its script for a sidebar that is not used,
 * and what says which tools made the page; light where no script chooses the theme.
 */
export function trimPage(html: string): string {
	return html
		.replace(/(<html\b[^>]* data-theme=")dark"/, '$1light"')
		.replace(/<link rel="stylesheet" href="[^"]*" media="print">/, '')
		.replace(/<meta name="generator"[^>]*>/g, '')
		.replace(/<script type="module">(?:(?!<\/script>).)*sidebar-state.*?<\/script>/s, '');
}

/**
 * With each table of the prose in a frame that scrolls sideways by itself, can be reached by
 * keyboard and is named by the heading above it; of several under one heading the others also by
 * their first column. Tables of components have attributes and no need.
 */
export function frameTables(html: string): string {
	let heading = '';
	let count = 0;
	return html.replace(/<h[23] id="([^"]+)"|<table>.*?<\/table>/gs, (part, id?: string) => {
		if (id) [heading, count] = [id, 0];
		if (!part.startsWith('<table>')) return part;
		const own = `${heading}-${++count}`;
		const name = count === 1 ? heading : `${heading} ${own}`;
		const table = count === 1 ? part : part.replace(/<th(?=[ >])/, `<th id="${own}"`);
		return `<div class="table-frame" role="region" tabindex="0" aria-labelledby="${name}">${table}</div>`;
	});
}

/** With e-commerce and e-mail on one line each: a browser breaks them after the hyphen. */
export function keepWhole(html: string): string {
	// Tags with a class may lay out their text as a part of its own, and code and data have none of these.
	return html.replace(
		/(<(?:a|dd|li|p|td)\b(?![^>]*\bclass=)[^>]*>)([^<]*\be-[^<]*)/gi,
		(_, tag: string, text: string) =>
			tag + text.replace(/\be-(?:commerce|mail)\b/gi, '<span class="whole">$&</span>'),
	);
}

/**
 * Fetched sooner: the stylesheets are named before the head's script, which would keep the browser
 * from seeing them for as long as it runs, and a script that only imports another is that other.
 */
export function hastenPage(html: string, detours: ReadonlyMap<string, string>): string {
	const head = html.slice(0, html.indexOf('</head>'));
	const sheets = [...head.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
	const preloads = sheets.map(([, href]) => `<link rel="preload" as="style" href="${href}">`);
	return html
		.replace(/<meta name="viewport"[^>]*>/, (meta) => meta + preloads.join(''))
		.replace(
			/(<script type="module" src="[^"]*\/)([^"/]+)"/g,
			(_, before: string, name: string) => `${before}${detours.get(name) ?? name}"`,
		);
}

/** The built scripts that do nothing but import one other, with that other. */
async function scriptDetours(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
	const found = await Promise.all(
		names.map(async (name): Promise<[string, string][]> => {
			const code = await readFile(join(folder, name), 'utf8');
			const [, other] = /^import\s*["']\.\/([^"']+)["'];?\s*$/.exec(code) ?? [];
			return other ? [[name, other]] : [];
		}),
	);
	return new Map(found.flat());
}

/** With a policy as the first thing in the head, since it holds only for what follows it. */
export function sealPage(html: string, stores: readonly string[] = []): string {
	const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html, stores)}">`;
	return html.replace(/<head>/, `<head>${meta}`);
}

/**
 * The policy of one page: own files, plus its inline scripts and styles by hash.
 * `wasm-unsafe-eval` lets the search's WebAssembly run; style attributes carry progress widths.
 */
export function policyFor(html: string, stores: readonly string[] = []): string {
	const hashes = (pattern: RegExp) =>
		[...new Set([...html.matchAll(pattern)].map((match) => sha256(match[1] ?? '')))].map(
			(hash) => ` 'sha256-${hash}'`,
		);
	const scripts = hashes(
		/<script(?![^>]*\ssrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g,
	);
	const styles = hashes(/<style[^>]*>([\s\S]*?)<\/style>/g);
	return [
		"default-src 'self'",
		`script-src 'self' 'wasm-unsafe-eval'${scripts.join('')}`,
		`style-src 'self'${styles.join('')}`,
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		["connect-src 'self'", ...storeSources(stores)].join(' '),
		"worker-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
