import { loadWords } from '../../browser/tables.ts';
import { dialogStyles } from './dialog.ts';
import { button, el } from './dom.ts';

let shown: HTMLElement | undefined;

/** Says something that lasts until it is closed, with something to do about it. */
export async function offer(said: string, label: string, act: () => unknown): Promise<void> {
	const toast = await say(said);
	const press = () => {
		dismiss(toast);
		void act();
	};
	toast.querySelector('p')?.after(button(label, press, { class: 'toast-act' }));
}

/** Says something at the foot of the page, where an open dialog does not hide it. */
export async function say(said: string): Promise<HTMLElement> {
	const [words] = await Promise.all([loadWords(), dialogStyles()]);
	shown?.remove();
	const text = el('p', { role: 'status' });
	const toast: HTMLElement = el(
		'div',
		{ class: 'toast' },
		text,
		button('×', () => dismiss(toast), {
			'aria-label': words('dialog.close'),
			class: 'dialog-close',
		}),
	);
	shown = toast;
	// What is outside an open modal dialog can be neither pressed nor heard.
	const open = [...document.querySelectorAll('dialog[open]')].at(-1);
	(open ?? document.body).append(toast);
	open?.addEventListener('close', () => shown === toast && document.body.append(toast), {
		once: true,
	});
	// A live region must be there before its text.
	requestAnimationFrame(() => (text.textContent = said));
	return toast;
}

/** Closed or used it is not there any more, also for the dialog it stood in. */
function dismiss(toast: HTMLElement): void {
	toast.remove();
	if (shown === toast) shown = undefined;
}
