import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { AstroError } from 'astro/errors';
import { readContent } from '../model/content.ts';
import type { Playbook } from '../model/playbook.ts';
import { formatProblems } from '../model/problem.ts';
import { contentFiles } from './content-files.ts';

declare global {
	var playbook: Playbook | undefined;
}

/**
 * Astro's own `glob` loader stops at the first bad file, names no line and lets unknown references
 * pass; this one reads all of `content/` through the model and reports everything at once.
 *
 * The playbook stays in memory, where pages (`components/page.ts`) and search (`finish-pages.ts`) find
 * it, and the store learns only that it changed: what is in the store is written as code, bundled and
 * parsed again, which for a playbook of 1,000 teams takes seconds and hundreds of megabytes.
 */
export function playbookLoader(): Loader {
	return {
		name: 'playbook',
		async load({ config, store, logger, watcher }) {
			const root = fileURLToPath(config.root);
			let readings = 0;
			const read = async () => {
				const { playbook, problems } = readContent(await contentFiles(root));
				const errors = problems.filter((problem) => problem.severity === 'error');
				const doubts = problems.length - errors.length;
				if (!playbook)
					throw new AstroError(
						`The content has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}.`,
						formatProblems(errors),
					);
				if (doubts > 0) logger.info(`${doubts} doubts in the content: npm run check lists them.`);
				globalThis.playbook = playbook;
				store.set({ id: 'playbook', data: { readings: ++readings } });
			};
			await read();
			watcher?.add(fileURLToPath(new URL('content/', config.root)));
			const reread = (path: string) => {
				if (/[\\/]content[\\/].*\.ya?ml$/.test(path))
					// A throw in the watcher would be shown nowhere: say it in the terminal.
					read().catch((error: unknown) => {
						const { message, hint } = error as Error & { hint?: string };
						logger.error([message, hint].filter(Boolean).join('\n'));
					});
			};
			for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, reread);
		},
	};
}
