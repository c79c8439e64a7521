/** The search that a step of the browser's history remembers, so that "back" comes back to it. */
import type { Asked } from './search-address.ts';

/** What was asked when a result was chosen on this step, if one was. */
export function rememberedSearch(): Asked | undefined {
	return (history.state as { search?: Asked } | null)?.search;
}

/** Remembers a search on this step, or forgets it. */
export function rememberSearch(search: Asked | undefined): void {
	history.replaceState({ ...(history.state as object | null), search }, '');
}
