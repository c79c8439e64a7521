import { prefix, readIndex } from './stored.ts';

/** Whether the open project has a shared copy. Apart from `shared.ts`: every page asks. */
export function isShared(): boolean {
	try {
		return localStorage.getItem(`${prefix()}shared:${readIndex().current}`) !== null;
	} catch {
		return false;
	}
}
