import type { APIRoute } from 'astro';
import { getPlaybook, languageContext, teamPath } from '~/components/page.ts';
import { guides } from '~/components/guides.ts';
import { indexOf } from '~/model/playbook.ts';

/** The playbook's pages with what each is for, for readers that are programs (llmstxt.org). */
export const GET: APIRoute = async () => {
	const playbook = await getPlaybook();
	const index = indexOf(playbook);
	const lines = playbook.languages.flatMap(({ id, name }) => {
		const { href, text, words } = languageContext(index, id);
		return [
			`## ${name}`,
			'',
			...playbook.teams.map(
				(team) => `- [${text(team.name)}](${href(teamPath(team))}): ${text(team.purpose)}`,
			),
			...guides.map((guide) => `- [${words(`guides.${guide}`)}](${href(`/guides/${guide}/`)})`),
			'',
		];
	});
	const { text } = languageContext(index, playbook.languages[0]?.id ?? '');
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	const body = [
		`# ${text(playbook.title)}`,
		'',
		`> ${text(playbook.summary)}`,
		'',
		`The whole playbook as data: [playbook.json](${base}/api/playbook.json) with [its schema](${base}/api/playbook.schema.json).`,
		'',
		...lines,
	].join('\n');
	return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
