/** What another launch date would do, before it is saved. */
import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords } from '../../browser/tables.ts';
import { becomesOverdue } from '../../progress/board.ts';
import { startOf } from '../../progress/project.ts';
import { dateInWords } from '../../words/dates.ts';
import { button, el } from '../parts/dom.ts';

/** How many items it names; the rest it counts. */
const most = 6;
let latest = 0;

/**
 * Shows in `host` what becomes overdue and asks; saves at once where nothing does. Not modal: who
 * steps through dates with the arrow keys sees each one's.
 */
export async function preview(
	host: HTMLElement,
	launch: string | null,
	{ save, cancel }: Answers,
): Promise<void> {
	const asked = (latest += 1);
	const tables = await Promise.all([loadTable(), loadWords()]).catch(() => null);
	// A later date was chosen meanwhile.
	if (asked !== latest) return;
	host.querySelector('.launch-preview')?.remove();
	const doc = store().project;
	if (!tables || !doc) return save();
	const [{ items }, words] = tables;
	const started = startOf(doc) ? doc : { ...doc, start: [today(), [0, '']] as const };
	const late = becomesOverdue(items, { doc: started, today: today() }, launch);
	if (late.length === 0 || !launch) return save();
	const close = (act: () => void) => () => {
		box.remove();
		host.querySelector<HTMLElement>('input')?.focus();
		act();
	};
	const date = dateInWords(launch, settings().locale);
	const box = el(
		'div',
		{ class: 'launch-preview' },
		el(
			'p',
			{ role: 'status' },
			el('b', {}, words('board.becomes-overdue', { count: late.length, date })),
		),
		el(
			'ul',
			{},
			...late
				.slice(0, most)
				.map(({ href, no, title }) => el('li', {}, el('a', { href }, no), ` ${title}`)),
			late.length > most && el('li', {}, words('board.and-more', { count: late.length - most })),
		),
		el(
			'p',
			{ class: 'launch-answers' },
			button(words('board.date-save'), close(save), { class: 'button' }),
			button(words('board.date-keep'), close(cancel)),
		),
	);
	host.append(box);
}

interface Answers {
	readonly save: () => void;
	readonly cancel: () => void;
}
