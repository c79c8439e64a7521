import type { APIRoute, GetStaticPaths } from 'astro';
import { markOf } from '~/components/marks.ts';
import { getPlaybook, languageContext, teamPath } from '~/components/page.ts';
import { indexOf } from '~/model/playbook.ts';
import type { SearchSetting } from '~/search/setting.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** What the search must know besides its index: names, other words for the same, its own texts. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	const { dictionary, href, language, text } = languageContext(index, params['language'] ?? '');
	const { phases, markets, synonyms, version } = index.playbook;
	const named = ({ id, name }: { id: string; name: Record<string, string> }) => ({
		id,
		name: text(name),
	});
	const setting: SearchSetting = {
		version,
		results: href('/search/'),
		checklists: href('/checklists/'),
		teamsPage: href('/teams/'),
		teams: index.playbook.teams.map((team) => ({
			id: team.id,
			kind: team.kind,
			name: text(team.shortName),
			href: href(teamPath(team)),
			mark: markOf(team.id),
		})),
		phases: phases.map(named),
		markets: markets.map(named),
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
