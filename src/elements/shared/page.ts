/** On every page of a site with shared projects: fetches the rest where there is one. */
import { indexKey } from '../../browser/stored.ts';
import { isShared } from '../../browser/shared-mark.ts';

/** Looks now, and when another page has joined a project or opened another one. */
export function follow(): void {
	look();
	addEventListener('storage', ({ key }) => {
		if (key === indexKey() || key?.includes(':shared:')) look();
	});
}

function look(): void {
	const place = document.querySelector('pb-shared');
	if (place || isShared()) void import('./shared.ts').then(({ share }) => share());
}
