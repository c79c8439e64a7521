import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectSchema } from './file-schema.ts';
import { readProject, writeProject } from './file.ts';
import { anyEdit, anyProject, project, stamp } from './testing.ts';
import { stampAfter } from './stamp.ts';

const valid = new Ajv2020({ strictTypes: false, strictTuples: false }).compile(projectSchema);

test('accepts every project this playbook writes', () => {
	fc.assert(
		fc.property(anyProject, fc.array(anyEdit), (start, edits) => {
			const end = edits.reduce((doc, edit) => edit(doc, stampAfter(doc, 0, 'ann')), start);
			const accepted = valid(JSON.parse(writeProject(end)));
			expect(valid.errors ?? []).toEqual([]);
			expect(accepted).toBe(true);
		}),
	);
});

test.each<[string, object]>([
	['no id', { id: undefined }],
	['another format', { format: 'x' }],
	['version 0', { version: 0 }],
	['a bare value', { name: 'x' }],
	['a register without stamp', { name: ['x'] }],
	['a broken time', { name: ['x', [1.5, 'a']] }],
	['a time that is too late', { name: ['x', [2 ** 48 + 1, 'a']] }],
	['a stamp with a rest', { name: ['x', [1, 'a', 1]] }],
	['a writer that is no id', { name: ['x', [1, 'A b']] }],
	['a name that is too long', { name: ['𠮷'.repeat(201), stamp] }],
	['a date in another form', { launch: ['1.3.2027', stamp] }],
	['a month 13', { launch: ['2027-13-01', stamp] }],
	['a level it does not know', { level: ['most', stamp] }],
	['a market that is no id', { markets: [['E U'], stamp] }],
	['a role without team', { people: { lead: ['x', stamp] } }],
	['a team that is no id', { teams: { 'a b': [true, stamp] } }],
	['a status without rev', { items: { a: { status: [{ is: 'done' }, stamp] } } }],
	['a note that is too long', { items: { a: { notes: { n: ['x'.repeat(4001), stamp] } } } }],
	['a forbidden name', { items: { constructor: {} } }],
	['a forbidden name in what it does not know', { later: [{ prototype: 1 }] }],
	['a forbidden name behind a register', { name: ['x', stamp, { prototype: 1 }] }],
])('refuses %s, as reading does', (_, fields) => {
	const doc = { ...project(), ...fields };
	expect(valid(JSON.parse(JSON.stringify(doc)))).toBe(false);
	expect(readProject(doc).ok).toBe(false);
});

test.each<[string, object]>([
	['a name of 200 rare characters', { name: ['𠮷'.repeat(200), stamp] }],
	['the latest time', { name: ['x', [2 ** 48, 'a']] }],
	['null in a register', { level: [null, stamp] }],
	['a register with a rest', { name: ['x', stamp, { by: 1 }] }],
	['a newer version', { version: 2 }],
])('accepts %s, as reading does', (_, fields) => {
	const doc = { ...project(), ...fields };
	expect(valid(doc)).toBe(true);
	expect(readProject(doc).ok).toBe(true);
});
