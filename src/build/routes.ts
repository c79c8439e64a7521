import type { AstroIntegration } from 'astro';

/** The playbook as data, and in development the parts of the design. Other pages are in `content/docs`. */
export function routes(): AstroIntegration {
	return {
		name: 'routes',
		hooks: {
			'astro:config:setup'({ command, injectRoute }) {
				const inject = (pattern: string, file: string) =>
					injectRoute({ pattern, entrypoint: `./src/routes/${file}`, prerender: true });
				inject('/api/playbook.json', 'playbook.json.ts');
				inject('/api/playbook.schema.json', 'playbook.schema.json.ts');
				inject('/api/project.schema.json', 'project.schema.json.ts');
				inject('/api/items.[language].json', 'items.json.ts');
				inject('/api/details.[language].json', 'details.json.ts');
				inject('/api/words.[language].json', 'words.json.ts');
				inject('/api/search.[language].json', 'search.json.ts');
				inject('/llms.txt', 'llms.txt.ts');
				if (command === 'dev') inject('/components/', 'components.astro');
			},
		},
	};
}
