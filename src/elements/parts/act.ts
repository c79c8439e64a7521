import { NotKept } from '../../browser/projects.ts';
import { loadWords } from '../../browser/tables.ts';
import { say } from './toast.ts';

/** Does something that is to be kept, and says why where it could not be. */
export async function act(step: () => unknown): Promise<void> {
	try {
		await step();
	} catch (error) {
		const words = await loadWords();
		await say(words(`checklist.storage-${error instanceof NotKept ? error.fault : 'blocked'}`));
	}
}
