import { expect, test } from 'vitest';
import { readContent } from './content.ts';
import { changed, expectFault, paths, playbookOf, smallPlaybook, type Fault } from './testing.ts';

const faults: Fault[] = [
	{
		rule: 'line of a block',
		file: 'warehouse',
		from: '      why: 打印机会停。\n',
		to: '',
		at: 'zh-CN:\n      title: 连续打印一小时',
		field: 'items › wh-print-hour › zh-CN › why',
		message: 'is missing in zh-CN',
		mend: 'Write it in zh-CN, or set "complete: false" for zh-CN in content/playbook.yaml.',
	},
	{
		rule: 'whole block',
		file: 'marketing',
		from: 'zh-CN: { name: 市场营销, purpose: 带来顾客。 }\n',
		to: '',
		at: 'id: marketing',
		field: 'zh-CN',
		message: 'has no zh-CN text',
		mend: 'Write it in zh-CN, or set "complete: false" for zh-CN in content/playbook.yaml.',
	},
	{
		rule: 'line of the first language',
		file: 'warehouse',
		from: '      why: Printers stop.\n',
		to: '',
		at: 'en:\n      title: Print for an hour',
		field: 'items › wh-print-hour › en › why',
		message: 'is missing in en',
		mend: "Write it in en, the playbook's first language: every text must have it.",
	},
	{
		rule: 'optional line that another language has',
		file: 'warehouse',
		from: '      note: 规划默认值。\n',
		to: '',
		at: 'zh-CN:\n      title: 连续打印一小时',
		field: 'items › wh-print-hour › zh-CN › note',
		message: 'is missing in zh-CN',
		mend: 'Write it in zh-CN, or take it out of the others.',
	},
	{
		rule: 'optional line that only a further language has',
		file: 'warehouse',
		from: '  short-name: Warehouse\n',
		to: '',
		at: 'en:\n  name: Warehouse and fulfilment',
		field: 'en › short-name',
		message: 'is missing in en',
		mend: 'Write it in en, or take it out of the others.',
	},
];

test.each(faults)('a missing line is an error: $rule', expectFault);

const incomplete = changed(
	smallPlaybook(),
	paths.playbook,
	'path: zh-cn }',
	'path: zh-cn, complete: false }',
);

test.each([
	['line of a block', '      why: 打印机会停。\n', 'items › wh-print-hour › zh-CN › why'],
	['text of its own', ', zh-CN: 打印机很重要。', 'statements › wh-s1 › text › zh-CN'],
	['optional line', '      note: 规划默认值。\n', 'items › wh-print-hour › zh-CN › note'],
	[
		'field with a hyphen',
		'      done-when: 满一小时。\n',
		'items › wh-print-hour › zh-CN › done-when',
	],
])('while a language is incomplete a missing line is a doubt: %s', (_, text, field) => {
	const files = changed(incomplete, paths.warehouse, text, '');
	const { playbook, problems } = readContent(files);
	expect(problems).toMatchObject([
		{
			severity: 'doubt',
			file: paths.warehouse,
			field,
			message: 'has no zh-CN text yet',
			mend: 'Until it has, another is shown.',
		},
	]);
	expect(playbook).toBeDefined();
});

test('what is missing has no text of that language, so that the page falls back', () => {
	const files = changed(incomplete, paths.warehouse, '      why: 打印机会停。\n', '');
	const item = playbookOf(files).teams[1]?.items[1];
	expect(item?.why).toEqual({ en: 'Printers stop.' });
	expect(item?.title).toEqual({ en: 'Print for an hour', 'zh-CN': '连续打印一小时' });
});

test('an incomplete language may lack whole blocks', () => {
	const files = changed(
		incomplete,
		paths.marketing,
		'zh-CN: { name: 市场营销, purpose: 带来顾客。 }\n',
		'',
	);
	const { problems } = readContent(files);
	expect(problems.map(({ field }) => field)).toEqual(['zh-CN › name', 'zh-CN › purpose']);
});

const zhLine = '  - { id: zh-CN, name: 简体中文, path: zh-cn }\n';

test('an edition in one language reads the same files', () => {
	const files = changed(smallPlaybook(), paths.playbook, zhLine, '');
	const { playbook, problems } = readContent(files);
	expect(problems).toEqual([]);
	expect(JSON.stringify(playbook)).not.toMatch(/[\u4e00-\u9fff]/);
	expect(playbook?.teams[1]?.items[1]?.title).toEqual({ en: 'Print for an hour' });
	expect(playbook?.glossary[0]?.see).toEqual(['label']);
});

test('an edition in the second language alone reads the same files', () => {
	const files = changed(
		smallPlaybook(),
		paths.playbook,
		'  - { id: en, name: English, path: "" }\n',
		'',
	);
	expect(playbookOf(files).teams[0]?.name).toEqual({ 'zh-CN': '市场营销' });
});

test('a language that is listed but misspelt in a file is not overlooked', () => {
	const files = changed(
		smallPlaybook(),
		paths.warehouse,
		', zh-CN: 走一遍现场。',
		', zh-cn: 走一遍现场。',
	);
	expect(readContent(files).problems).toMatchObject([
		{ field: 'first-hour › no. 1 › zh-CN', message: 'has no zh-CN text' },
		{ field: 'first-hour › no. 1 › zh-cn', message: 'is not a field that belongs here' },
	]);
});
