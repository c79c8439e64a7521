import type { Fault } from '../../browser/stored.ts';
import type { Words } from '../../words/words.ts';

/** Why something is not kept, and what can be done about it. */
export function faultInWords(fault: Fault | null, words: Words): string {
	return words(`checklist.storage-${fault ?? 'blocked'}`);
}
