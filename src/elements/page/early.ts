/** Until the modules have run: marks what is changed while the script that keeps it is on its way. */
export function noteEarlyChanges(): void {
	const note = ({ target }: Event) => ((target as HTMLElement).dataset['early'] = '');
	addEventListener('input', note);
	addEventListener('DOMContentLoaded', () => removeEventListener('input', note));
}

/** Says again, to an element that hears it by now, what was changed in it before its script came. */
export function sayAgain(host: HTMLElement): void {
	for (const control of host.querySelectorAll<HTMLElement>('[data-early]')) {
		delete control.dataset['early'];
		control.dispatchEvent(new Event('change', { bubbles: true }));
	}
}
