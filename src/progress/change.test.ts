import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as change from './change.ts';
import { readProject, writeProject } from './file.ts';
import { canonical } from './json.ts';
import { limits } from './limits.ts';
import { merge } from './merge.ts';
import { notesOf } from './notes.ts';
import { isArchived, isDeleted } from './lifecycle.ts';
import { launchOf, nameOf, ownDueOf } from './project.ts';
import { ownOwnerOf, personOf, startOf, statusOf, type StatusName } from './project.ts';
import { formatsOf, hasTeam } from './scope.ts';
import { stampAfter } from './stamp.ts';
import { anyEdit, anyProject, content, later, project, withStatus } from './testing.ts';

describe('a checkbox', () => {
	const item = { id: 'wh-one', rev: 3 };

	test.each<[StatusName, boolean, StatusName]>([
		['todo', true, 'done'],
		['doing', true, 'done'],
		['blocked', true, 'done'],
		['skipped', true, 'done'],
		['done', false, 'todo'],
		['doing', false, 'todo'],
		['todo', false, 'todo'],
	])('takes %s, set to %j, to %s', (before, checked, after) => {
		const doc = change.tick(withStatus(project(), 'wh-one', before), item, checked, [3000, 'c']);
		expect(statusOf(doc, 'wh-one').is).toBe(after);
	});

	test('remembers the rev it was ticked at, and a second tick confirms a new one', () => {
		const doc = change.tick(project(), item, true, later);
		expect(statusOf(doc, 'wh-one')).toEqual({ is: 'done', rev: 3 });
		const again = change.tick(doc, { ...item, rev: 4 }, true, later);
		expect(statusOf(again, 'wh-one')).toEqual({ is: 'done', rev: 4 });
		expect(change.tick(doc, item, true, later)).toBe(doc);
	});

	test('forgets why an item was blocked', () => {
		const blocked = { is: 'blocked', rev: 1, why: 'no printer', waitsFor: 'it' } as const;
		const doc = change.setStatus(project(), 'wh-one', blocked, later);
		expect(statusOf(doc, 'wh-one')).toEqual(blocked);
		expect(statusOf(change.tick(doc, item, true, later), 'wh-one')).toEqual({ is: 'done', rev: 3 });
	});

	test('writes nothing when an untouched item is unchecked', () => {
		const doc = project();
		expect(change.tick(doc, item, false, later)).toBe(doc);
	});
});

test('sets and clears single fields', () => {
	let doc = change.rename(project(), '  Spring  launch ', later);
	doc = change.setPerson(doc, 'it/lead', 'Ann', later);
	doc = change.setOwner(doc, 'wh-one', 'Ben', later);
	doc = change.setDue(doc, 'wh-one', '2027-02-08', later);
	doc = change.setArchived(doc, true, later);
	doc = change.setDeleted(doc, true, later);
	expect([nameOf(doc), personOf(doc, 'it/lead')]).toEqual(['Spring  launch', 'Ann']);
	expect([ownOwnerOf(doc, 'wh-one'), ownDueOf(doc, 'wh-one')]).toEqual(['Ben', '2027-02-08']);
	expect([isArchived(doc), isDeleted(doc)]).toEqual([true, true]);
	doc = change.rename(doc, '', later);
	doc = change.setPerson(doc, 'it/lead', ' ', later);
	doc = change.setOwner(doc, 'wh-one', null, later);
	doc = change.setDue(doc, 'wh-one', '', later);
	doc = change.setDeleted(doc, false, later);
	expect([nameOf(doc), personOf(doc, 'it/lead')]).toEqual(['', null]);
	expect([ownOwnerOf(doc, 'wh-one'), ownDueOf(doc, 'wh-one')]).toEqual([null, null]);
	expect(isDeleted(doc)).toBe(false);
});

