import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { playbookLoader } from './src/build/playbook-loader.ts';

export const collections = {
	/** Pages: order and prose. `team` or `list` says whose names, figures and items they show. */
	docs: defineCollection({
		loader: docsLoader(),
		schema: docsSchema({
			extend: z.object({ team: z.string().optional(), list: z.string().optional() }),
		}),
	}),
	i18n: defineCollection({
		loader: i18nLoader(),
		schema: i18nSchema({ extend: z.looseObject({}) }),
	}),
	/** The YAML of `content/`, checked as a whole; one entry. */
	playbook: defineCollection({ loader: playbookLoader() }),
};
