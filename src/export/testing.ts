/** What the tests of exports share: rows as people may fill them. Never imported by the site. */
import { readFileSync } from 'node:fs';
import { wordsFrom, type Dictionary } from '../words/words.ts';
import type { Row } from './rows.ts';

export const wordsOf = (language: string) => {
	const file = new URL(`../../content/i18n/${language}.json`, import.meta.url);
	return wordsFrom(JSON.parse(readFileSync(file, 'utf8')) as Dictionary, language);
};
export const words = wordsOf('en');

/** A row, but for what is given. */
export function row(facts: Partial<Row> = {}): Row {
	return {
		id: 'wh-print-stress-hour',
		no: 'W-15',
		title: 'Print a full stress hour',
		team: 'Warehouse',
		teamId: 'warehouse',
		phase: 'Prepare',
		isEssential: true,
		is: 'todo',
		why: '',
		changed: null,
		owner: 'Ann',
		role: 'Equipment coordinator',
		due: '2027-02-08',
		rule: '21 days before launch',
		repeat: '',
		doneWhen: 'Every slip, "label" and box, printed in the hour',
		notes: [],
		link: 'https://example.org/teams/warehouse/#wh-print-stress-hour',
		...facts,
	};
}

/** Texts that break formats: quotes, lines, separators, formulas, markup, Chinese, control signs. */
export const nasty = [
	'a, "b"; c',
	'two\nlines\r\nand more',
	'=HYPERLINK("http://evil.example")',
	'  +1+1',
	'＝1+1',
	'-2',
	'@SUM(A1)',
	'\ttab',
	'<img src=x onerror=alert(1)>',
	'[a](b) *c* `d` _e_ | f # g',
	'打印机“双十一”压力测试，一小时；全部通过',
	'back\\slash\\n;',
	'emoji 👩‍👩‍👧 and 𠮷',
	'x +project @context due:2020-01-01',
];
