/** What asking the browser for what it keeps gives; undefined where it refuses. */
export function quietly<T>(ask: () => T): T | undefined {
	try {
		return ask();
	} catch {
		return undefined;
	}
}
