import { hasUnsent, unsentCount, type SyncState, type Trouble } from './sync-state.ts';

/** How the shared copy stands, for words: `shared.is-…` of the language files. */
export interface Report {
	/**
	 * `step`: read back and equal; `sending`: on its way; `looking`: before the first answer;
	 * `read-only`: taken from the store and never sent; `trouble`: see `trouble`.
	 */
	readonly is: 'step' | 'sending' | 'looking' | 'read-only' | 'trouble' | 'left' | 'removed';
	/** Fields that wait to go up. */
	readonly edits: number;
	readonly trouble: Trouble | null;
	/** Whether signing in may give more. */
	readonly wantsSignIn: boolean;
}

/** What a person should know of a state. */
export function report(state: SyncState): Report {
	const { trouble, purpose, access, refusedBy } = state;
	const edits = hasUnsent(state) ? unsentCount(state) : 0;
	const isShut = access === 'read';
	const wantsSignIn = trouble?.kind === 'sign-in' || (isShut && refusedBy === 401);
	const is = () => {
		if (purpose === 'left' || purpose === 'removed') return purpose;
		if (trouble) return 'trouble';
		if (isShut) return 'read-only';
		if (!state.seen && purpose !== 'create') return 'looking';
		return edits > 0 || !state.isProven ? 'sending' : 'step';
	};
	return { is: is(), edits, trouble, wantsSignIn };
}
