import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { setDates, setRollWeekends } from '../../progress/change.ts';
import { daysBetween, isDate } from '../../progress/date.ts';
import { launchOf, startOf } from '../../progress/project.ts';
import { valueOf } from '../../progress/register.ts';
import { daysToLaunchInWords } from '../../words/dates.ts';
import { sayAgain } from '../page/early.ts';
import { keepLive } from '../page/live.ts';

/**
 * `<pb-launch>`: the launch date and the days that are left. A date that makes items overdue is
 * shown with them first, and saved when that is confirmed.
 */
export class PbLaunchElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
		this.addEventListener('change', this);
		sayAgain(this);
		store().addEventListener('change', this);
		this.#show();
	}

	disconnectedCallback(): void {
		store().removeEventListener('change', this);
		this.removeEventListener('change', this);
	}

	handleEvent({ target }: Event): void {
		if (!(target instanceof HTMLInputElement)) return this.#show();
		if (target.type === 'checkbox') {
			const { checked } = target;
			store().update((doc, stamp) => setRollWeekends(doc, checked, stamp));
		} else if (target.validity.valid && (!target.value || isDate(target.value))) {
			// With one of its parts missing a date is empty too, but not valid.
			void this.#propose(target.value || null);
		}
	}

	async #propose(launch: string | null): Promise<void> {
		const save = () => {
			// Counted from today: what was due before is asked for, not called late.
			store().update((doc, stamp) =>
				setDates(doc, { launch, start: startOf(doc) ?? today() }, stamp),
			);
			this.#show();
		};
		const { project } = store();
		// Without a project nothing can become overdue: what lies before its start is to be confirmed.
		if (!project || launch === launchOf(project)) return save();
		const { preview } = await import('./launch-preview.ts');
		await preview(this, launch, { save, cancel: () => this.#show(true) });
	}

	#show(evenInUse = false): void {
		const { project } = store();
		const launch = project && launchOf(project);
		const date = this.querySelector<HTMLInputElement>('input[type=date]');
		if (date && (evenInUse || date !== document.activeElement)) date.value = launch ?? '';
		const roll = this.querySelector<HTMLInputElement>('input[type=checkbox]');
		if (roll) roll.checked = (project && valueOf(project.rollWeekends)) ?? false;
		const output = this.querySelector('output');
		const days = launch && daysBetween(today(), launch);
		const said = typeof days === 'number' && daysToLaunchInWords(days, settings().words);
		if (output) output.textContent = said || (output.dataset['empty'] ?? '');
	}
}
