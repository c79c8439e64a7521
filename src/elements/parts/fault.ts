import type { Fault } from '../../browser/stored.ts';
import { store } from '../../browser/store.ts';
import type { Words } from '../../words/words.ts';

/** Saves what was edited; gives what kept it from being saved. */
export async function save(): Promise<Fault | null> {
	await store().save();
	const { fault } = store();
	// What could not be read lies beside what was saved now.
	return fault === 'unreadable' ? null : fault;
}

/** Why something is not kept, and what can be done about it. */
export function faultInWords(fault: Fault | null, words: Words): string {
	return words(`checklist.storage-${fault ?? 'blocked'}`);
}
