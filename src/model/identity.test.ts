import { expect, test } from 'vitest';
import { readContent } from './content.ts';
import { expectFault, lineOf, paths, smallPlaybook, type Fault } from './testing.ts';

/** The mend that names the first place: where `text` stands in the file before the change. */
function twin(file: keyof typeof paths, text: string): string {
	const line = lineOf(smallPlaybook(), paths[file], text);
	return `It stands in ${paths[file]}:${line}. Give this one an id of its own.`;
}

const role =
	'{ name: Manager, responsibility: The floor }, zh-CN: { name: 经理, responsibility: 现场 } }';
const kpi =
	'  - { id: on-time, better: up, en: { name: A, formula: B, unit: C }, zh-CN: { name: 甲, formula: 乙, unit: 丙 } }\n';
const handoff =
	'  - { id: stock-report, to: launch-day, en: { what: A, when: B, without: C }, zh-CN: { what: 甲, when: 乙, without: 丙 } }\n';

const twice: Fault[] = [
	{
		rule: 'item, in another file too',
		file: 'marketing',
		from: 'id: mkt-stock-check',
		to: 'id: wh-print-hour',
		in: 'warehouse',
		at: 'wh-print-hour',
		field: 'items › wh-print-hour › id',
		message: 'the item "wh-print-hour" exists already',
		mend: twin('marketing', 'mkt-stock-check'),
	},
	{
		rule: 'handoff',
		file: 'warehouse',
		from: 'items:\n',
		to: `${handoff}items:\n`,
		at: 'stock-report, to: launch-day',
		field: 'handoffs › stock-report › id',
		message: 'the handoff "stock-report" exists already',
		mend: twin('warehouse', 'stock-report\n'),
	},
	{
		rule: 'role',
		file: 'warehouse',
		from: 'kpis:\n',
		to: `  - { id: manager, en: ${role}\nkpis:\n`,
		at: `manager, en: ${role}\nkpis`,
		field: 'roles › manager › id',
		message: 'the role "manager" exists already',
		mend: twin('warehouse', 'manager, en'),
	},
	{
		rule: 'KPI',
		file: 'warehouse',
		from: 'story:\n',
		to: `${kpi}story:\n`,
		at: 'on-time, better',
		field: 'kpis › on-time › id',
		message: 'the KPI "on-time" exists already',
		mend: twin('warehouse', 'on-time'),
	},
	{
		rule: 'source',
		file: 'sources',
		from: 'id: price-law',
		to: 'id: label-speed',
		at: 'label-speed\n  kind: law',
		field: 'label-speed › id',
		message: 'the source "label-speed" exists already',
		mend: twin('sources', 'label-speed'),
	},
	{
		rule: 'glossary entry',
		file: 'glossary',
		from: 'id: packing-slip',
		to: 'id: label',
		at: 'label, en:',
		field: 'label › id',
		message: 'the glossary entry "label" exists already',
		mend: twin('glossary', 'packing-slip'),
	},
	{
		rule: 'statement, in another file too',
		file: 'marketing',
		from: 'id: mkt-s1',
		to: 'id: wh-s1',
		in: 'warehouse',
		at: 'wh-s1',
		field: 'statements › wh-s1 › id',
		message: 'the statement "wh-s1" exists already',
		mend: twin('marketing', 'mkt-s1'),
	},
	{
		rule: 'language',
		file: 'playbook',
		from: 'zh-CN, name: 简',
		to: 'en, name: 简',
		at: 'en, name: 简',
		field: 'languages › en › id',
		message: 'the language "en" exists already',
		mend: twin('playbook', 'en, name: English'),
	},
	{
		rule: 'phase',
		file: 'playbook',
		from: 'launch, en: { name: Launch',
		to: 'prepare, en: { name: Launch',
		at: 'prepare, en: { name: Launch',
		field: 'phases › prepare › id',
		message: 'the phase "prepare" exists already',
		mend: twin('playbook', 'prepare, en'),
	},
	{
		rule: 'format',
		file: 'playbook',
		from: 'third-party, en: { name: Third',
		to: 'co-located, en: { name: Third',
		at: 'co-located, en: { name: Third',
		field: 'formats › co-located › id',
		message: 'the format "co-located" exists already',
		mend: twin('playbook', 'co-located'),
	},
	{
		rule: 'market',
		file: 'playbook',
		from: 'us, en: { name: United',
		to: 'eu, en: { name: United',
		at: 'eu, en: { name: United',
		field: 'markets › eu › id',
		message: 'the market "eu" exists already',
		mend: twin('playbook', 'eu, en'),
	},
];

