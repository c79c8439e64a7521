import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProject, unknownItems, writeProject } from './file.ts';
import { canonical } from './json.ts';
import { limits } from './limits.ts';
import { put } from './register.ts';
import { anyProject, content, later, project, stamp, withStatus } from './testing.ts';

const long = 'x'.repeat(limits.id + 1);
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

function errorsOf(input: unknown) {
	const result = readProject(input);
	return result.ok ? [] : result.errors.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

describe('what is written', () => {
	test('is read back as it was', () => {
		fc.assert(
			fc.property(anyProject, (doc) => {
				const read = readProject(writeProject(doc));
				expect(read).toMatchObject({ ok: true });
				if (read.ok) expect(content(read.project)).toEqual(content(doc));
			}),
			{ numRuns: 300 },
		);
	});

	test('is the same text for the same content', () => {
		fc.assert(
			fc.property(anyProject, (doc) => {
				const sorted = JSON.parse(canonical(doc)) as typeof doc;
				expect(writeProject(sorted)).toBe(writeProject(doc));
			}),
		);
	});

	test('is for people to read too: format first, two spaces, a newline at the end', () => {
		const text = writeProject(project({ name: '春季', launch: '2027-03-01' }));
		expect(
			text.startsWith('{\n  "format": "commerce-team-playbook/project",\n  "version": 1'),
		).toBe(true);
		expect(text.endsWith('\n}\n')).toBe(true);
		expect(text).toContain('"春季"');
		expect(text.indexOf('"launch"')).toBeLessThan(text.indexOf('"name"'));
	});
});

test('reads data as well as text, and shares nothing with it', () => {
	const doc = withStatus(project(), 'wh-one', 'done');
	const read = readProject(doc);
	expect(read).toEqual({ ok: true, project: doc });
	if (read.ok) expect(read.project.items).not.toBe(doc.items);
	expect(readProject(`\uFEFF${writeProject(doc)}`)).toEqual({ ok: true, project: doc });
});

test('keeps fields and items it does not know, and names the items', () => {
	let doc = withStatus({ ...project(), later: { deep: [1, { a: null }] } }, 'gone', 'done');
	doc = put(doc, ['items', 'wh-one', 'rating'], 5, stamp);
	const read = readProject(writeProject(doc), new Set(['wh-one']));
	expect(read).toEqual({ ok: true, project: doc, unknownItems: ['gone'] });
	expect(readProject(doc, new Set(['wh-one', 'gone']))).toEqual({ ok: true, project: doc });
	expect(unknownItems(doc, new Set())).toEqual(['gone', 'wh-one']);
});

test('reads a newer version only to show it', () => {
	const newer = { ...project({ name: 'x' }), version: 2, added: [1, stamp] };
	expect(readProject(newer)).toEqual({ ok: true, project: newer, readOnly: true });
});

test('says of a newer version it cannot read that it is newer', () => {
	expect(errorsOf({ ...project(), version: 2, name: 'x' })).toEqual([
		'newer-version version',
		'not-a-register name',
	]);
});

describe('refuses', () => {
	test.each<[string, unknown, string]>([
		['what is no JSON', '{', 'not-json'],
		['an empty text', '', 'not-json'],
		['nothing', undefined, 'not-json'],
		['a function', () => 1, 'not-json'],
		['a big number of JavaScript', { n: 1n }, 'not-json'],
		['a list', '[]', 'not-a-project'],
		['null', 'null', 'not-a-project'],
		['another format', { ...project(), format: 'other' }, 'not-a-project'],
		['a file that is too large', { ...project(), x: 'x'.repeat(limits.file) }, 'too-large'],
		['a text that is too large', ' '.repeat(limits.file + 1), 'too-large'],
		[
			'a document that is too deep',
			{ ...project(), x: nested(30) },
			`too-deep x${'.0'.repeat(19)}`,
		],
		['a very deep text', `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'not-a-project'],
		['a document without a version', { ...project(), version: undefined }, 'no-version version'],
		['version 0', { ...project(), version: 0 }, 'no-version version'],
		['a version that is text', { ...project(), version: '1' }, 'no-version version'],
		['a document without an id', { ...project(), id: undefined }, 'missing id'],
		['a document without a playbook', { ...project(), playbook: undefined }, 'missing playbook'],
	])('%s', (_, input, error) => {
		expect(errorsOf(input)).toEqual([error]);
	});

	test('a document that holds itself', () => {
		const loop: Record<string, unknown> = { ...project() };
		loop['x'] = loop;
		expect(errorsOf(loop)).toEqual(['not-json']);
	});

	test.each<[string, object, string]>([
		['an id with capitals', { id: 'P1' }, 'not-an-id id'],
		['an id that is too long', { id: long }, 'too-long id'],
		['a bare value', { name: 'x' }, 'not-a-register name'],
		['a register without stamp', { name: ['x'] }, 'not-a-register name'],
		['a time before 0', { name: ['x', [-1, 'a']] }, 'not-a-stamp name.1'],
		['a time that is too late', { name: ['x', [2 ** 48 + 1, 'a']] }, 'not-a-stamp name.1'],
		['a broken time', { name: ['x', [1.5, 'a']] }, 'not-a-stamp name.1'],
		['a stamp without writer', { name: ['x', [1]] }, 'not-a-stamp name.1'],
		['a writer that is no id', { name: ['x', [1, 'A b']] }, 'not-a-stamp name.1'],
		['a writer that is too long', { name: ['x', [1, long]] }, 'not-a-stamp name.1'],
		['a name that is no text', { name: [1, stamp] }, 'not-text name.0'],
		['a name that is too long', { name: ['x'.repeat(201), stamp] }, 'too-long name.0'],
		['a date that does not exist', { launch: ['2027-02-30', stamp] }, 'not-a-date launch.0'],
		['a start that is no date', { start: ['soon', stamp] }, 'not-a-date start.0'],
		['a flag that is text', { archived: ['no', stamp] }, 'not-true-or-false archived.0'],
		['a level it does not know', { level: ['most', stamp] }, 'not-a-choice level.0'],
		['markets that are no list', { markets: ['eu', stamp] }, 'not-a-list markets.0'],
		['a market that is no id', { markets: [['E U'], stamp] }, 'not-an-id markets.0.0'],
		['too many lists', { lists: [Array(201).fill('a'), stamp] }, 'too-many lists.0'],
		['teams that are a list', { teams: [] }, 'not-an-object teams'],
		['a team that is no id', { teams: { 'a b': [true, stamp] } }, 'not-an-id teams.a b'],
		['formats without a list', { formats: { it: ['x', stamp] } }, 'not-a-list formats.it.0'],
		['a role without team', { people: { lead: ['x', stamp] } }, 'not-an-id people.lead'],
		['an item that is no id', { items: { Wh_1: {} } }, 'not-an-id items.Wh_1'],
		['an item id that is too long', { items: { [long]: {} } }, `too-long items.${long}`],
		['an item that is a list', { items: { a: [] } }, 'not-an-object items.a'],
		['items that are null', { items: null }, 'not-an-object items'],
	])('%s', (_, fields, error) => {
		expect(errorsOf({ ...project(), ...fields })).toEqual([error]);
	});

	test.each<[string, object, string]>([
		['a status that is text', { status: ['done', stamp] }, 'not-an-object status.0'],
		[
			'a status it does not know',
			{ status: [{ is: 'x', rev: 1 }, stamp] },
			'not-a-choice status.0.is',
		],
		['a status without rev', { status: [{ is: 'done' }, stamp] }, 'missing status.0.rev'],
		[
			'a rev that is text',
			{ status: [{ is: 'done', rev: '1' }, stamp] },
			'not-a-number status.0.rev',
		],
		[
			'a reason that is no text',
			{ status: [{ is: 'done', rev: 1, why: 1 }, stamp] },
			'not-text status.0.why',
		],
		['a due date that is none', { due: ['2027-1-1', stamp] }, 'not-a-date due.0'],
		['an owner that is too long', { owner: ['x'.repeat(201), stamp] }, 'too-long owner.0'],
		['a note that is too long', { notes: { n: ['x'.repeat(4001), stamp] } }, 'too-long notes.n.0'],
		['a note without stamp', { notes: { n: 'x' } }, 'not-a-register notes.n'],
	])('%s on an item', (_, fields, error) => {
		const [code, path] = error.split(' ');
		expect(errorsOf({ ...project(), items: { a: fields } })).toEqual([`${code} items.a.${path}`]);
	});

	test('more than 5,000 items, and takes 5,000', () => {
		const items = (n: number) =>
			Object.fromEntries(Array.from({ length: n }, (_, i) => [`i${i}`, {}]));
		expect(errorsOf({ ...project(), items: items(5000) })).toEqual([]);
		expect(errorsOf({ ...project(), items: items(5001) })).toEqual(['too-many items']);
	});

	test.each(['__proto__', 'constructor', 'prototype'])('the name %s anywhere', (name) => {
		const head = writeProject(project()).trimEnd().slice(0, -1);
		const places = [
			[`"${name}": 1`, name],
			[`"items": { "${name}": {} }`, `items.${name}`],
			[`"items": { "a": { "${name}": {} } }`, `items.a.${name}`],
			[`"later": [[{ "${name}": {} }]]`, `later.0.0.${name}`],
		];
		for (const [field, path] of places)
			expect(errorsOf(`${head}, ${field} }`)).toEqual([`forbidden-key ${path}`]);
	});

	test('numbers that JSON cannot write again', () => {
		const head = writeProject(project()).trimEnd().slice(0, -1);
		expect(errorsOf(`${head}, "x": 1e999 }`)).toEqual(['not-a-number x']);
	});

	test('with at most 50 errors, however many there are', () => {
		const items = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`i${i}`, 1]));
		expect(errorsOf({ ...project(), items })).toHaveLength(limits.errors);
	});
});

describe('given anything', () => {
	const anything = fc.oneof(
		fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
		fc.string(),
		fc.json(),
		fc.jsonValue().map((value) => ({ ...project(), items: value })),
		fc.dictionary(
			fc.constantFrom('__proto__', 'name', 'items', 'people', 'format'),
			fc.jsonValue(),
		),
		fc.tuple(anyProject, fc.nat(), fc.string({ maxLength: 3 })).map(([doc, at, s]) => {
			const text = writeProject(doc);
			return text.slice(0, at % text.length) + s + text.slice((at % text.length) + 1);
		}),
	);

	test('never throws, and leaves every prototype alone', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		fc.assert(
			fc.property(anything, (input) => {
				const read = readProject(input);
				if (read.ok) expect(readProject(writeProject(read.project)).ok).toBe(true);
				else expect(read.errors.length).toBeGreaterThan(0);
			}),
			{ numRuns: 1000 },
		);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
		expect(Object.getPrototypeOf({})).toBe(Object.prototype);
	});
});

test('reads null in every register as not set', () => {
	const empty = { status: [null, later], owner: [null, later], due: [null, later] };
	const doc = { ...project(), name: [null, later], markets: [null, later], items: { a: empty } };
	expect(errorsOf({ ...doc, teams: { it: [null, later] }, level: [null, later] })).toEqual([]);
});
