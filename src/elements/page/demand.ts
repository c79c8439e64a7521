/** Opens what is fetched only when it is asked for: see `on-demand.ts` for what there is. */
export function demand(what: string, from?: HTMLElement): void {
	void import('./on-demand.ts').then((module) => module.open(what, from));
}

/** From now on a click on anything with `data-open` opens what it names. */
export function openOnClick(): void {
	document.addEventListener('click', ({ target }) => {
		const opener = target instanceof Element && target.closest<HTMLElement>('[data-open]');
		if (opener) demand(opener.dataset['open'] ?? '', opener);
	});
}

/**
 * What a page has for paper alone must be there when printing begins, which waits for nothing: it is
 * fetched when Ctrl or ⌘ goes down, a moment before the P, or the pointer leaves for the browser's menu.
 */
export function readyForPaper(): void {
	for (const sign of ['keydown', 'mouseleave'])
		document.documentElement.addEventListener(sign, (event) => {
			const { ctrlKey, metaKey, clientY } = event as KeyboardEvent & MouseEvent;
			if (ctrlKey || metaKey || clientY < 1) demand('paper');
		});
}
