import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * What a host should send with every response: what a page's own policy, in its meta tag, cannot
 * say. `deploy/nginx.conf` and `deploy/Caddyfile` send the same; tests/deploy compares them.
 */
export const headers: Readonly<Record<string, string>> = {
	'Strict-Transport-Security': 'max-age=31536000',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'Content-Security-Policy': "frame-ancestors 'self'",
};

/** For files with a hash in their name. Everything else is asked for again and answered with 304. */
export const immutable = 'public, max-age=31536000, immutable';

/** Writes `_headers` and, under a sub-path, `_redirects`: Netlify and Cloudflare Pages read them. */
export function hostHeaders(): AstroIntegration {
	let base = '';
	return {
		name: 'host-headers',
		hooks: {
			'astro:config:done'({ config }) {
				base = config.base.replace(/\/$/, '');
			},
			async 'astro:build:done'({ dir }) {
				const folder = fileURLToPath(dir);
				await writeFile(join(folder, '_headers'), headersFile(base));
				// The files stand at the root of what is uploaded, the pages ask for them below the base.
				const redirects = `${base}/* /:splat 200\n/ ${base}/ 302\n`;
				if (base) await writeFile(join(folder, '_redirects'), redirects);
			},
		},
	};
}

/**
 * Both hosts let pages be revalidated by themselves; saying it would mix with the rule for assets.
 * The lists of the search index (`*.pf_meta`) have a hash too, but lie beside files that have none, and
 * not every host reads on after a `*`.
 */
function headersFile(base: string): string {
	const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
	const kept = ['_astro', 'pagefind/fragment', 'pagefind/index'].map(
		(folder) => `\n${base}/${folder}/*\n  Cache-Control: ${immutable}\n`,
	);
	return `${base}/*\n${lines.join('')}${kept.join('')}`;
}