test.each(twice)('an id stands once: $rule', (fault) => expectFault({ ...fault, others: true }));

const teams: Fault[] = [
	{
		rule: 'an item id begins with the prefix of its team',
		file: 'warehouse',
		from: 'prefix: wh\n',
		to: 'prefix: ware\n',
		at: 'wh-stock-list',
		field: 'items › wh-stock-list › id',
		message: 'does not begin with "ware-"',
		mend: 'Call it "ware-…".',
	},
	{
		rule: 'a team that is listed has a file',
		file: 'playbook',
		from: '[marketing, warehouse]',
		to: '[marketing, warehouse, finance]',
		at: 'finance]',
		field: 'teams › no. 3',
		message: 'no team or list is called "finance"',
		mend: 'Correct the name or add the team or list. Known: launch-day, marketing, warehouse.',
	},
	{
		rule: 'a team that has a file is listed',
		file: 'playbook',
		from: '[marketing, warehouse]',
		to: '[marketing]',
		in: 'warehouse',
		at: 'warehouse',
		field: 'id',
		message: '"warehouse" is not listed',
		mend: 'Add it to "teams:" in content/playbook.yaml.',
	},
	{
		rule: 'a cross-team list that has a file is listed',
		file: 'playbook',
		from: 'lists: [launch-day]',
		to: 'lists: []',
		in: 'launchDay',
		at: 'launch-day',
		field: 'id',
		message: '"launch-day" is not listed',
		mend: 'Add it to "lists:" in content/playbook.yaml.',
	},
	{
		rule: 'a team is listed once',
		file: 'playbook',
		from: '[marketing, warehouse]',
		to: '[marketing, warehouse, marketing]',
		at: 'marketing]',
		field: 'teams › no. 3',
		message: '"marketing" is listed twice',
		mend: 'Keep one of the two.',
	},
	{
		rule: 'two teams have two codes',
		file: 'warehouse',
		from: 'code: W\n',
		to: 'code: M\n',
		at: 'M\n',
		field: 'code',
		message: 'another team has the same letter of short numbers "M"',
		mend: 'Choose one that no other team has.',
	},
	{
		rule: 'two teams have two prefixes',
		file: 'marketing',
		from: 'prefix: mkt',
		to: 'prefix: ld',
		at: 'ld\n',
		field: 'prefix',
		message: 'another team has the same item prefix "ld"',
		mend: 'Choose one that no other team has.',
	},
];

test.each(teams)('$rule', (fault) => expectFault({ ...fault, others: true }));

test('a file is called like its id', () => {
	const files = smallPlaybook();
	files.set('content/teams/store.yaml', files.get(paths.warehouse) ?? '');
	files.delete(paths.warehouse);
	expect(readContent(files).problems).toEqual([
		{
			severity: 'error',
			file: 'content/teams/store.yaml',
			line: 1,
			column: 5,
			field: 'id',
			message: 'the file has another name than the id',
			mend: 'Call it content/teams/warehouse.yaml.',
		},
	]);
});

test('two files with one id: the second names the first', () => {
	const files = smallPlaybook();
	files.set('content/teams/zz.yaml', files.get(paths.warehouse) ?? '');
	expect(readContent(files).problems).toMatchObject([
		{
			file: 'content/teams/zz.yaml',
			line: 1,
			message: '"warehouse" exists already',
			mend: 'It stands in content/teams/warehouse.yaml.',
		},
	]);
});
