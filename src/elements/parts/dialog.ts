import styles from '../../styles/dialogs.css?url';
import { button, el } from './dom.ts';

let styled: Promise<void> | undefined;

/** Fetches the styles of what is built by scripts; resolves also where they cannot be had. */
export function dialogStyles(): Promise<void> {
	return (styled ??= new Promise((resolve) => {
		const link = el('link', { rel: 'stylesheet', href: styles });
		link.addEventListener('load', () => resolve());
		link.addEventListener('error', () => resolve());
		document.head.append(link);
	}));
}

/** A native modal dialog with its heading and a way out; it leaves the page when it is closed. */
export function openDialog(parts: DialogParts): HTMLDialogElement {
	const { title, close, kind, body, lead } = parts;
	const heading = el('h2', { id: `dialog-${(dialogs += 1)}`, tabindex: '-1' }, title);
	const dialog: HTMLDialogElement = el(
		'dialog',
		{ class: `sheet-dialog ${kind}`, 'aria-labelledby': heading.id },
		el(
			'header',
			{},
			el('div', {}, lead && el('p', { class: 'dialog-lead' }, lead), heading),
			button('×', () => dialog.close(), { class: 'dialog-close', 'aria-label': close }),
		),
		...body,
	);
	dialog.addEventListener('close', () => dialog.remove());
	// A click beside the sheet is a click on the dialog itself.
	let pressed: EventTarget | null = null;
	dialog.addEventListener('pointerdown', ({ target }) => (pressed = target));
	dialog.addEventListener('click', ({ target }) => {
		if (target === dialog && pressed === dialog && !parts.stays) dialog.close();
	});
	document.body.append(dialog);
	dialog.showModal();
	heading.focus();
	return dialog;
}

let dialogs = 0;

export interface DialogParts {
	readonly title: string;
	/** The name of the button that closes it. */
	readonly close: string;
	/** A class that says what kind it is. */
	readonly kind: string;
	readonly body: readonly Node[];
	readonly lead?: string;
	/** Not closed by a click beside it. */
	readonly stays?: boolean;
}
