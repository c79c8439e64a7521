import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asanaColumns, csv, jiraColumns, tableColumns } from './csv.ts';
import { nasty, row, words, wordsOf } from './testing.ts';

/** What a strict reader of RFC 4180 makes of it, by column. */
const read = (text: string) =>
	parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: '\r\n' });
const parsed = (...rows: ReturnType<typeof row>[]) => read(csv(rows, tableColumns(words)));

test('a reader finds every field as it was', () => {
	const [found] = parsed(row({ notes: ['Ben: two\nlines', 'more'], why: 'no "toner", none' }));
	expect(found).toMatchObject({
		ID: 'wh-print-stress-hour',
		Number: 'W-15',
		Title: 'Print a full stress hour',
		Level: 'Essential',
		Status: 'To do',
		'Blocked by': 'no "toner", none',
		Owner: 'Ann',
		Due: '2027-02-08',
		'Done when': 'Every slip, "label" and box, printed in the hour',
		Notes: 'Ben: two\nlines\nmore',
	});
});

test('begins with the mark of UTF-8 and ends every line with CRLF', () => {
	const text = csv([row()], tableColumns(words));
	expect(text).toMatch(/^\uFEFFID,Number,/);
	expect(text).toMatch(/\r\n$/);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('Chinese columns for a Chinese page', () => {
	const zh = wordsOf('zh-CN');
	expect(read(csv([row()], tableColumns(zh)))[0]).toMatchObject({ 编号: 'W-15', 状态: '待办' });
});

test('any text comes back, but for the apostrophe before a formula', () => {
	const typed = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }));
	fc.assert(
		fc.property(typed, typed, (owner, note) => {
			const [found] = parsed(row({ owner, notes: [note] }));
			expect(found?.['Owner']?.replace(/^'/, '')).toBe(owner.replace(/^'/, ''));
			expect(found?.['Notes']?.replace(/^'/, '')).toBe(note.replace(/^'/, ''));
		}),
	);
});

test.each([
	'=1',
	'+1',
	'-1',
	'@a',
	'\t=1',
	' =1',
	'\r=1',
	'\n=1',
	'＝1',
	'＋1',
	'－1',
	'＠a',
	'\u200b=1',
])('no cell runs as a formula: %j', (owner) => {
	expect(parsed(row({ owner }))[0]?.['Owner']).toBe(`'${owner}`);
});

describe('columns of trackers', () => {
	test('Jira takes summary, due date, label and a permanent id', () => {
		const [found] = read(csv([row({ is: 'blocked', why: 'no toner' })], jiraColumns(words)));
		expect(found).toMatchObject({
			Summary: 'W-15 Print a full stress hour',
			'Issue Type': 'Task',
			Status: 'In Progress',
			Priority: 'High',
			Assignee: 'Ann',
			'Due date': '2027-02-08',
			Labels: 'warehouse',
			'External issue ID': 'wh-print-stress-hour',
		});
		expect(found?.['Description']).toContain('Blocked: no toner');
		// The importer asks for a header without punctuation.
		expect(Object.keys(found ?? {}).join(' ')).toMatch(/^[A-Za-z ]+$/);
	});

	test('Asana takes the names it maps by itself, and the team as section', () => {
		const [found] = read(csv([row({ due: null })], asanaColumns(words)));
		expect(Object.keys(found ?? {})).toEqual(
			expect.arrayContaining(['Name', 'Description', 'Assignee', 'Due Date', 'Section/Column']),
		);
		expect(found).toMatchObject({ 'Due Date': '', 'Section/Column': 'Warehouse' });
		expect(found?.['Description']).toContain('21 days before launch');
	});
});
