import { loadWords } from '../../browser/tables.ts';
import { hasNewVersion, takeVersion } from '../../browser/version.ts';
import { offer } from '../parts/toast.ts';

/**
 * Says that a new version of the site is ready. Nothing happens until the person wants it; what is
 * being said already is not talked over, since the next page says this again.
 */
export async function offerVersion(): Promise<void> {
	const words = await loadWords();
	await dialogsClosed();
	if (!(await hasNewVersion()) || document.querySelector('.toast')) return;
	const take = () => dialogsClosed().then(takeVersion);
	await offer(words('offline.new-version'), words('offline.take-version'), take);
}

/** Taking it loads the page anew: what is half written in a dialog must not go with it. */
async function dialogsClosed(): Promise<void> {
	const open = document.querySelector('dialog[open]');
	if (!open) return;
	await new Promise((resolve) => open.addEventListener('close', resolve, { once: true }));
	await dialogsClosed();
}
