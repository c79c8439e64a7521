import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { playbookLoader } from './src/build/playbook-loader.ts';

/** Pages: order and prose. `team` or `list` says whose names, figures and items they show. */
const pageSchema = docsSchema({
	extend: z.object({ team: z.string().optional(), list: z.string().optional() }),
});
let schema: ReturnType<typeof pageSchema> | undefined;

export const collections = {
	docs: defineCollection({
		loader: docsLoader(),
		// Astro asks for it with each page, for the image of its hero; there are no heroes here, and
		// making it takes longer than reading a page with it.
		schema: (context) => (schema ??= pageSchema(context)),
	}),
	i18n: defineCollection({
		loader: i18nLoader(),
		schema: i18nSchema({ extend: z.looseObject({}) }),
	}),
	/** The YAML of `content/`, checked as a whole; one entry. */
	playbook: defineCollection({ loader: playbookLoader() }),
};
