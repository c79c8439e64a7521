import type { Language } from '~/model/schema.ts';

/** The address of the page at `pathname` (in `from`) in the language `to`, with the base path. */
export function pathIn(
	to: Language,
	pathname: string,
	languages: readonly Language[],
	from: string,
): string {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	const current = languages.find(({ id }) => id === from)?.path;
	const here = pathname.slice(base.length);
	const path = current ? here.slice(current.length + 1) : here;
	return `${base}${to.path ? `/${to.path}` : ''}${path}`;
}
