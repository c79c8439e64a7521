import { expect, test } from 'vitest';
import { addNote, setOwner, setPerson, setStatus, setWriter } from '../progress/change.ts';
import { item, later, project } from '../progress/testing.ts';
import { rowsOf, type ExportItem } from './rows.ts';
import { words } from './testing.ts';

const one: ExportItem = {
	...item({ repeat: 'weekly' }),
	no: 'W-15',
	title: 'Print a stress hour',
	doneWhen: 'All printed',
	role: 'Manager',
	href: '/playbook/teams/warehouse/#wh-one',
};
const source = {
	words,
	teams: [
		{ id: 'warehouse', name: 'Warehouse' },
		{ id: 'it', name: 'IT' },
	],
	phases: [{ id: 'prepare', name: 'Prepare' }],
	site: 'https://example.org/playbook/checklists/?team=it#x',
};

test('an item of a project with everything set', () => {
	let doc = setPerson(project({ launch: '2027-03-01' }), 'warehouse/manager', 'Ann', later);
	const status = { is: 'blocked', rev: 1, why: 'no toner', waitsFor: 'it' } as const;
	doc = setStatus(doc, 'wh-one', status, later);
	doc = addNote(setWriter(doc, 'ben', 'Ben', later), 'wh-one', 'n1', 'Asked again', later);
	expect(rowsOf([one], { ...source, doc })).toEqual([
		{
			id: 'wh-one',
			no: 'W-15',
			title: 'Print a stress hour',
			team: 'Warehouse',
			teamId: 'warehouse',
			phase: 'Prepare',
			isEssential: true,
			is: 'blocked',
			why: 'no toner; waits for IT',
			changed: 2000,
			owner: 'Ann',
			role: 'Manager',
			due: '2027-02-08',
			rule: '21 days before launch',
			repeat: 'Weekly',
			doneWhen: 'All printed',
			notes: ['Ben: Asked again'],
			link: 'https://example.org/playbook/teams/warehouse/#wh-one',
		},
	]);
	const [own] = rowsOf([one], { ...source, doc: setOwner(doc, 'wh-one', 'Zoe', later) });
	expect(own?.owner).toBe('Zoe');
});

test('an item of a project without anything set', () => {
	const [row] = rowsOf([{ ...one, startOffset: 13 }], { ...source, doc: project() });
	expect(row).toMatchObject({ owner: '', due: null, rule: 'Day 14', why: '', changed: null });
});
