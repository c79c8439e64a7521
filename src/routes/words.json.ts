import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaybook, languageContext } from '~/components/page.ts';
import { indexOf } from '~/model/playbook.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** All texts of the interface in one language, for dialogs that are loaded when asked for. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	const { dictionary } = languageContext(index, params['language'] ?? '');
	// Where nothing can be shared, there is nothing to say about it.
	const isSaid = ([key]: [string, string]) =>
		__SHARED_STORES__.length > 0 || !key.startsWith('shared.');
	return Response.json(Object.fromEntries(Object.entries(dictionary).filter(isSaid)));
};
