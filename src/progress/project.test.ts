import { expect, test } from 'vitest';
import { isArchived, isDeleted } from './lifecycle.ts';
import * as read from './project.ts';
import { notesOf } from './notes.ts';
import { hasTeam, formatsOf } from './scope.ts';
import { put } from './register.ts';
import { later, project, stamp } from './testing.ts';

test('holds at its start what is known, and nothing else', () => {
	const facts = { name: 'Spring', launch: '2027-03-01', level: 'essential' } as const;
	const doc = project({ ...facts, teams: { data: false }, formats: { it: ['remote'] } });
	expect(doc).toEqual({
		format: 'commerce-team-playbook/project',
		version: 1,
		id: 'p1',
		playbook: 'commerce-teams',
		name: ['Spring', stamp],
		launch: ['2027-03-01', stamp],
		level: ['essential', stamp],
		teams: { data: [false, stamp] },
		formats: { it: [['remote'], stamp] },
	});
	expect(project()).toEqual({ format: doc.format, version: 1, id: 'p1', playbook: doc.playbook });
});

test('has a default for all that is not set', () => {
	const doc = project();
	expect(read.nameOf(doc)).toBe('');
	expect(read.startOf(doc)).toBeNull();
	expect(read.launchOf(doc)).toBeNull();
	expect(isArchived(doc)).toBe(false);
	expect(isDeleted(doc)).toBe(false);
	expect(read.statusOf(doc, 'wh-one')).toEqual({ is: 'todo', rev: 0 });
	expect(read.ownOwnerOf(doc, 'wh-one')).toBeNull();
	expect(read.ownDueOf(doc, 'wh-one')).toBeNull();
	expect(read.personOf(doc, 'it/lead')).toBeNull();
	expect(notesOf(doc, 'wh-one')).toEqual([]);
	expect(hasTeam(doc, 'data')).toBe(true);
	expect(formatsOf(doc, 'data')).toBeNull();
});

test('has the same defaults for registers that hold null', () => {
	let doc = project({ name: 'x' });
	doc = { ...doc, name: [null, later], archived: [null, later], teams: { data: [null, later] } };
	doc = { ...doc, items: { 'wh-one': { status: [null, later] } } };
	expect(read.nameOf(doc)).toBe('');
	expect(isArchived(doc)).toBe(false);
	expect(hasTeam(doc, 'data')).toBe(true);
	expect(read.statusOf(doc, 'wh-one').is).toBe('todo');
});

test('finds nothing under names that every object inherits', () => {
	const doc = { ...project(), items: {}, people: {} };
	expect(read.statusOf(doc, 'constructor')).toEqual({ is: 'todo', rev: 0 });
	expect(read.personOf(doc, 'toString')).toBeNull();
	expect(notesOf(doc, '__proto__')).toEqual([]);
});

test('lists notes by time, with the name of who wrote them, and without the removed', () => {
	let doc = put(project(), ['items', 'a', 'notes', 'n2'], 'second', [20, 'ben']);
	doc = put(doc, ['items', 'a', 'notes', 'n1'], 'third', [30, 'ann']);
	doc = put(doc, ['items', 'a', 'notes', 'n3'], 'first', [10, 'ann']);
	doc = put(doc, ['items', 'a', 'notes', 'n4'], 'never', [11, 'ann']);
	doc = put(doc, ['items', 'a', 'notes', 'n4'], null, [12, 'ann']);
	doc = put(doc, ['writers', 'ben'], 'Ben', [21, 'ben']);
	expect(notesOf(doc, 'a')).toEqual([
		{ id: 'n3', text: 'first', ms: 10, writer: 'ann', by: null },
		{ id: 'n2', text: 'second', ms: 20, writer: 'ben', by: 'Ben' },
		{ id: 'n1', text: 'third', ms: 30, writer: 'ann', by: null },
	]);
});
