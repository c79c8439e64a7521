import { NotKept } from '../../browser/projects.ts';
import { store, type Edit } from '../../browser/store.ts';
import { loadWords } from '../../browser/tables.ts';
import { faultInWords } from './fault.ts';
import { say } from './toast.ts';

/** Does something that is to be kept, and says why where it could not be. */
export async function act(step: () => unknown): Promise<void> {
	try {
		await step();
	} catch (error) {
		const words = await loadWords();
		await say(faultInWords(error instanceof NotKept ? error.fault : null, words));
	}
}

/** Edits the open project; what refuses the edit is for `act` to say. */
export function edit(change: Edit): void {
	const opened = store();
	if (!opened.update(change)) throw new NotKept(opened.fault ?? 'blocked');
}
