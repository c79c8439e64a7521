import { expect, test } from 'vitest';
import { addNote, setOwner, setWriter, tick } from './change.ts';
import { changesOf, lastChangeOf, latestChanges } from './changes.ts';
import { later, project, stamp } from './testing.ts';

const ticked = tick(project(), { id: 'wh-one', rev: 1 }, true, stamp);
const noted = addNote(ticked, 'wh-one', 'n1', 'Printer is here', later);
const named = setWriter(noted, 'ben', 'Ben', later);

test('the last change of an item has its field, time and writer', () => {
	expect(lastChangeOf(ticked, 'wh-one')).toMatchObject({ field: 'status', ms: 1000, by: null });
	expect(lastChangeOf(named, 'wh-one')).toEqual({
		item: 'wh-one',
		field: 'notes',
		ms: 2000,
		writer: 'ben',
		by: 'Ben',
	});
	expect(lastChangeOf(named, 'constructor')).toBeNull();
});

test('each field of an item has its last change, the latest one first; notes are one field', () => {
	const owned = setOwner(named, 'wh-one', 'Ann', [3000, 'ann']);
	const again = addNote(owned, 'wh-one', 'n2', 'Paper too', [4000, 'ben']);
	expect(changesOf(again, 'wh-one').map(({ field, ms, by }) => [field, ms, by])).toEqual([
		['notes', 4000, 'Ben'],
		['owner', 3000, null],
		['status', 1000, null],
	]);
	expect(changesOf(again, 'wh-two')).toEqual([]);
});

test('the latest changes come first, one for each item, and no more than asked for', () => {
	const both = setOwner(named, 'it-one', 'Ann', [3000, 'ann']);
	expect(latestChanges(both, 9).map(({ item }) => item)).toEqual(['it-one', 'wh-one']);
	expect(latestChanges(both, 1)).toHaveLength(1);
	expect(latestChanges(project(), 9)).toEqual([]);
});
