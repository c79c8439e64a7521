/** On every page of a site with shared projects: fetches the rest where there is one. */
import { indexKey } from '../../browser/stored.ts';
import { isShared } from '../../browser/shared-mark.ts';
import { store } from '../../browser/store.ts';

/** Looks now, and when this page or another one has joined a project or opened another. */
export function follow(): void {
	look();
	let id = store().project?.id;
	store().addEventListener('change', () => {
		if (id === store().project?.id) return;
		id = store().project?.id;
		look();
	});
	addEventListener('storage', ({ key }) => {
		if (key === indexKey() || key?.includes(':shared:')) look();
	});
}

function look(): void {
	const place = document.querySelector('pb-shared');
	if (place || isShared()) void import('./shared.ts').then(({ share }) => share());
}
