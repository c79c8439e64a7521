import { expect, test } from 'vitest';
import { setOwner, setPerson } from './change.ts';
import { ownerOf, peopleOf } from './people.ts';
import { item, later, project } from './testing.ts';

test('takes the person of an item before the holder of its role, and the role where there is none', () => {
	let doc = project();
	expect(ownerOf(item(), doc)).toEqual({ role: 'warehouse/manager', from: 'none' });
	doc = setPerson(doc, 'warehouse/manager', 'Ann', later);
	expect(ownerOf(item(), doc)).toEqual({ name: 'Ann', from: 'role' });
	doc = setOwner(doc, 'wh-one', 'Ben', later);
	expect(ownerOf(item(), doc)).toEqual({ name: 'Ben', from: 'item' });
	doc = setOwner(doc, 'wh-one', '', later);
	expect(ownerOf(item(), doc)).toEqual({ name: 'Ann', from: 'role' });
	doc = setPerson(doc, 'warehouse/manager', null, later);
	expect(ownerOf(item(), doc)).toEqual({ role: 'warehouse/manager', from: 'none' });
});

test('takes an empty name in a file for none', () => {
	const doc = { ...project(), items: { 'wh-one': { owner: ['', later] as const } } };
	expect(ownerOf(item(), doc)).toEqual({ role: 'warehouse/manager', from: 'none' });
	expect(peopleOf(doc)).toEqual([]);
});

test('lists everyone once, with roles and items', () => {
	let doc = setPerson(project(), 'warehouse/manager', 'Ben', later);
	doc = setPerson(doc, 'it/lead', 'Ann', later);
	doc = setPerson(doc, 'data/lead', 'Ann', later);
	doc = setPerson(doc, 'data/analyst', '', later);
	doc = setOwner(doc, 'wh-two', '李雷', later);
	doc = setOwner(doc, 'wh-one', 'Ben', later);
	doc = setOwner(setOwner(doc, 'it-one', 'Eve', later), 'it-one', null, later);
	expect(peopleOf(doc)).toEqual([
		{ name: 'Ann', roles: ['data/lead', 'it/lead'], items: [] },
		{ name: 'Ben', roles: ['warehouse/manager'], items: ['wh-one'] },
		{ name: '李雷', roles: [], items: ['wh-two'] },
	]);
	expect(peopleOf(project())).toEqual([]);
});
