import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language } from '../model/schema.ts';

/** Starlight's title and locales from `content/playbook.yaml`, whose checks run later. */
export function languages() {
	const file = new URL('../../content/playbook.yaml', import.meta.url);
	const { title, languages } = parse(readFileSync(file, 'utf8')) as {
		title: Record<string, string>;
		languages: Language[];
	};
	const locales = Object.fromEntries(
		languages.map(({ id, name, path }) => [path || 'root', { label: name, lang: id }]),
	);
	return { title, locales };
}
