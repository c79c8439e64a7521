import type { Trouble, TroubleKind } from './sync-state.ts';

/** How long to wait, in milliseconds, and a random part: `[ms, spread]`. */
type Pause = readonly [ms: number, spread: number];

export const pauses = {
	/** Ticks that follow one another go up together. */
	edit: [800, 400],
	/** A page behind another that has the same edit, and sends it. */
	hiddenEdit: [4_000, 4_000],
	/** Apache's tags are weak for a second after a write. */
	readBack: [1_200, 600],
	/** Somebody else was first: their tag is weak for a second too. */
	collision: [1_100, 1_900],
} as const;

/** The longer nothing new came, the more seldom it is looked for: 5 seconds to a minute. */
export function pollPause(quiet: number): Pause {
	return [Math.min(5_000 * 1.5 ** Math.min(quiet, 10), 60_000), 1_000];
}

/** After so many troubles in a row. What only a person can mend is looked at less often. */
export function pauseAfter({ kind, after = 0 }: Trouble, tries: number): Pause {
	const [first, most] = passing.has(kind) ? [2_000, 60_000] : [15_000, 300_000];
	const ms = Math.min(first * 2 ** Math.min(tries - 1, 10), most);
	return [Math.max(ms, Math.min(after, 900) * 1_000), ms / 2];
}

/** Whether trying again by itself could do harm: a wrong password often enough locks an account. */
export function needsPerson({ kind }: Trouble): boolean {
	return kind === 'sign-in';
}

const passing: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
	'offline',
	'unreachable',
	'timeout',
	'locked',
	'busy',
	'server',
	'damaged',
]);