test('sets only the dates that are given, and none that is not a date', () => {
	let doc = project({ start: '2026-11-23', launch: '2027-03-01' });
	doc = change.setDates(doc, { launch: '2027-04-01' }, later);
	expect([startOf(doc), launchOf(doc)]).toEqual(['2026-11-23', '2027-04-01']);
	expect(change.setDates(doc, { launch: '0002-04-01', start: '2027-02-30' }, later)).toBe(doc);
	expect(change.setDue(doc, 'a', 'soon', later)).toBe(doc);
	doc = change.setDates(doc, { start: '', launch: null }, later);
	expect([startOf(doc), launchOf(doc)]).toEqual([null, null]);
});

test('sets only the parts of the scope that are given', () => {
	let doc = project({ level: 'essential', teams: { data: false }, formats: { it: ['remote'] } });
	doc = change.setScope(
		doc,
		{ markets: ['eu'], teams: { it: false }, formats: { it: null } },
		later,
	);
	expect(doc.level?.[0]).toBe('essential');
	expect(doc.markets?.[0]).toEqual(['eu']);
	expect([hasTeam(doc, 'data'), hasTeam(doc, 'it')]).toEqual([false, false]);
	expect(formatsOf(doc, 'it')).toBeNull();
	doc = change.setScope(doc, { markets: null, lists: ['onboarding'], teams: { it: true } }, later);
	expect([doc.markets?.[0], doc.lists?.[0]]).toEqual([null, ['onboarding']]);
	expect(hasTeam(doc, 'it')).toBe(true);
	expect(change.setScope(doc, { lists: ['onboarding'], level: 'essential' }, later)).toBe(doc);
});

test('adds and removes notes, and no empty ones', () => {
	const doc = project();
	expect(change.addNote(doc, 'a', 'n1', ' \n', later)).toBe(doc);
	const noted = change.addNote(doc, 'a', 'n1', 'Line one\nline two ', later);
	expect(notesOf(noted, 'a')[0]?.text).toBe('Line one\nline two');
	expect(notesOf(change.removeNote(noted, 'a', 'n1', later), 'a')).toEqual([]);
});

test('cuts texts to what a file may hold', () => {
	let doc = change.addNote(project(), 'a', 'n1', '𠮷'.repeat(limits.note + 9), later);
	doc = change.rename(doc, 'x'.repeat(9999), later);
	doc = change.setWriter(doc, 'ann', 'x'.repeat(9999), later);
	const long = {
		is: 'blocked',
		rev: 1,
		why: 'x'.repeat(9999),
		waitsFor: 'x'.repeat(9999),
	} as const;
	doc = change.setStatus(doc, 'a', long, later);
	expect([...(notesOf(doc, 'a')[0]?.text ?? '')]).toHaveLength(limits.note);
	expect(nameOf(doc)).toHaveLength(limits.name);
	expect(readProject(writeProject(doc)).ok).toBe(true);
});

describe('every edit', () => {
	test('leaves the document it was made on as it was', () => {
		fc.assert(
			fc.property(anyProject, anyEdit, (doc, edit) => {
				const before = canonical(doc);
				edit(doc, stampAfter(doc, 0, 'ann'));
				expect(canonical(doc)).toBe(before);
			}),
		);
	});

	test('stands after a merge with what it was made on', () => {
		fc.assert(
			fc.property(anyProject, anyEdit, (doc, edit) => {
				const edited = edit(doc, stampAfter(doc, 0, 'ann'));
				expect(content(merge(doc, edited))).toEqual(content(edited));
			}),
		);
	});

	test('stands even when its stamp was taken before a merge', () => {
		fc.assert(
			fc.property(anyProject, anyEdit, (doc, edit) => {
				const edited = edit(doc, [0, 'a']);
				expect(content(merge(doc, edited))).toEqual(content(edited));
			}),
		);
	});

	test('gives a document that can be read again', () => {
		fc.assert(
			fc.property(anyProject, fc.array(anyEdit), (start, edits) => {
				const end = edits.reduce((doc, edit) => edit(doc, stampAfter(doc, 0, 'ann')), start);
				expect(readProject(end)).toMatchObject({ ok: true });
			}),
		);
	});
});
