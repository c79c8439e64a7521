import type { Language } from '~/model/schema.ts';

/**
 * The address of the page at `pathname` (in `from`) in the language `to`, with the base path. What is
 * missing in one language is missing in all: the way out is the home page.
 */
export function pathIn(
	to: Language,
	pathname: string,
	languages: readonly Language[],
	from: string,
): string {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	const current = languages.find(({ id }) => id === from)?.path;
	const here = pathname.slice(base.length);
	const same = current ? here.slice(current.length + 1) : here;
	const path = /^\/404(?:\/|\.html)?$/.test(same) ? '/' : same;
	return `${base}${to.path ? `/${to.path}` : ''}${path}`;
}
