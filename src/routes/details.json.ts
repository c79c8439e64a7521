import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaybook, languageContext } from '~/components/page.ts';
import type { Details } from '~/browser/tables.ts';
import { indexOf, type Item } from '~/model/playbook.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await getPlaybook()).languages.map(({ id }) => ({ params: { language: id } }));

/** What each item opens to, for sheets that are printed with everything. */
export const GET: APIRoute = async ({ params }) => {
	const index = indexOf(await getPlaybook());
	const { text, words } = languageContext(index, params['language'] ?? '');
	const name = (id: string) => text(index.team(id).shortName);
	const list = (texts: string[]) => texts.join(words('list.comma'));
	const formats = (ids: readonly string[]) =>
		index.playbook.formats.filter(({ id }) => ids.includes(id)).map((format) => text(format.name));
	const handoff = (key: string, team: 'from' | 'to') => (id: string) => {
		const given = index.handoff(id);
		return words(key, { what: text(given.what), team: name(given[team]) });
	};
	const detailsOf = (item: Item): Details[string] => {
		const sources = item.sources.map((id) => text(index.source(id).title));
		const all: [string, string][] = [
			['item.why', text(item.why)],
			...item.takes.map((id): [string, string] => ['item.takes', handoff('item.from', 'from')(id)]),
			...item.gives.map((id): [string, string] => ['item.gives', handoff('item.to', 'to')(id)]),
			['item.with', list(item.with.map(name))],
			['item.formats', list(formats(item.formats))],
			['item.note', item.note ? text(item.note) : ''],
			['item.sources', sources.join(words('list.semicolon'))],
		];
		return all.filter(([, said]) => said);
	};
	return Response.json(
		Object.fromEntries(index.items.map(({ item }) => [item.id, detailsOf(item)])),
	);
};
