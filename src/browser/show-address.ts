/**
 * Shows another address for this page, without loading it or adding a step to go back. Apart from
 * `address.ts`: every page asks for that.
 */
export function showAddress(to: string | URL): void {
	history.replaceState(history.state, '', to);
}
