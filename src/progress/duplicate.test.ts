import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNote, setArchived, setDeleted, setDue, setOwner, setWriter, tick } from './change.ts';
import { differences } from './difference.ts';
import { duplicate } from './duplicate.ts';
import { readProject } from './file.ts';
import { canonical } from './json.ts';
import { isArchived, isDeleted } from './lifecycle.ts';
import { nameOf } from './project.ts';
import { anyProject, item, later, project, stamp } from './testing.ts';

let doc = tick(project({ name: 'Spring', level: 'essential' }), item(), true, stamp);
doc = setOwner(doc, 'wh-one', 'Ann', stamp);
doc = setDue(doc, 'wh-two', '2027-01-01', stamp);
doc = addNote(doc, 'wh-one', 'n1', 'x', stamp);
doc = setWriter(doc, 'ann', 'Ann', stamp);
doc = setDeleted(setArchived(doc, true, stamp), true, stamp);

test('keeps settings and owners, without ticks, notes and dates', () => {
	expect(duplicate(doc, { id: 'p2', name: 'Autumn', ticks: false }, later)).toEqual({
		...project({ id: 'p2' }),
		name: ['Autumn', later],
		level: ['essential', later],
		items: { 'wh-one': { owner: ['Ann', later] } },
	});
});

test('keeps everything with ticks, and of the notes their dates too', () => {
	const copy = duplicate(doc, { id: 'p2', ticks: true }, later);
	expect(nameOf(copy)).toBe('Spring');
	expect(copy.writers).toEqual(doc.writers);
	expect(copy.items).toEqual({
		'wh-one': {
			status: [{ is: 'done', rev: 1 }, later],
			owner: ['Ann', later],
			notes: { n1: ['x', stamp] },
		},
		'wh-two': { due: ['2027-01-01', later] },
	});
});

test('is neither archived nor deleted', () => {
	const copy = duplicate(doc, { id: 'p2', ticks: true }, later);
	expect([isArchived(copy), isDeleted(copy)]).toEqual([false, false]);
});

test('of any project can be read, has the same values, and leaves the first as it was', () => {
	fc.assert(
		fc.property(anyProject, fc.boolean(), (any, ticks) => {
			const before = canonical(any);
			const copy = duplicate(any, { id: 'p2', ticks }, later);
			expect(canonical(any)).toBe(before);
			expect(readProject(copy)).toMatchObject({ ok: true });
			const changed = new Set(differences(any, copy).map(({ path }) => path[0]));
			const expected = ticks
				? ['id', 'archived', 'deleted']
				: ['id', 'archived', 'deleted', 'items', 'writers'];
			expect(expected).toEqual(expect.arrayContaining([...changed]));
		}),
	);
});
