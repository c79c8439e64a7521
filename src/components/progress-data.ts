import type { Item, Team } from '~/model/playbook.ts';

/**
 * Items as the pages' scripts read them from `data-items` (`elements/page/item-list.ts` has the grammar):
 * `warehouse:wh-a! wh-b/remote@eu` — `!` essential, `/` formats, `@` markets; `*` after the name of
 * a cross-team list; lists are separated by `;`.
 */
export function itemsData(entries: readonly { item: Item; team: Team }[]): string {
	const groups = Map.groupBy(entries, ({ team }) => team);
	return [...groups]
		.map(([team, own]) => {
			const name = team.kind === 'team' ? team.id : `${team.id}*`;
			return `${name}:${own.map(({ item }) => itemData(item)).join(' ')}`;
		})
		.join(';');
}

function itemData(item: Item): string {
	const essential = item.level === 'essential' ? '!' : '';
	const formats = item.formats.length > 0 ? `/${item.formats.join(',')}` : '';
	const markets = item.markets.length > 0 ? `@${item.markets.join(',')}` : '';
	return `${item.id}${essential}${formats}${markets}`;
}
