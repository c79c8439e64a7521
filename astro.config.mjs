// @ts-check
import starlight from '@astrojs/starlight';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { finishPages } from './src/build/finish-pages.ts';
import { hostHeaders } from './src/build/host-headers.ts';
import { languages } from './src/build/languages.ts';
import { offline } from './src/build/offline.ts';
import { ownPalette } from './src/build/own-palette.ts';
import { pageCore } from './src/build/page-core.ts';
import { pageScripts } from './src/build/page-scripts.ts';
import { proseLinks } from './src/build/prose-links.ts';
import { routes } from './src/build/routes.ts';
import { sharedProjects, sharedStores } from './src/build/shared-stores.ts';

const override = (/** @type {string} */ name) => `./src/overrides/${name}.astro`;
const own = ['Banner', 'ContentPanel', 'Footer', 'Head', 'Header', 'Hero', 'LanguageSelect']
	.concat(['MarkdownContent', 'MobileTableOfContents', 'PageFrame', 'PageSidebar', 'PageTitle'])
	.concat(['Search', 'Sidebar', 'SkipLink', 'TableOfContents', 'ThemeProvider', 'ThemeSelect'])
	.concat(['TwoColumnContent']);
const { title, locales } = languages();
const stores = sharedStores();
const site = process.env.SITE_URL;

export default defineConfig({
	// Starlight reads its pages from <srcDir>/content/docs: with the root as srcDir, the top-level
	// content/ folder gets everything Starlight gives src/content.
	srcDir: '.',
	...(site ? { site } : {}),
	base: process.env.BASE_PATH || '/',
	trailingSlash: 'always',
	prefetch: false,
	// While one page is written to the disk, others are drawn.
	build: { concurrency: 4 },
	integrations: [
		starlight({
			title,
			locales,
			defaultLocale: 'root',
			pagefind: false,
			expressiveCode: false,
			components: Object.fromEntries(own.map((name) => [name, override(name)])),
			customCss: ['tokens', 'base', 'frame', 'checklist', 'parts', 'print'].map(
				(name) => `./src/styles/${name}.css`,
			),
			sidebar: [],
			markdown: { headingLinks: false },
			tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
		}),
		mdx(),
		proseLinks(),
		routes(),
		sharedProjects(stores),
		// In this order: the pages are finished, then kept.
		finishPages({ stores }),
		offline(),
		hostHeaders(),
		// A sitemap needs whole addresses. Starlight adds one unless there is one by this name.
		...(site ? [] : [{ name: '@astrojs/sitemap', hooks: {} }]),
	],
	vite: {
		plugins: [ownPalette(), pageCore(), pageScripts()],
		build: {
			// Astro marks its MDX modules with a directive of its own, which Rolldown need not know.
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
	},
	devToolbar: { enabled: false },
});
