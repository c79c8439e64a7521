import { expect, test } from 'vitest';
import { addNote, setOwner, setWriter, tick } from './change.ts';
import { lastChangeOf, latestChanges } from './changes.ts';
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

test('the latest changes come first, one for each item, and no more than asked for', () => {
	const both = setOwner(named, 'it-one', 'Ann', [3000, 'ann']);
	expect(latestChanges(both, 9).map(({ item }) => item)).toEqual(['it-one', 'wh-one']);
	expect(latestChanges(both, 1)).toHaveLength(1);
	expect(latestChanges(project(), 9)).toEqual([]);
});
