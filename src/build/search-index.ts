import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The full-text index of the finished pages, one per language, in `pagefind/`. */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			async 'astro:build:done'({ dir, logger }) {
				const { createIndex } = await import('pagefind');
				const { index, errors } = await createIndex({});
				if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
				const stop = (result: { errors: string[] }) => {
					if (result.errors.length > 0)
						throw new Error(`The search index could not be made: ${result.errors.join(' ')}`);
				};
				const path = fileURLToPath(dir);
				const added = await index.addDirectory({ path });
				stop(added);
				stop(await index.writeFiles({ outputPath: `${path}pagefind` }));
				await index.deleteIndex();
				// Its own interfaces are not used.
				for (const name of ['ui', 'modular-ui', 'component-ui', 'highlight'])
					for (const ending of ['js', 'css'])
						await rm(`${path}pagefind/pagefind-${name}.${ending}`, { force: true });
				logger.info(`${added.page_count} pages can be searched.`);
			},
		},
	};
}
