/** Makes the files and texts of `pb-export`; fetched with the first of them. */
import { address } from '../../browser/address.ts';
import { download, fileName } from '../../browser/files.ts';
import { copy } from '../../browser/session.ts';
import { settings, today } from '../../browser/settings.ts';
import { store } from '../../browser/store.ts';
import { loadTable, loadWords } from '../../browser/tables.ts';
import { asanaColumns, csv, jiraColumns, tableColumns, type Column } from '../../export/csv.ts';
import { calendar } from '../../export/ics.ts';
import { markdown } from '../../export/markdown.ts';
import { rowsOf, type Row } from '../../export/rows.ts';
import { chatText } from '../../export/text.ts';
import { todo } from '../../export/todo.ts';
import { newProject } from '../../progress/new-project.ts';
import { nameOf } from '../../progress/project.ts';
import { applies } from '../../progress/scope.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import type { Wanted } from './export.ts';

/** Exports the wanted items as `kind`; `say` writes how many there are and what became of them. */
export async function exportItems(kind: string, wanted: Wanted, say: Say): Promise<void> {
	const tables = await Promise.all([loadTable(), loadWords()]).catch(() => null);
	if (!tables) return say('said');
	const [table, words] = tables;
	const doc = store().project ?? blank();
	const byId = new Map(table.items.map((item) => [item.id, item]));
	const items = wanted.ids
		? wanted.ids.flatMap((id) => byId.get(id) ?? [])
		: table.items.filter((item) => applies(item, doc).applies);
	say(
		'count',
		items.length > 0 ? words('export.count', { count: items.length }) : words('export.none'),
	);
	if (!kind || items.length === 0) return say('said', '');
	const { teams, phases } = table;
	const rows = rowsOf(items, { doc, words, teams, phases, site: address().href });
	const name = nameOf(doc) || words('export.untitled');
	const facts: Facts = {
		rows,
		words,
		name,
		heading: heading(name, wanted, words),
		project: doc.id,
	};
	if (kind === 'text') return say('said', await copied(facts));
	const file = files[kind]?.(facts);
	if (!file) return;
	if (file.dated && !rows.some(({ due }) => due)) return say('said', words('export.no-dates'));
	const called = fileName([name, wanted.name].filter(Boolean).join(' '), today(), file.extension);
	download(called, file.text, file.type);
	const dateless = file.dated ? rows.filter(({ due }) => !due).length : 0;
	const left = dateless > 0 ? ` ${words('export.dateless', { count: dateless })}` : '';
	say('said', words('export.saved', { file: called }) + left);
}

const files: Readonly<Record<string, (facts: Facts) => File>> = {
	csv: (facts) => table(facts, tableColumns(facts.words)),
	jira: (facts) => table(facts, jiraColumns(facts.words)),
	asana: (facts) => table(facts, asanaColumns(facts.words)),
	'ics-events': (facts) => dates(facts, 'events'),
	'ics-tasks': (facts) => dates(facts, 'tasks'),
	markdown: ({ rows, words, heading: title }) => ({
		text: markdown(rows, title, words),
		type: 'text/markdown',
		extension: 'md',
	}),
	todo: ({ rows }) => ({ text: todo(rows), type: 'text/plain', extension: 'txt' }),
};

function table({ rows }: Facts, columns: readonly Column[]): File {
	return { text: csv(rows, columns), type: 'text/csv', extension: 'csv' };
}

function dates({ rows, words, name, project }: Facts, kind: 'events' | 'tasks'): File {
	const text = calendar(rows, { kind, name, project, now: Date.now(), words });
	return { text, type: 'text/calendar', extension: 'ics', dated: true };
}

async function copied({ rows, words, heading: title }: Facts): Promise<string> {
	const { locale } = settings();
	const date = (day: string) => dateInWords(day, locale);
	const text = chatText(rows, { heading: title, words, date });
	if (await copy(text)) return words('export.copied', { count: rows.length });
	const { openDialog, dialogStyles } = await import('../parts/dialog.ts');
	await dialogStyles();
	const { el } = await import('../parts/dom.ts');
	const shown = el('textarea', { readonly: true, rows: 12, 'aria-label': words('export.text') });
	shown.value = text;
	const parts = { title: words('export.text'), close: words('dialog.close'), kind: 'export-text' };
	openDialog({ ...parts, body: [shown] });
	shown.select();
	return words('export.no-copy');
}

function heading(name: string, { name: view }: Wanted, words: Words): string {
	const date = dateInWords(today(), settings().locale);
	return [name, view, words('board.as-of', { date })].filter(Boolean).join(' · ');
}

/** Before anything was ticked or set. */
function blank() {
	return newProject({ id: 'new', playbook: settings().playbook }, [0, '']);
}

/** Without a text: that it could not be fetched, for which the page holds the words. */
export type Say = (part: 'count' | 'said', text?: string) => void;

interface Facts {
	readonly rows: readonly Row[];
	readonly words: Words;
	readonly name: string;
	readonly heading: string;
	readonly project: string;
}

interface File {
	readonly text: string;
	readonly type: string;
	readonly extension: string;
	/** Whether only what has a date is in it. */
	readonly dated?: boolean;
}
