/** Fills a form, but for what was chosen in it before its script came: see `page/early.ts`. Says what that was. */
export function fillAround(form: HTMLElement, fill: () => void): HTMLElement[] {
	type Control = HTMLInputElement | HTMLSelectElement;
	const early = [...form.querySelectorAll<Control>('[data-early]')];
	const chosen = early.map((control) => [control.value, 'checked' in control && control.checked]);
	fill();
	for (const [i, control] of early.entries()) {
		const [value, checked] = chosen[i] as [string, boolean];
		control.value = value;
		if ('checked' in control) control.checked = checked;
		delete control.dataset['early'];
	}
	return early;
}
