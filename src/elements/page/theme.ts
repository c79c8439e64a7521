import { keepText, kept } from '../../browser/kept.ts';

/** Starlight's own key, so that a choice made on another Starlight site of the origin holds. */
const key = 'starlight-theme';

/**
 * Shows the theme before the first frame, and from then on the one that is chosen: `light`, `dark` or
 * '', which is as the device. Where storage is refused the choice lasts as long as the page.
 */
export function showTheme(): void {
	const device = matchMedia('(prefers-color-scheme: light)');
	let theme = kept(key) ?? '';
	const show = () => {
		document.documentElement.dataset['theme'] = theme || (device.matches ? 'light' : 'dark');
	};
	show();
	device.addEventListener('change', show);
	addEventListener('change', ({ target }) => {
		const select = target as HTMLSelectElement;
		if (select.id !== 'theme') return;
		theme = select.value;
		show();
		keepText(key, theme);
	});
	addEventListener('DOMContentLoaded', () => {
		const select = document.getElementById('theme');
		if (select) (select as HTMLSelectElement).value = theme;
	});
}
