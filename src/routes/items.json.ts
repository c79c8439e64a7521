import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaybook, languageContext, teamPath } from '~/components/page.ts';
import type { FiledItem, FiledTable } from '~/browser/tables.ts';
import { indexOf } from '~/model/playbook.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** Every item in one language, for pages and dialogs that need the whole playbook. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	const { href, text } = languageContext(index, params['language'] ?? '');
	const items = index.items.map(({ item, team }): FiledItem => ({
		id: item.id,
		no: item.no,
		team: team.id,
		phase: item.phase,
		level: item.level,
		due: item.due,
		...(item.startOffset === undefined ? {} : { startOffset: item.startOffset }),
		...(item.repeat ? { repeat: item.repeat } : {}),
		owner: item.owner,
		...(item.markets.length > 0 && { markets: item.markets }),
		...(item.formats.length > 0 && { formats: item.formats }),
		...(item.rev > 1 && { rev: item.rev }),
		...(item.gives.length > 0 && { gives: item.gives }),
		...(item.takes.length > 0 && { takes: item.takes }),
		title: text(item.title),
		doneWhen: text(item.doneWhen),
		...(item.changes.length > 0 && {
			changes: item.changes.map(({ rev, date, what }) => ({ rev, date, what: text(what) })),
		}),
	}));
	const name = ({ id, name }: { id: string; name: Record<string, string> }) => ({
		id,
		name: text(name),
	});
	const table: FiledTable = {
		items,
		teams: index.playbook.teams.map((team) => ({
			id: team.id,
			kind: team.kind,
			code: team.code,
			name: text(team.shortName),
			href: href(teamPath(team)),
			lead: team.lead ?? null,
			roles: team.roles.map((role) => ({ key: `${team.id}/${role.id}`, name: text(role.name) })),
		})),
		handoffs: index.handoffs.map(({ id, from, to, due, what, when }) => ({
			id,
			from,
			to,
			due: due ?? null,
			what: text(what),
			when: text(when),
		})),
		phases: index.playbook.phases.map(name),
		formats: index.playbook.formats.map(name),
		markets: index.playbook.markets.map(name),
	};
	return Response.json(table);
};
