// @ts-check
import starlight from '@astrojs/starlight';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { finishPages } from './src/build/finish-pages.ts';
import { headScript } from './src/build/head-script.ts';
import { languages } from './src/build/languages.ts';
import { routes } from './src/build/routes.ts';
import { searchIndex } from './src/build/search-index.ts';

const override = (/** @type {string} */ name) => `./src/overrides/${name}.astro`;
const own = ['Banner', 'ContentPanel', 'Footer', 'Head', 'Header', 'Hero', 'LanguageSelect']
	.concat(['MarkdownContent', 'MobileTableOfContents', 'PageFrame', 'PageSidebar', 'PageTitle'])
	.concat(['Search', 'Sidebar', 'SkipLink', 'TableOfContents', 'ThemeProvider', 'ThemeSelect'])
	.concat(['TwoColumnContent']);
const { title, locales } = languages();

export default defineConfig({
	// Starlight reads its pages from <srcDir>/content/docs: with the root as srcDir, the top-level
	// content/ folder gets everything Starlight gives src/content.
	srcDir: '.',
	...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
	base: process.env.BASE_PATH || '/',
	trailingSlash: 'always',
	prefetch: false,
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
		routes(),
		// In this order: both read or change the finished pages.
		finishPages(),
		searchIndex(),
	],
	vite: { plugins: [headScript()], build: { modulePreload: false } },
	devToolbar: { enabled: false },
});
