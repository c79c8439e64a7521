import type { Item, Team } from '~/model/playbook.ts';
import { dueInWords, startOffsetInWords } from '~/words/dates.ts';
import type { PageContext } from './page.ts';
import { itemsData } from './progress-data.ts';

/** What scripts read of an item: the same on a card of a page and on a row of a form. */
export function itemData(item: Item, team: Team): Record<`data-${string}`, string | number> {
	return {
		'data-items': itemsData([{ item, team }]),
		'data-due': item.due,
		...(item.startOffset === undefined ? {} : { 'data-start-offset': item.startOffset }),
		...(item.rev > 1 ? { 'data-rev': item.rev } : {}),
		'data-owner': item.owner,
	};
}

/** Who has an item, when it is due and where it holds, as words. */
export function itemFacts(
	{ index, text, words }: Pick<PageContext, 'index' | 'text' | 'words'>,
	item: Item,
	team: Team,
): { owner: string; when: string; markets: string } {
	const { role, team: home } = index.role(item.owner);
	return {
		owner: home === team ? text(role.name) : `${text(home.shortName)}: ${text(role.name)}`,
		when:
			item.startOffset === undefined
				? dueInWords(item.due, words)
				: startOffsetInWords(item.startOffset, words),
		markets: marketNames({ index, text, words }, item.markets),
	};
}

/** Names of markets, in the playbook's order. */
export function marketNames(
	{ index, text, words }: Pick<PageContext, 'index' | 'text' | 'words'>,
	ids: readonly string[],
): string {
	const markets = index.playbook.markets.filter(({ id }) => ids.includes(id));
	return markets.map(({ name }) => text(name)).join(words('list.comma'));
}
