import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOwner, setPerson, setStatus } from './change.ts';
import { grouped } from './groups.ts';
import { item, later, project, withStatus } from './testing.ts';
import {
	folded,
	isShown,
	printSearch,
	readView,
	wholeView,
	writeView,
	type ListItem,
	type View,
} from './view.ts';

const listed = (facts: Partial<ListItem> = {}): ListItem => ({
	...item(facts),
	no: 'W-15',
	text: folded('Stress the SKU 库存 printers'),
	gives: [],
	takes: [],
	...facts,
});
const today = '2027-02-01';
const base = project({ launch: '2027-03-01', start: '2027-01-01' });
const shows = (view: Partial<View>, one = listed(), doc = base, waits = new Set<string>()) =>
	isShown(one, { ...wholeView, ...view }, { doc, today }, waits);

describe('the address', () => {
	const choice = <T extends string>(...values: T[]) => fc.constantFrom<T | ''>('', ...values);
	const id = choice('warehouse', 'it', 'eu');
	const anyView = fc.record({
		group: fc.constantFrom('team' as const, 'phase' as const, 'due' as const, 'owner' as const),
		q: fc.string({ maxLength: 300 }).map((q) => readView([['q', q]]).q),
		team: id,
		phase: id,
		status: choice('open', 'blocked', 'changed'),
		due: choice('overdue', 'next', 'confirm'),
		owner: fc.string({ maxLength: 200 }),
		level: choice('essential', 'further'),
		market: id,
		format: id,
		handoff: choice('gives', 'takes', 'waits'),
		all: fc.boolean(),
	});

	test('names every view, and nothing for the usual one', () => {
		expect(writeView(wholeView)).toEqual([]);
		fc.assert(
			fc.property(anyView, (view) => {
				expect(readView(writeView(view))).toEqual(view);
			}),
		);
	});

	test('of any kind gives a view that can be written', () => {
		const anything = fc.array(
			fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(wholeView))), fc.string()),
		);
		fc.assert(
			fc.property(anything, (parameters) => {
				const view = readView(parameters);
				expect(Object.keys(view)).toEqual(Object.keys(wholeView));
				expect(readView(writeView(view))).toEqual(view);
			}),
		);
	});

	test.each([
		['group', 'week'],
		['status', 'gone'],
		['team', '<b>'],
		['team', '__proto__'],
		['__proto__', 'x'],
		['all', 'yes'],
		['owner', 'x'.repeat(201)],
	])('%s=%s means nothing', (key, value) => {
		expect(readView([[key, value]])).toEqual(wholeView);
	});
});

test('the print page gets what it knows of a view, and nothing else', () => {
	expect(printSearch(wholeView)).toBe('');
	const view = { ...wholeView, team: 'warehouse', phase: 'prepare', level: 'essential' as const };
	expect(printSearch({ ...view, q: 'labels', status: 'blocked' })).toBe(
		'teams=warehouse&phases=prepare&level=essential&boxes=open',
	);
	expect(printSearch({ ...wholeView, level: 'further', status: 'done' })).toBe('');
});

