import { loadWords } from '../../browser/tables.ts';
import type { ProjectDocument } from '../../progress/project.ts';
import { undo } from '../../progress/restore.ts';
import { act, edit } from './act.ts';
import { offer, say } from './toast.ts';

/**
 * Says what was done and offers the way back. Stays until it is used, closed or replaced, since
 * nobody reads by the clock.
 */
export async function offerUndo(said: string, takeBack: () => unknown): Promise<void> {
	const words = await loadWords();
	await offer(said, words('undo.button'), () =>
		act(async () => {
			await takeBack();
			await say(words('undo.done'));
		}),
	);
}

/** Takes back what an edit of the open project did, and leaves what came after it. */
export function takeBack(before: ProjectDocument, after: ProjectDocument): void {
	edit((doc, stamp) => undo(doc, before, after, stamp));
}
