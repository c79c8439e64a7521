import { playbookFile } from './playbook-file.ts';

/** Starlight's title and locales from `content/playbook.yaml`. */
export function languages() {
	const { title, languages } = playbookFile();
	const locales = Object.fromEntries(
		languages.map(({ id, name, path }) => [path || 'root', { label: name, lang: id }]),
	);
	return { title, locales };
}
