import { firstLanguage } from '../../browser/language.ts';
import { storedTheme } from '../../browser/theme.ts';

const root = document.documentElement;
const device = matchMedia('(prefers-color-scheme: light)');

/** Shows a theme; without one the device's. */
export function showTheme(theme: string | null): void {
	root.dataset['theme'] = theme ?? (device.matches ? 'light' : 'dark');
}

/**
 * Before the first frame: the theme, that scripts run, so that what needs them may be shown, and
 * whether the browser asks first for another of the playbook's languages (see LanguageHint).
 */
export function lookRight(): void {
	const show = () => showTheme(storedTheme());
	show();
	device.addEventListener('change', show);
	root.classList.add('js');
	const first = firstLanguage();
	if (!root.lang.startsWith(first)) root.dataset['wants'] = first;
}
