/** `<pb-print>`: what is chosen stands in the address; the page below it is the preview. */
export class PbPrintElement extends HTMLElement {
	connectedCallback(): void {
		const form = this.querySelector('form');
		if (!form) return;
		const chosen = new URLSearchParams(location.search);
		for (const select of form.querySelectorAll('select')) {
			const wanted = chosen.get(select.name);
			if ([...select.options].some((option) => option.value === wanted)) select.value = wanted ?? '';
		}
		form.addEventListener('change', () => this.#show(form));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			print();
		});
		this.#show(form);
	}

	#show(form: HTMLFormElement): void {
		const choice = new URLSearchParams();
		for (const select of form.querySelectorAll('select'))
			if (select.selectedIndex > 0) choice.set(select.name, select.value);
		history.replaceState(null, '', `?${choice}`.replace(/^\?$/, location.pathname));
		const team = choice.get('team');
		for (const sheet of this.querySelectorAll<HTMLElement>('.sheet'))
			sheet.hidden = Boolean(team) && sheet.dataset['team'] !== team;
		for (const name of ['level', 'boxes', 'detail'])
			this.dataset[name] = form.querySelector<HTMLSelectElement>(`[name=${name}]`)?.value ?? '';
	}
}
