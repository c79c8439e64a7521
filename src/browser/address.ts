/** The page's own address; changing what is returned changes nothing else. */
export function address(): URL {
	return new URL(location.href);
}

/** Shows another address for this page, without loading it or adding a step to go back. */
export function showAddress(to: string | URL): void {
	history.replaceState(history.state, '', to);
}
