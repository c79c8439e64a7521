import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaybook, languageContext } from '~/components/page.ts';
import { indexOf } from '~/model/playbook.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** All texts of the interface in one language, for dialogs that are loaded when asked for. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	return Response.json(languageContext(index, params['language'] ?? '').dictionary);
};
