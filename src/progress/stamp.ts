import { isObject } from './json.ts';
import { isRegister, latestMs, type Stamp } from './register.ts';

/** A stamp later than every one in `doc`, even if the clock went backwards. */
export function stampAfter(doc: object, now: number, writer: string): Stamp {
	const time = Number.isFinite(now) ? Math.floor(now) : 0;
	return [Math.min(Math.max(time, highestStamp(doc) + 1), latestMs), writer];
}

/** The latest time in any register of `node`, -1 where there is none. */
export function highestStamp(node: unknown): number {
	if (isRegister(node)) return node[1][0];
	if (!isObject(node)) return -1;
	let highest = -1;
	for (const key in node) highest = Math.max(highest, highestStamp(node[key]));
	return highest;
}
