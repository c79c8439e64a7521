import type { Words } from '../words/words.ts';
import type { Row } from './rows.ts';

/** Comma-separated values by RFC 4180, with a mark that tells Excel and WPS it is UTF-8. */
export function csv(rows: readonly Row[], columns: readonly Column[]): string {
	const lines = [
		columns.map(([name]) => name),
		...rows.map((row) => columns.map(([, of]) => of(row))),
	];
	return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The columns of a spreadsheet, in the language of the page. */
export function tableColumns(words: Words): Column[] {
	const named = (key: string, of: Column[1]): Column => [words(`export.col-${key}`), of];
	return [
		named('id', ({ id }) => id),
		named('no', ({ no }) => no),
		named('title', ({ title }) => title),
		named('team', ({ team }) => team),
		named('phase', ({ phase }) => phase),
		named('level', ({ isEssential }) => words(`level.${isEssential ? 'essential' : 'further'}`)),
		named('status', ({ is }) => words(`status.${is}`)),
		named('why', ({ why }) => why),
		named('owner', ({ owner }) => owner),
		named('role', ({ role }) => role),
		named('due', ({ due }) => due ?? ''),
		named('rule', ({ rule }) => rule),
		named('repeat', ({ repeat }) => repeat),
		named('done-when', ({ doneWhen }) => doneWhen),
		named('notes', ({ notes }) => notes.join('\n')),
		named('link', ({ link }) => link),
	];
}

/**
 * Columns named as Jira's fields, which its importer takes for them. `External issue ID` holds the
 * item's permanent id, so that a second import can be matched to the first. Labels have no spaces.
 */
export function jiraColumns(words: Words): Column[] {
	return [
		['Summary', ({ no, title }) => `${no} ${title}`],
		['Description', (row) => description(row, words)],
		['Issue Type', () => 'Task'],
		['Status', ({ is }) => jiraStatus[is]],
		['Priority', ({ isEssential }) => (isEssential ? 'High' : 'Medium')],
		['Assignee', ({ owner }) => owner],
		['Due date', ({ due }) => due ?? ''],
		['Labels', ({ teamId }) => teamId],
		['External issue ID', ({ id }) => id],
	];
}

/** Columns by the names that Asana's importer knows; the team becomes the section. */
export function asanaColumns(words: Words): Column[] {
	return [
		['Name', ({ no, title }) => `${no} ${title}`],
		['Description', (row) => description(row, words)],
		['Assignee', ({ owner }) => owner],
		['Due Date', ({ due }) => due ?? ''],
		['Section/Column', ({ team }) => team],
		[
			'Tags',
			({ phase, isEssential }) =>
				[phase, isEssential && words('level.essential')].filter(Boolean).join(','),
		],
		['Status', ({ is }) => words(`status.${is}`)],
		['Playbook ID', ({ id }) => id],
	];
}

/** What a task says of itself in another tool: done when, what blocks it, when, and where it stands. */
export function description(row: Row, words: Words): string {
	const lines = [
		`${words('item.done-when')}: ${row.doneWhen}`,
		row.why && `${words('status.blocked')}: ${row.why}`,
		`${words('export.col-role')}: ${row.role}`,
		[row.rule, row.repeat].filter(Boolean).join(' · '),
		...row.notes,
		row.link,
	];
	return lines.filter(Boolean).join('\n');
}

const jiraStatus = {
	todo: 'To Do',
	doing: 'In Progress',
	blocked: 'In Progress',
	done: 'Done',
	skipped: 'Done',
} as const;

/**
 * One cell. A spreadsheet runs a text that begins like a formula: an apostrophe before it makes it
 * text again, also where space or a full-width sign hides the beginning.
 */
function cell(text: string): string {
	const safe =
		/^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
	return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A column's name and what stands in it. */
export type Column = readonly [name: string, of: (row: Row) => string];
