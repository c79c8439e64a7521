import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Language } from '../model/schema.ts';

/** What the configuration asks `content/playbook.yaml`, whose checks run later. */
export function playbookFile() {
	const file = new URL('../../content/playbook.yaml', import.meta.url);
	return load(readFileSync(file, 'utf8'), {
		filename: 'content/playbook.yaml',
		schema: CORE_SCHEMA,
	}) as {
		title: Record<string, string>;
		languages: Language[];
		'shared-stores'?: string[];
	};
}
