import { editsSinceBackup } from '../../browser/projects.ts';
import { askToPersist, keep, setting } from '../../browser/session.ts';
import { today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadWords } from '../../browser/tables.ts';
import { highestStamp } from '../../progress/stamp.ts';
import { demand } from './demand.ts';
import { showChatApp, showClock } from './notice.ts';
import { offer } from '../parts/toast.ts';

/** Edits without a backup after which a reminder is fair; it comes once a day. */
const many = 30;
let watching = false;

/** After the first edit on a page: asks to keep the data, and looks after backup and clock. */
export async function watchOver(): Promise<void> {
	void remind();
	if (watching) return;
	watching = true;
	void askToPersist();
	await showChatApp();
	const { project } = store();
	// Stamps only rise: far ahead of the clock they were written before it was set back.
	if (project && highestStamp(project) - Date.now() > 3_600_000) await showClock();
}

async function remind(): Promise<void> {
	const { project, fault } = store();
	if (!project || fault || setting('reminded') === today()) return;
	const count = editsSinceBackup(project);
	if (count < many) return;
	keep('reminded', today());
	const words = await loadWords();
	await offer(words('backup.remind', { count }), words('backup.save'), () => demand('backup'));
}
