import { takeSnapshot } from '../../browser/snapshots.ts';
import { store } from '../../browser/store.ts';
import { loadWords } from '../../browser/tables.ts';
import { nameOf, type ItemState, type ProjectDocument } from '../../progress/project.ts';
import { restore } from '../../progress/restore.ts';
import { act, edit } from '../parts/act.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el } from '../parts/dom.ts';
import { faultInWords } from '../parts/fault.ts';
import { say } from '../parts/toast.ts';
import { offerUndo, takeBack } from '../parts/undo.ts';

/** Asks once, keeps a snapshot, clears every tick, and offers the way back. */
export async function askReset(): Promise<void> {
	const [words] = await Promise.all([loadWords(), dialogStyles()]);
	const { project } = store();
	if (!project) return;
	// Nothing to ask, and no other snapshot to lose, where it would be refused.
	if (!store().update((doc) => doc)) {
		await say(faultInWords(store().fault, words));
		return;
	}
	const reset = async () => {
		const before = store().project;
		if (!before) return;
		const isKept = await takeSnapshot(before, 'reset');
		edit((doc, stamp) => restore(doc, withoutTicks(doc), stamp));
		const after = store().project ?? before;
		const said = words('reset.done') + (isKept ? '' : ` ${words('snapshot.none-kept')}`);
		await offerUndo(said, () => takeBack(before, after));
	};
	const go = async () => {
		dialog.close();
		await act(reset);
	};
	const dialog: HTMLDialogElement = openDialog({
		title: words('reset.title'),
		lead: nameOf(project) || words('project.unnamed'),
		close: words('dialog.close'),
		kind: 'reset-dialog',
		body: [
			el('p', {}, words('reset.what')),
			el(
				'footer',
				{},
				button(words('reset.go'), go, { class: 'button' }),
				button(words('dialog.cancel'), () => dialog.close()),
			),
		],
	});
}

/** The project with its owners only; fields of later versions stay. */
function withoutTicks(doc: ProjectDocument): ProjectDocument {
	const items = Object.entries(doc.items ?? {}).map(([id, state]): [string, ItemState] => {
		const { status: _status, due: _due, notes: _notes, ...kept } = state;
		return [id, kept];
	});
	return { ...doc, items: Object.fromEntries(items) };
}
