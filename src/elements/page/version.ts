import { loadWords } from '../../browser/tables.ts';
import { hasNewVersion, takeVersion } from '../../browser/version.ts';
import { offer } from '../parts/toast.ts';

/**
 * Says that a new version of the site is ready. Nothing happens until the person wants it; what is
 * being said already is not talked over, since the next page says this again.
 */
export async function offerVersion(): Promise<void> {
	if (!(await hasNewVersion())) return;
	const words = await loadWords();
	if (document.querySelector('.toast')) return;
	await offer(words('offline.new-version'), words('offline.take-version'), takeVersion);
}
