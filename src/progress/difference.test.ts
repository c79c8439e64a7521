import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addNote, rename, setDue, setOwner, setPerson, setStatus } from './change.ts';
import { at, conflicts, differences } from './difference.ts';
import { isSame } from './json.ts';
import { merge } from './merge.ts';
import { anyEdit, anyProject, later, project, stamp, withStatus } from './testing.ts';

describe('differences', () => {
	test('name each field that changes, with both values', () => {
		const before = setPerson(project({ name: 'Spring' }), 'it/lead', 'Ann', stamp);
		let after = rename(before, 'Summer', later);
		after = setPerson(after, 'it/lead', '', later);
		after = setOwner(after, 'wh-one', 'Ben', later);
		after = addNote(after, 'wh-one', 'n1', 'x', later);
		expect(differences(before, after)).toEqual([
			{ path: ['name'], before: 'Spring', after: 'Summer' },
			{ path: ['people', 'it/lead'], before: 'Ann', after: null },
			{ path: ['items', 'wh-one', 'owner'], before: null, after: 'Ben' },
			{ path: ['items', 'wh-one', 'notes', 'n1'], before: null, after: 'x' },
		]);
	});

	test('leave out what only has another stamp, and null against nothing', () => {
		const before = { ...project({ name: 'Spring' }), level: [null, stamp] as const };
		const after = { ...project(), name: ['Spring', later] as const };
		expect(differences(before, after)).toEqual([]);
	});

	test('include fields this version does not know', () => {
		const before = { ...project(), later: { a: [1, stamp], b: 'x' } };
		const after = { ...project(), later: { a: [2, later], b: 'y' } };
		expect(differences(before, after).map(({ path }) => path.join('.'))).toEqual([
			'later.a',
			'later.b',
		]);
	});

	test('are none between a document and itself, and the same backwards', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				expect(differences(a, structuredClone(a))).toEqual([]);
				const back = differences(b, a).map(({ path, before, after }) => ({
					path,
					before: after,
					after: before,
				}));
				const byPath = (list: { path: readonly string[] }[]) =>
					list.sort((x, y) => (x.path.join() < y.path.join() ? -1 : 1));
				expect(byPath(back)).toEqual(byPath(differences(a, b)));
			}),
		);
	});

	test('of an edit are what it changed, and none where it changed nothing', () => {
		fc.assert(
			fc.property(anyProject, anyEdit, (doc, edit) => {
				const after = edit(doc, [10, 'zoe']);
				expect(differences(doc, after).length > 0).toBe(after !== doc);
			}),
		);
	});
});

describe('conflicts', () => {
	const base = setOwner(project({ name: 'Spring' }), 'wh-one', 'Ann', stamp);
	const mine = setDue(setOwner(base, 'wh-one', 'Ben', later), 'wh-one', '2027-01-01', later);
	const theirs = setStatus(
		setOwner(base, 'wh-one', 'Eve', [3000, 'eve']),
		'wh-two',
		{ is: 'done', rev: 1 },
		later,
	);

	test('show both values and which one stands', () => {
		const path = ['items', 'wh-one', 'owner'];
		expect(conflicts(mine, theirs)).toEqual([
			{ path, mine: ['Ben', later], theirs: ['Eve', [3000, 'eve']], wins: 'theirs' },
		]);
		expect(conflicts(theirs, mine)[0]).toMatchObject({ wins: 'mine' });
	});

	test('are none where both chose the same', () => {
		const same = withStatus(project(), 'wh-two', 'done');
		expect(conflicts(same, theirs)).toEqual([]);
	});

	test('with a common base are only where both wrote since', () => {
		expect(conflicts(mine, base)).toHaveLength(1);
		expect(conflicts(mine, base, base)).toEqual([]);
		expect(conflicts(base, mine, base)).toEqual([]);
		expect(conflicts(mine, theirs, base)).toHaveLength(1);
	});

	test('say who wins as a merge does', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				const merged = merge(a, b);
				for (const { path, mine, theirs, wins } of conflicts(a, b))
					expect(isSame(at(merged, path), wins === 'mine' ? mine : theirs)).toBe(true);
			}),
		);
	});
});
