import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addNote, removeNote, rename, setDeleted, setOwner, tick } from './change.ts';
import { differences } from './difference.ts';
import { canonical } from './json.ts';
import { merge } from './merge.ts';
import { notesOf } from './notes.ts';
import { isDeleted } from './lifecycle.ts';
import { statusOf } from './project.ts';
import { restore, undo } from './restore.ts';
import { stampAfter } from './stamp.ts';
import { anyEdit, anyProject, content, item, later, project, stamp } from './testing.ts';

/** Differences in what can be restored: registers, apart from the names of writers. */
function left(a: Parameters<typeof differences>[0], b: typeof a) {
	const known = /^(name|start|launch|archived|deleted|level|markets|lists|teams|formats|people)\b/;
	const fields = /^items,[^,]*,(status|owner|due|notes)\b/;
	return differences(a, b).filter(
		({ path }) => known.test(path.join()) || fields.test(path.join()),
	);
}

describe('restore', () => {
	test('brings back values, and clears what was not there', () => {
		const old = tick(project({ name: 'Spring' }), item(), true, stamp);
		let doc = rename(old, 'Summer', later);
		doc = tick(doc, item(), false, later);
		doc = addNote(doc, 'wh-two', 'n1', 'x', later);
		const back = restore(doc, old, [5000, 'ann']);
		expect(back.name).toEqual(['Spring', [5000, 'ann']]);
		expect(statusOf(back, 'wh-one').is).toBe('done');
		expect(notesOf(back, 'wh-two')).toEqual([]);
		expect(differences(back, old)).toEqual([]);
	});

	test('brings a deleted project back', () => {
		const doc = setDeleted(project(), true, later);
		expect(isDeleted(merge(doc, restore(doc, project(), later)))).toBe(false);
	});

	test('writes nothing where nothing differs', () => {
		fc.assert(
			fc.property(anyProject, (doc) => {
				expect(content(restore(doc, structuredClone(doc), later))).toEqual(content(doc));
			}),
		);
	});

	test('keeps the restored values through merges with either document', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (doc, target) => {
				const back = restore(doc, target, [0, 'a']);
				expect(left(back, target)).toEqual([]);
				expect(content(merge(back, doc))).toEqual(content(back));
				expect(left(merge(merge(target, back), doc), target)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	test('is later than what the restored document had replaced itself', () => {
		const older = rename(project(), 'V1', [50_000, 'eve']);
		const target = rename(older, 'V2', [60_000, 'eve']);
		const back = restore(project({ name: 'Mine' }), target, later);
		expect(merge(back, older).name?.[0]).toBe('V2');
	});

	test('leaves both documents as they were', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (doc, target) => {
				const before = canonical([doc, target]);
				restore(doc, target, later);
				expect(canonical([doc, target])).toBe(before);
			}),
		);
	});

	test('takes the values of another project and stays what it is', () => {
		const other = { ...project({ id: 'p2', name: 'Other' }), playbook: 'ours', version: 2 };
		const back = restore(project({ name: 'Mine' }), other, later);
		expect(back).toEqual({ ...project(), name: ['Other', later] });
	});

	test('keeps the names of those who wrote', () => {
		const doc = { ...project(), writers: { ben: ['Ben', stamp] as const } };
		const target = { ...project(), writers: { ann: ['Ann', stamp] as const } };
		const names = { ann: ['Ann', stamp], ben: ['Ben', stamp] };
		expect(restore(doc, target, later).writers).toEqual(names);
	});

	test('handles registers that a later version added', () => {
		const doc = { ...project(), later: { a: [1, stamp], b: [2, stamp] } };
		const target = { ...project(), later: { a: [9, stamp, 'rest'] } };
		const back = restore(doc, target, later);
		expect(back['later']).toEqual({ a: [9, later, 'rest'], b: [null, later] });
	});
});

describe('undo', () => {
	test('takes back any edit, also after a merge with the document it was made on', () => {
		fc.assert(
			fc.property(anyProject, anyEdit, (before, edit) => {
				const after = edit(before, stampAfter(before, 0, 'ann'));
				const undone = undo(after, before, after, [0, 'ann']);
				expect(differences(before, undone)).toEqual([]);
				expect(differences(before, merge(merge(after, undone), before))).toEqual([]);
			}),
		);
	});

	test('leaves what others wrote since', () => {
		const before = setOwner(project(), 'wh-one', 'Ann', stamp);
		const after = removeNote(setOwner(before, 'wh-one', 'Ben', later), 'x', 'n', later);
		const since = setOwner(rename(after, 'New', later), 'wh-one', 'Eve', [3000, 'eve']);
		expect(undo(since, before, after, [4000, 'ann'])).toEqual(since);
		const elsewhere = rename(after, 'New', later);
		const undone = undo(elsewhere, before, after, [4000, 'ann']);
		expect(undone.name?.[0]).toBe('New');
		expect(undone.items?.['wh-one']?.owner).toEqual(['Ann', [4000, 'ann']]);
	});
});
