import type { AstroIntegration } from 'astro';

interface Target {
	url: string;
}
interface Context {
	setProperty(node: Target, key: 'url', value: string): void;
}

/**
 * Under a sub-path links of the prose lead there too: an author writes `/teams/warehouse/` whatever
 * address the site is built for. (Components ask `page.ts` for their addresses.)
 */
export function proseLinks(): AstroIntegration {
	return {
		name: 'prose-links',
		hooks: {
			'astro:config:setup'({ config }) {
				const base = config.base.replace(/\/$/, '');
				const under = (node: Target, context: Context) => {
					if (/^\/(?!\/)/.test(node.url)) context.setProperty(node, 'url', `${base}${node.url}`);
				};
				// Starlight adds its own the same way, to Astro's Markdown processor, Sätteri.
				const { options } = config.markdown.processor as unknown as {
					options: { mdastPlugins: unknown[] };
				};
				if (base)
					options.mdastPlugins.push({ name: 'prose-links', link: under, definition: under });
			},
		},
	};
}