describe('a view shows', () => {
	test.each<[Partial<View>, boolean]>([
		[{}, true],
		[{ team: 'warehouse' }, true],
		[{ team: 'it' }, false],
		[{ phase: 'launch' }, false],
		[{ level: 'essential' }, true],
		[{ level: 'further' }, false],
		[{ market: 'eu' }, false],
		[{ format: 'remote' }, false],
		[{ status: 'open' }, true],
		[{ status: 'done' }, false],
		[{ status: 'changed' }, false],
		[{ due: 'overdue' }, false],
		[{ due: 'next' }, true],
		[{ due: 'confirm' }, false],
		[{ owner: '-' }, true],
		[{ owner: 'warehouse/manager' }, true],
		[{ owner: 'Ann' }, false],
		[{ handoff: 'gives' }, false],
	])('%j: %s', (view, shown) => {
		expect(shows(view)).toBe(shown);
	});

	test('markets and staffing by what the item is only for', () => {
		expect(shows({ market: 'eu' }, listed({ markets: ['eu', 'uk'] }))).toBe(true);
		expect(shows({ format: 'remote' }, listed({ formats: ['remote'] }))).toBe(true);
	});

	test('what does not apply only where it is asked for', () => {
		const one = listed({ markets: ['us'] });
		const doc = project({ markets: ['eu'] });
		expect(shows({}, one, doc)).toBe(false);
		expect(shows({ all: true }, one, doc)).toBe(true);
	});

	test('statuses', () => {
		const blocked = withStatus(base, 'wh-one', 'blocked');
		expect(shows({ status: 'open' }, listed(), blocked)).toBe(true);
		expect(shows({ status: 'blocked' }, listed(), blocked)).toBe(true);
		expect(shows({ status: 'todo' }, listed(), blocked)).toBe(false);
		const old = setStatus(base, 'wh-one', { is: 'done', rev: 1 }, later);
		expect(shows({ status: 'changed' }, listed({ rev: 2 }), old)).toBe(true);
		expect(shows({ status: 'open' }, listed(), withStatus(base, 'wh-one', 'skipped'))).toBe(false);
	});

	test('a person by role or by name on the item', () => {
		const doc = setPerson(base, 'warehouse/manager', 'Ann', later);
		expect(shows({ owner: 'Ann' }, listed(), doc)).toBe(true);
		expect(shows({ owner: '-' }, listed(), doc)).toBe(false);
		expect(shows({ owner: 'warehouse/manager' }, listed(), doc)).toBe(false);
		const own = setOwner(doc, 'wh-one', 'Ben', later);
		expect(shows({ owner: 'Ann' }, listed(), own)).toBe(false);
		expect(shows({ owner: 'Ben' }, listed(), own)).toBe(true);
	});

	test('what waits for something blocked or late', () => {
		const one = listed({ takes: ['feed'] });
		expect(shows({ handoff: 'takes' }, one)).toBe(true);
		expect(shows({ handoff: 'waits' }, one)).toBe(false);
		expect(shows({ handoff: 'waits' }, one, base, new Set(['feed']))).toBe(true);
	});

	test.each([
		['w-15', true],
		['W15', true],
		['W 15', true],
		['Ｗ　15', true],
		['w 15 printers', true],
		['w-1', false],
		['w 1', false],
		['w 5', false],
		['sku 15', false],
		['PRINTERS stress', true],
		['printer stock', false],
		['库存', true],
		['SKU库存', true],
		['SKU 库存', true],
		['ｓｋｕ', true],
		['  ', true],
	])('the words %s: %s', (q, shown) => {
		expect(shows({ q })).toBe(shown);
	});

	test('a short number with a space, and words beside figures', () => {
		const one = listed({ no: 'CS-15', text: folded('Twice a day, within 20 minutes') });
		expect(shows({ q: 'CS 15' }, one)).toBe(true);
		expect(shows({ q: 'cs 16' }, one)).toBe(false);
		expect(shows({ q: 'day 20' }, one)).toBe(true);
		expect(shows({ q: 'W 20' }, one)).toBe(false);
	});
});

describe('groups', () => {
	const one = listed({ id: 'one', due: -30, phase: 'prepare' });
	const two = listed({ id: 'two', team: 'it', owner: 'it/lead', due: -10, phase: 'launch' });
	const three = listed({ id: 'three', due: -45, phase: 'set-up' });
	const late = listed({ id: 'late', due: 40, phase: 'run' });
	const all = [one, two, three, late];
	const keys = (by: View['group'], doc = base, items = all) =>
		grouped(items, by, { doc, today }, ['set-up', 'prepare', 'launch', 'run']).map(
			({ key, items: own }) => `${key}: ${own.map(({ id }) => id).join(' ')}`,
		);

	test('of teams keep the order, of phases follow the playbook', () => {
		expect(keys('team')).toEqual(['warehouse: one three late', 'it: two']);
		expect(keys('phase')).toEqual(['set-up: three', 'prepare: one', 'launch: two', 'run: late']);
	});

	test('by date run from late over near to months and done', () => {
		const doc = withStatus(base, 'two', 'done');
		expect(keys('due', doc)).toEqual(['overdue: three one', '2027-04: late', 'done: two']);
		const restarted = project({ launch: '2027-03-01', start: '2027-01-20' });
		expect(keys('due', restarted, [one, three])).toEqual(['overdue: one', 'confirm: three']);
	});

	test('without a date run by distance from launch', () => {
		expect(keys('due', project())).toEqual([
			'before-30: three',
			'before-7: one two',
			'after: late',
		]);
	});

	test('of owners put people before roles', () => {
		expect(keys('owner')).toEqual(['role:warehouse/manager: three one late', 'role:it/lead: two']);
		const doc = setPerson(setOwner(base, 'late', 'Zoe', later), 'it/lead', 'Ann', later);
		expect(keys('owner', doc)).toEqual([
			'name:Ann: two',
			'name:Zoe: late',
			'role:warehouse/manager: three one',
		]);
	});
});
