import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SourceFile } from './source-file.ts';
import { expectFault, type Fault } from './testing.ts';

const look =
	'Look at this line and the one above: indentation by spaces, quotes closed, and quotes round a text that holds ": ".';

test.each([
	'a: 2026-11-22',
	'a: yes',
	'a: 017',
	'a: 0o17',
	'a: 1_000',
	'a: 12:30',
	'a: ~\nb:',
	'a: [1, two, { b: c }]',
	"a: >\n  one\n  line\n\n  and another\nb: 'it''s'",
	'a: &x { b: 1 }\nc: *x',
	'',
	'# nothing but a remark',
])('the fast reading is the careful one: %j', (text) => {
	expect(new SourceFile('x.yaml', text).value([])).toEqual(parse(text));
});

const faults: Fault[] = [
	{
		rule: 'a field stands once',
		file: 'warehouse',
		from: 'repeat: weekly',
		to: 'repeat: weekly\n    repeat: daily',
		at: 'repeat: daily',
		field: '',
		message: 'the same field stands twice in one place',
		mend: 'Keep one of the two.',
	},
	{
		rule: 'a text with a colon stands in quotes',
		file: 'warehouse',
		from: 'why: Printers stop.',
		to: 'why: Printers: they stop.',
		at: 'Printers: they stop.',
		field: '',
		message: 'the file cannot be read here: Nested mappings are not allowed in compact mappings',
		mend: look,
	},
	{
		rule: 'no tab indents',
		others: true,
		file: 'warehouse',
		from: '      why: Printers stop.',
		to: '\twhy: Printers stop.',
		at: '\twhy',
		field: '',
		message: 'the file cannot be read here: Tabs are not allowed as indentation',
		mend: look,
	},
];

test.each(faults)('YAML: $rule', expectFault);

test('a fault of YAML hides no other file, but the rest of its own', () => {
	const file = new SourceFile('x.yaml', 'a: "open\nb: 1\n');
	const { value, problems } = file.read(z.strictObject({ a: z.string() }), []);
	expect(value).toBeUndefined();
	expect(problems?.every(({ field, mend }) => field === '' && mend === look)).toBe(true);
});

const text = `# A comment
name: first
roles:
  - id: lead
    tasks: [a, b]
  - other: x
`;

test.each<[(string | number)[], number, number, string]>([
	[[], 2, 1, ''],
	[['name'], 2, 7, 'name'],
	[['roles'], 3, 1, 'roles'],
	[['roles', 0], 4, 5, 'roles › lead'],
	[['roles', 0, 'tasks'], 5, 5, 'roles › lead › tasks'],
	[['roles', 0, 'tasks', 1], 5, 16, 'roles › lead › tasks › no. 2'],
	[['roles', 1, 'id'], 6, 5, 'roles › no. 2 › id'],
	[['nothing', 'here'], 2, 1, 'nothing › here'],
])('%j is found at %i:%i and called "%s"', (path, line, column, field) => {
	const file = new SourceFile('content/x.yaml', text);
	expect(file.problem(path, 'is wrong', 'Mend it.', 'doubt')).toEqual({
		severity: 'doubt',
		file: 'content/x.yaml',
		line,
		column,
		field,
		message: 'is wrong',
		mend: 'Mend it.',
	});
	expect(new SourceFile('content/x.yaml', text).has(path)).toBe(
		!['nothing', 'id'].includes(String(path[0])) && path[2] !== 'id',
	);
});

test('leaves out the texts of languages that are not listed, and nothing else', () => {
	const file = new SourceFile(
		'x.yaml',
		`
id: x
see: [a]
to: b
no: { number: 1 }
en: { name: One }
fr: { name: Un }
zh-CN: { name: 一 }
notes:
  - { en: Two, de: Zwei }
  - { de: Drei }
`,
	);
	expect(file.value(['en'])).toEqual({
		id: 'x',
		see: ['a'],
		to: 'b',
		en: { name: 'One' },
		notes: [{ en: 'Two' }, { de: 'Drei' }],
	});
});
