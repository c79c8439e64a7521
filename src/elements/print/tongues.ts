/**
 * Sheets in another language than the page's, or in two at once. Everything on a sheet that has
 * words says which: an item's parts by their class, texts of the interface by `data-word`, names
 * by `data-say`.
 */
import { settings } from '../../browser/settings.ts';
import { loadDetails, loadTable, loadWords, type Details } from '../../browser/tables.ts';
import type { TableItem } from '../../browser/tables.ts';
import { ownerOf } from '../../progress/people.ts';
import { statusOf, type ProjectDocument } from '../../progress/project.ts';
import { dueOn } from '../../progress/schedule.ts';
import { changedSince } from '../../progress/summary.ts';
import { dateInWords, dueInWords, startOffsetInWords } from '../../words/dates.ts';
import type { Values, Words } from '../../words/words.ts';

/** All that is needed to say a sheet in one language. */
export interface Tongue {
	language: string;
	words: Words;
	items: ReadonlyMap<string, TableItem>;
	/** Short names of the teams, and of the markets. */
	names: ReadonlyMap<string, string>;
	details: Details;
}

/** Fetches a language; the long texts only if they are to be printed. */
export async function loadTongue(language: string, detailed: boolean): Promise<Tongue> {
	const [table, words, details] = await Promise.all([
		loadTable(language),
		loadWords(language),
		detailed ? loadDetails(language) : {},
	]);
	return {
		language,
		words,
		details,
		items: new Map(table.items.map((item) => [item.id, item])),
		names: new Map([...table.teams, ...table.markets].map(({ id, name }) => [id, name])),
	};
}

/** Says a sheet's own texts: headings, column heads, what is to be filled in. */
export function sayTexts(root: ParentNode, tongues: readonly Tongue[]): void {
	for (const node of root.querySelectorAll<HTMLElement>('[data-word]')) {
		const { word = '', values = '{}' } = node.dataset;
		say(node, tongues, ({ words }) => words(word, JSON.parse(values) as Values));
	}
	for (const node of root.querySelectorAll<HTMLElement>('[data-say]')) {
		const texts = JSON.parse(node.dataset['say'] ?? '{}') as Record<string, string>;
		say(node, tongues, ({ language }) => texts[language] ?? '');
	}
}

/** Says an item: title, done-when, owner, date, status, and what it opens to. */
export function sayItem(
	row: HTMLElement,
	tongues: readonly Tongue[],
	project: ProjectDocument | null,
): void {
	const part = (name: string, text: (item: TableItem, tongue: Tongue) => string) => {
		const node = row.querySelector<HTMLElement>(`.${name}`);
		if (!node) return;
		say(node, tongues, (tongue) => {
			const item = tongue.items.get(row.id);
			return item ? text(item, tongue) : '';
		});
	};
	part('row-title', ({ title }) => title);
	part('row-done', ({ doneWhen }) => doneWhen);
	part('item-owner', (item, tongue) => ownerInWords(item, tongue, project));
	part('item-due', (item, tongue) => {
		const day = project && dueOn(item, project);
		return day ? dayInWords(day, tongues) : dueInWordsOf(item, tongue);
	});
	part('item-status', (item, tongue) => statusText(item, tongue, project));
	// What somebody wrote is said once.
	const why = project && statusOf(project, row.id).why;
	if (why) row.querySelector('.item-status:not(:empty)')?.append(`: ${why}`);
	part('row-market', ({ markets }, { words, names }) =>
		words('item.market', {
			markets: markets.map((id) => names.get(id) ?? id).join(words('list.comma')),
		}),
	);
	sayDetails(row, tongues);
}

/** A day as the reader's language has it; between two languages as both read it: 2027-03-01. */
export function dayInWords(day: string, [first, second]: readonly Tongue[]): string {
	if (second) return day;
	const { language, locale } = settings();
	return dateInWords(day, !first || first.language === language ? locale : first.language);
}

/** Writes a text in one language or, where they differ, in each of two. */
function say(
	node: HTMLElement,
	tongues: readonly Tongue[],
	text: (tongue: Tongue) => string,
): void {
	const said = tongues.map((tongue) => ({ lang: tongue.language, text: text(tongue) }));
	const [first, second] = said;
	if (!first) return;
	node.lang = first.lang;
	if (!second || first.text === second.text) return void (node.textContent = first.text);
	node.removeAttribute('lang');
	const spans = said.map(({ lang, text }) =>
		Object.assign(document.createElement('span'), { lang, textContent: text }),
	);
	// The space keeps the two apart for whoever reads the text alone.
	node.replaceChildren(spans[0] ?? '', ' ', spans[1] ?? '');
}

function sayDetails(row: HTMLElement, tongues: readonly Tongue[]): void {
	row.querySelector('.row-more')?.remove();
	const all = tongues.map((tongue) => tongue.details[row.id] ?? []);
	if (!all[0]?.length) return;
	const list = document.createElement('dl');
	list.className = 'row-more';
	all[0].forEach((_, i) => {
		const label = document.createElement('dt');
		const text = document.createElement('dd');
		say(label, tongues, (tongue) => tongue.words(tongue.details[row.id]?.[i]?.[0] ?? ''));
		say(text, tongues, (tongue) => tongue.details[row.id]?.[i]?.[1] ?? '');
		list.append(label, text);
	});
	row.querySelector('.row-text')?.append(list);
}

function ownerInWords(item: TableItem, { names }: Tongue, project: ProjectDocument | null): string {
	const owner = project && ownerOf(item, project);
	if (owner && 'name' in owner) return owner.name;
	const [team = ''] = item.owner.split('/');
	return team === item.team ? item.role : `${names.get(team) ?? team}: ${item.role}`;
}

function dueInWordsOf(item: TableItem, { words }: Tongue): string {
	return item.startOffset === undefined
		? dueInWords(item.due, words)
		: startOffsetInWords(item.startOffset, words);
}

function statusText(item: TableItem, { words }: Tongue, project: ProjectDocument | null): string {
	if (!project) return '';
	if (changedSince(item, project)) return words('checklist.changed');
	const { is } = statusOf(project, item.id);
	return is === 'todo' || is === 'done' ? '' : words(`status.${is}`);
}
