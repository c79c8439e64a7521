import type { APIRoute, GetStaticPaths } from 'astro';
import { markOf, square } from '~/components/marks.ts';
import { getPlaybook, languageContext, teamPath } from '~/components/page.ts';
import { indexOf } from '~/model/playbook.ts';
import type { SearchSetting } from '~/search/setting.ts';

/** So many teams are named before anything is typed; of more, their page is quicker than a wall. */
const named = 24;

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** What the search must know besides its index: names, other words for the same, its own texts. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	const { dictionary, href, language, text } = languageContext(index, params['language'] ?? '');
	const { phases, markets, synonyms, version } = index.playbook;
	const inWords = ({ id, name }: { id: string; name: Record<string, string> }) => ({
		id,
		name: text(name),
	});
	const setting: SearchSetting = {
		version,
		results: href('/search/'),
		checklists: href('/checklists/'),
		teamsPage: href('/teams/'),
		teams: index.playbook.teams.map((team, i) => {
			const mark = markOf(team.id);
			return {
				id: team.id,
				...(team.kind === 'cross-team' ? { kind: team.kind } : {}),
				...(i < named ? { name: text(team.shortName), href: href(teamPath(team)) } : {}),
				...(mark === square ? {} : { mark }),
			};
		}),
		mark: square,
		phases: phases.map(inWords),
		markets: markets.map(inWords),
		synonyms: synonyms.map((group) => ({
			words: group[language] ?? [],
			typed: Object.entries(group).flatMap(([id, words]) => (id === language ? [] : (words ?? []))),
		})),
		words: Object.fromEntries(
			Object.entries(dictionary).filter(([key]) => /^(search|level)\./.test(key)),
		),
	};
	return Response.json(setting);
};
