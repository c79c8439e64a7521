/** The search that stands in the address of the results page: a bookmark, and what "back" comes back to. */
import { facets, type Filters } from '../search/facets.ts';

/** A query and what it is narrowed to. */
export interface Asked {
	query: string;
	filters: Filters;
}

/** What the address asks for. */
export function readAddress(): Asked {
	const params = new URLSearchParams(location.search);
	const chosen = facets.flatMap((facet) => {
		const value = params.get(facet);
		return value ? [[facet, value] as const] : [];
	});
	const mine = params.has('mine') ? { mine: true } : {};
	return { query: params.get('q') ?? '', filters: { ...Object.fromEntries(chosen), ...mine } };
}

/** The address that asks for this, from that of the results page. */
export function addressFor(page: string, { query, filters }: Asked): string {
	const params = new URLSearchParams();
	if (query.trim()) params.set('q', query.trim());
	for (const facet of facets) if (filters[facet]) params.set(facet, filters[facet]);
	if (filters.mine) params.set('mine', '1');
	const text = params.toString();
	return text ? `${page}?${text}` : page;
}

/** Puts what is asked for into the address without a step in the history. */
export function keepInAddress(asked: Asked): void {
	history.replaceState(history.state, '', addressFor(location.pathname, asked));
}
