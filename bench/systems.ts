/** What is measured: each system writes the same pages its own way and builds them. */
import { ours } from './ours.ts';
import { markdown, type BenchPage } from './pages.ts';
import { files, type System } from './project.ts';

const starlight: System = {
	name: 'Starlight',
	packages: { astro: '7.3.5', '@astrojs/starlight': '0.42.4', pagefind: '1.6.0' },
	write(folder, pages) {
		const groups = [...new Set(pages.map(({ group }) => group))].map((group) => ({
			label: group,
			items: [{ autogenerate: { directory: group } }],
		}));
		files(folder, {
			// Astro bundles what the manifest names and has Astro files.
			'package.json': JSON.stringify({ type: 'module', dependencies: starlight.packages }),
			'astro.config.mjs': `import { defineConfig } from 'astro/config';
				import starlight from '@astrojs/starlight';
				export default defineConfig({ integrations: [
					starlight({ title: 'Bench', sidebar: ${JSON.stringify(groups)} }) ] });`,
			'src/content.config.ts': `import { defineCollection } from 'astro:content';
				import { docsLoader } from '@astrojs/starlight/loaders';
				import { docsSchema } from '@astrojs/starlight/schema';
				export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
			'src/content/docs/index.md': '---\ntitle: Bench\n---\n\nStart here.\n',
			...inGroups('src/content/docs', pages),
		});
	},
	build: ['node_modules/.bin/astro', 'build'],
	out: 'dist',
	caches: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
	address: ({ group, id }) => `/${group}/${id}/`,
	search: {
		open: 'button[data-open-modal]',
		box: '#starlight__search input',
		result: '#starlight__search .pagefind-ui__result a, #starlight__search [role=option]',
	},
};

const vitepress: System = {
	name: 'VitePress',
	packages: { vitepress: '1.6.4', vue: '3.5.45' },
	write(folder, pages) {
		const sidebar = [...new Set(pages.map(({ group }) => group))].map((group) => ({
			text: group,
			items: pages
				.filter((page) => page.group === group)
				.map(({ title, id }) => ({ text: title, link: `/${group}/${id}` })),
		}));
		files(folder, {
			'package.json': '{ "type": "module" }',
			'.vitepress/config.js': `export default { title: 'Bench', themeConfig: {
				search: { provider: 'local' }, sidebar: ${JSON.stringify(sidebar)} } };`,
			'index.md': '# Bench\n\nStart here.\n',
			...inGroups('.', pages, true),
		});
	},
	build: ['node_modules/.bin/vitepress', 'build'],
	out: '.vitepress/dist',
	caches: ['.vitepress/dist', '.vitepress/cache', 'node_modules/.vite'],
	address: ({ group, id }) => `/${group}/${id}.html`,
	search: {
		open: '#local-search button',
		box: '.VPLocalSearchBox input',
		result: '.VPLocalSearchBox .result',
	},
};

const docusaurus: System = {
	name: 'Docusaurus',
	packages: {
		'@docusaurus/core': '3.10.2',
		'@docusaurus/preset-classic': '3.10.2',
		'@docusaurus/faster': '3.10.2',
		'@easyops-cn/docusaurus-search-local': '0.55.3',
		react: '19.3.1',
		'react-dom': '19.3.1',
	},
	write(folder, pages) {
		files(folder, {
			'package.json': '{}',
			'docusaurus.config.js': `module.exports = { title: 'Bench', url: 'https://bench.example', baseUrl: '/',
				onBrokenLinks: 'ignore', future: { v4: true, faster: true },
				presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
				themes: [[require.resolve('@easyops-cn/docusaurus-search-local'),
					{ hashed: true, indexBlog: false, docsRouteBasePath: '/' }]] };`,
			'docs/index.md': '---\nslug: /\n---\n\n# Bench\n\nStart here.\n',
			...inGroups('docs', pages),
		});
	},
	build: ['node_modules/.bin/docusaurus', 'build'],
	out: 'build',
	caches: ['build', '.docusaurus', 'node_modules/.cache'],
	address: ({ group, id }) => `/${group}/${id}/`,
	search: {
		open: '.navbar__search-input',
		box: '.navbar__search-input',
		result: '[class*=suggestion]',
	},
};

export const systems: System[] = [ours, starlight, vitepress, docusaurus];

/** Markdown files by group; with their title as heading where a theme does not draw it. */
function inGroups(root: string, pages: readonly BenchPage[], hasHeading = false) {
	return Object.fromEntries(
		pages.map((page) => {
			const head = `---\ntitle: ${JSON.stringify(page.title)}\ndescription: ${page.description}\n---\n\n`;
			const heading = hasHeading ? `# ${page.title}\n\n` : '';
			return [`${root}/${page.group}/${page.id}.md`, `${head}${heading}${markdown(page)}\n`];
		}),
	);
}
