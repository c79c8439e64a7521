import { settings, today } from '../browser/settings.ts';
import { store } from '../browser/store.ts';
import { setDates } from '../progress/change.ts';
import { daysBetween } from '../progress/date.ts';
import { launchOf } from '../progress/project.ts';
import { keepLive } from './live.ts';

/** `<pb-launch>`: the launch date and the days that are left. */
export class PbLaunchElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		store().addEventListener('change', this);
		this.addEventListener('change', this);
		this.#show();
	}

	disconnectedCallback(): void {
		store().removeEventListener('change', this);
		this.removeEventListener('change', this);
	}

	handleEvent({ target }: Event): void {
		if (target instanceof HTMLInputElement && (target.value === '' || target.validity.valid)) {
			const launch = target.value || null;
			store().update((doc, stamp) => setDates(doc, { launch }, stamp));
		}
		this.#show();
	}

	#show(): void {
		const { project } = store();
		const launch = project && launchOf(project);
		const input = this.querySelector('input');
		if (input && input !== document.activeElement) input.value = launch ?? '';
		const output = this.querySelector('output');
		if (output) output.textContent = launch ? inWords(launch) : (output.dataset['empty'] ?? '');
	}
}

function inWords(launch: string): string {
	const { words } = settings();
	const days = daysBetween(today(), launch);
	if (days === 0) return words('board.today');
	return days > 0
		? words('board.days-left', { count: days })
		: words('board.launched', { count: -days });
}
