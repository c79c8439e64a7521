import type { ItemFacts } from '../../progress/item.ts';

/**
 * Reads `data-items`: lists separated by `;`, each `team:item item …` (`team*` for a cross-team
 * list); behind an item's id `!` = essential, `/a,b` = only for these formats, `@a,b` = only in
 * these markets. Dates, owners and phases stand on the items themselves.
 */
export function readItems(data: string, teams: readonly string[]): ItemFacts[] {
	return data.split(';').flatMap((list) => {
		const [name = '', items = ''] = list.split(':');
		const team = name.replace('*', '');
		const kind = name === team ? ('team' as const) : ('cross-team' as const);
		return items.split(' ').flatMap((entry): ItemFacts[] => {
			const [, id, essential, formats, markets] =
				/^([a-z0-9-]+)(!?)(?:\/([^@]+))?(?:@(.+))?$/.exec(entry) ?? [];
			if (!id) return [];
			return [
				{
					id,
					team,
					kind,
					level: essential ? 'essential' : 'further',
					formats: formats?.split(',') ?? [],
					markets: markets?.split(',') ?? [],
					phase: '',
					due: 0,
					owner: '',
					rev: 1,
					...(kind === 'cross-team' ? { teams } : {}),
				},
			];
		});
	});
}

const known = new WeakMap<Element, ItemFacts[]>();

/** The items an element shows, from its `data-items`; read once. */
export function itemsOf(element: HTMLElement, teams: readonly string[]): ItemFacts[] {
	let items = known.get(element);
	if (!items) known.set(element, (items = readItems(element.dataset['items'] ?? '', teams)));
	return items;
}

/** The one item that a card shows, with its date, owner and rev. */
export function itemOf(card: HTMLElement, teams: readonly string[]): ItemFacts | undefined {
	const [item] = itemsOf(card, teams);
	const { due, owner, rev, startOffset } = card.dataset;
	return (
		item && {
			...item,
			due: Number(due),
			owner: owner ?? '',
			rev: Number(rev ?? 1),
			...(startOffset === undefined ? {} : { startOffset: Number(startOffset) }),
		}
	);
}
