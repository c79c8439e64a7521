import { expect, test } from 'vitest';
import { readContent } from './content.ts';
import { changed, expectFault, paths, smallPlaybook, type Fault } from './testing.ts';

const revised = (rev: string, ...revs: number[]) =>
	[
		`rev: ${rev}`,
		'    changes:',
		...revs.map(
			(n) => `      - { rev: ${n}, date: 2027-01-0${n}, en: { what: New }, zh-CN: { what: 新 } }`,
		),
	].join('\n');

const faults: Fault[] = [
	{
		rule: 'an id that is not listed is an error in CI',
		strictLedger: true,
		file: 'ledger',
		from: 'ld-first-page: { no: LD-1, added: 2026-11-22 }\n',
		to: '',
		in: 'launchDay',
		at: 'ld-first-page',
		field: 'items › ld-first-page › id',
		message: 'is not in content/ledger.yaml',
		mend: 'Run "npm run ledger" and commit the file.',
	},
	{
		rule: 'a published id may not vanish',
		file: 'ledger',
		from: 'ld-first-page:',
		to: 'ld-old-page: { no: LD-2, added: 2026-11-22 }\nld-first-page:',
		at: 'ld-old-page',
		field: 'ld-old-page',
		message: 'was published, but no item has this id any more',
		mend: 'Put it back; or, if it was renamed, add "renamed-from: [ld-old-page]" to the new id; or add "retired:" with a date and "why:". People\'s ticks hang on it.',
	},
	{
		rule: 'a retired id may not be used again',
		file: 'ledger',
		from: 'no: LD-1, added: 2026-11-22',
		to: 'no: LD-1, added: 2026-11-22, retired: 2027-01-05, why: Done by a machine.',
		in: 'launchDay',
		at: 'ld-first-page',
		field: 'items › ld-first-page › id',
		message: '"ld-first-page" was retired on 2027-01-05 and may not be used again',
		mend: 'Give the item a new id: old ticks must not come back for something else.',
	},
	{
		rule: 'an id is retired with a reason',
		file: 'ledger',
		from: ', why: Nobody has a fax.',
		to: '',
		at: 'wh-fax',
		field: 'wh-fax',
		message: 'is retired without a reason',
		mend: 'Say in "why:" what became of it.',
	},
	{
		rule: 'a renamed id may not be used again',
		others: true,
		file: 'warehouse',
		from: 'id: wh-print-hour',
		to: 'id: wh-print-test',
		at: 'wh-print-test',
		field: 'items › wh-print-test › id',
		message: '"wh-print-test" was renamed to "wh-print-hour"',
		mend: 'Give the item a new id.',
	},
	{
		rule: 'a short number stands once',
		file: 'ledger',
		from: 'no: W-3',
		to: 'no: W-1',
		at: 'W-1, added: 2026-11-22, retired',
		field: 'wh-fax › no',
		message: 'the short number W-1 belongs to "wh-stock-list"',
		mend: 'Give it the next free number.',
	},
	{
		rule: 'an item that moved keeps its number',
		severity: 'doubt',
		file: 'ledger',
		from: 'no: LD-1',
		to: 'no: W-4',
		in: 'launchDay',
		at: 'ld-first-page',
		field: 'items › ld-first-page › id',
		message: 'keeps its number W-4 though it moved here',
		mend: 'Nothing to do: a number printed once stays.',
	},
	{
		rule: 'a rev needs its change',
		file: 'warehouse',
		from: 'repeat: weekly',
		to: 'rev: 2',
		at: '2\n    owner: print-lead',
		field: 'items › wh-print-hour › rev',
		message: 'is 2, but its changes are none',
		mend: 'Describe each change of meaning once under "changes:", with rev 2, 3, … in this order.',
	},
	{
		rule: 'changes count up without a gap',
		file: 'warehouse',
		from: 'repeat: weekly',
		to: revised('3', 3, 2),
		at: 'rev: 3\n',
		field: 'items › wh-print-hour › rev',
		message: 'is 3, but its changes are 3, 2',
		mend: 'Describe each change of meaning once under "changes:", with rev 2, 3, … in this order.',
	},
	{
		rule: 'a change is no more than rev says',
		file: 'warehouse',
		from: 'repeat: weekly',
		to: revised('1', 2),
		at: 'rev: 1\n',
		field: 'items › wh-print-hour › rev',
		message: 'is 1, but its changes are 2',
		mend: 'Describe each change of meaning once under "changes:", with rev 2, 3, … in this order.',
	},
];

test.each(faults)('$rule', expectFault);

test('an id that is not listed is nothing to speak of while writing', () => {
	const line = 'ld-first-page: { no: LD-1, added: 2026-11-22 }\n';
	expect(readContent(changed(smallPlaybook(), paths.ledger, line, '')).problems).toEqual([]);
});

test('a rev with each of its changes is right', () => {
	const files = changed(smallPlaybook(), paths.warehouse, 'repeat: weekly', revised('3', 2, 3));
	const { playbook, problems } = readContent(files);
	expect(problems).toEqual([]);
	expect(playbook?.teams[1]?.items[1]?.changes).toEqual([
		{ rev: 2, date: '2027-01-02', what: { en: 'New', 'zh-CN': '新' } },
		{ rev: 3, date: '2027-01-03', what: { en: 'New', 'zh-CN': '新' } },
	]);
});

test('the entry of a renamed id may stay, with the number that the new id has', () => {
	const before = 'wh-print-hour:';
	const old = `wh-print-test: { no: W-2, added: 2026-10-01 }\n${before}`;
	const files = changed(smallPlaybook(), paths.ledger, before, old);
	expect(readContent(files, { strictLedger: true }).problems).toEqual([]);
});

test('a hidden item leaves the edition, not the ledger', () => {
	const files = changed(smallPlaybook(), paths.warehouse, 'repeat: weekly', 'hidden: true');
	const { playbook, problems } = readContent(files, { strictLedger: true });
	expect(problems).toEqual([]);
	expect(playbook?.teams[1]?.items.map(({ id }) => id)).toEqual(['wh-stock-list']);
});
