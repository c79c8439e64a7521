import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemFacts } from './item.ts';
import { statuses } from './statuses.ts';
import { changedSince, count, countBy, ratio, readiness } from './summary.ts';
import { setStatus } from './change.ts';
import { anyProject, item, later, project, withStatus } from './testing.ts';

const five = statuses.map((id) => item({ id }));
const fiveDoc = statuses.reduce(
	(doc, id) => withStatus(doc, id, id),
	project({ level: 'essential' }),
);

test('counts each status, and what is out of scope apart', () => {
	const items = [...five, item({ id: 'new' }), item({ id: 'more', level: 'further' })];
	expect(count(items, fiveDoc)).toEqual({
		total: 5,
		done: 1,
		doing: 1,
		blocked: 1,
		todo: 2,
		skipped: 1,
		notApplicable: 1,
	});
});

test.each<[string, ItemFacts[], number]>([
	['a fourth of four', five, 0.25],
	['all of one', [item({ id: 'done' })], 1],
	['none of one', [item({ id: 'todo' })], 0],
	['complete where all is skipped', [item({ id: 'skipped' })], 1],
	['complete where nothing is in scope', [item({ level: 'further' })], 1],
	['nothing where there is no item', [], 0],
])('calls the share %s', (_, items, expected) => {
	expect(ratio(count(items, fiveDoc))).toBe(expected);
});

test('adds up to the number of items, and to a share from 0 to 1', () => {
	const anyItem = fc.record({
		id: fc.constantFrom('wh-one', 'it-one', 'a'),
		level: fc.constantFrom('essential' as const, 'further' as const),
		markets: fc.subarray(['a', 'z9']),
		hidden: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(anyItem), anyProject, (facts, doc) => {
			const n = count(facts.map(item), doc);
			expect(n.done + n.doing + n.blocked + n.todo).toBe(n.total);
			expect(n.total + n.skipped + n.notApplicable).toBe(facts.length);
			expect(ratio(n)).toBeGreaterThanOrEqual(0);
			expect(ratio(n)).toBeLessThanOrEqual(1);
		}),
	);
});

describe('readiness', () => {
	test.each<[string, Partial<ItemFacts>, number]>([
		['counts an essential item due before launch', { due: -1 }, 1],
		['counts an essential item due on launch day', { due: 0 }, 1],
		['leaves out what is due after launch', { due: 1 }, 0],
		['leaves out further items', { level: 'further' }, 0],
		['leaves out what is not in scope', { markets: ['us'] }, 0],
	])('%s', (_, facts, total) => {
		expect(readiness([item(facts)], project({ markets: ['eu'] })).total).toBe(total);
	});

	test('is the share of those done, without the skipped', () => {
		expect(ratio(readiness([...five, item({ id: 'done', due: 9 })], fiveDoc))).toBe(0.25);
	});
});

test('counts by group, in the order of the items', () => {
	const items = [item({ id: 'todo', team: 'it' }), ...five, item({ id: 'done', team: 'it' })];
	const groups = countBy(items, fiveDoc, ({ team }) => team);
	expect([...groups.keys()]).toEqual(['it', 'warehouse']);
	expect(groups.get('it')).toMatchObject({ total: 2, done: 1 });
	expect(groups.get('warehouse')).toMatchObject({ total: 4, skipped: 1 });
});

test.each([
	['done', 1, 2, true],
	['done', 2, 2, false],
	['done', 3, 2, false],
	['skipped', 1, 2, false],
	['todo', 1, 2, false],
] as const)('an item %s at rev %i, now at %i, has changed since: %j', (is, rev, now, expected) => {
	const doc = setStatus(project(), 'wh-one', { is, rev }, later);
	expect(changedSince(item({ rev: now }), doc)).toBe(expected);
});

test('an item nobody touched has not changed since', () => {
	expect(changedSince(item({ rev: 5 }), project())).toBe(false);
});
