import { address } from '../../browser/address.ts';
import { chatApp, copy } from '../../browser/session.ts';
import { store } from '../../browser/store.ts';
import type { Fault } from '../../browser/stored.ts';
import { loadWords } from '../../browser/tables.ts';
import { button, el } from '../parts/dom.ts';
import { faultInWords } from '../parts/fault.ts';
import { demand } from './demand.ts';

/** Says at the head of the page why something is not saved, and offers the file instead. */
export async function showFault(): Promise<void> {
	const words = await loadWords();
	const { fault, project } = store();
	// Read again after waiting: the fault may be gone.
	const first = notice()?.dataset['fault'];
	if (!fault) {
		if (first) clear();
		return;
	}
	const save = button(words('backup.save'), () => demand('backup'));
	put(faultInWords(fault, words), project ? [save] : [], fault);
	store().addEventListener('fault', look, { once: true });
}

/** Says why something that was asked for could not be kept. */
export async function showNotKept(fault: Fault): Promise<void> {
	put(faultInWords(fault, await loadWords()), [], fault);
	notice()?.scrollIntoView({ block: 'center' });
}

/** In a chat app's own browser: says that ticks stay there, and how to get out. */
export async function showChatApp(): Promise<void> {
	const app = chatApp();
	if (!app || notice()?.hidden === false) return;
	const words = await loadWords();
	const link = button(words('notice.copy-address'), async () => {
		const text = (await copy(address().href)) ? words('panel.link') : address().href;
		link.replaceWith(text);
	});
	put(words('notice.chat-app', { app }), [link], 'chat');
}

/** Says that the device's clock is behind what was already written. */
export async function showClock(): Promise<void> {
	if (notice()?.hidden !== false) put((await loadWords())('notice.clock'), [], 'clock');
}

/** Says that something could not be fetched; the words stand in the page. */
export function showFailed(): void {
	const place = notice();
	if (place) put(place.dataset['failed'] ?? '', [], 'failed');
}

function put(text: string, ways: readonly HTMLElement[], kind: string): void {
	const place = notice();
	if (!place) return;
	place.hidden = false;
	place.dataset['fault'] = kind;
	place.replaceChildren(el('p', {}, text), ...ways);
}

function clear(): void {
	const place = notice();
	if (!place) return;
	place.hidden = true;
	delete place.dataset['fault'];
	place.replaceChildren();
}

/** One and the same, so that it listens once however often the fault was shown. */
const look = () => void showFault();
const notice = () => document.getElementById('pb-notice');
