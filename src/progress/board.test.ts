import { expect, test } from 'vitest';
import * as board from './board.ts';
import { setOwner, setPerson } from './change.ts';
import { item, later, project, withStatus } from './testing.ts';

const today = '2027-02-01';
const base = project({ launch: '2027-03-01', start: '2027-01-01', markets: ['eu'] });
/** Items by id, due so many days from launch, which is 28 days from today. */
const items = Object.entries({
	tomorrow: -27,
	late: -30,
	today: -28,
	later: -50,
	before: -70,
	'in-two-weeks': -14,
	'after-that': -13,
	'us-late': -31,
	'skipped-late': -32,
	'done-late': -33,
	'done-before': -71,
}).map(([id, due]) => item({ id, due, markets: id.startsWith('us') ? ['us'] : [] }));
let doc = withStatus(base, 'skipped-late', 'skipped');
for (const id of ['done-late', 'done-before']) doc = withStatus(doc, id, 'done');
for (const id of ['later', 'us-late']) doc = withStatus(doc, id, 'blocked');

const ids = (found: { id: string }[]) => found.map(({ id }) => id);

test('lists what is overdue, the longest first', () => {
	expect(ids(board.overdue(items, { doc, today }))).toEqual(['later', 'late']);
});

test('lists what is due within two weeks, by date, from today on', () => {
	expect(ids(board.next(items, { doc, today }))).toEqual(['today', 'tomorrow', 'in-two-weeks']);
});

test('lists what is due within other numbers of days', () => {
	expect(ids(board.next(items, { doc, today }, 0))).toEqual(['today']);
	expect(ids(board.next(items, { doc, today }, 60))).toContain('after-that');
});

test('lists what is to be confirmed until it is', () => {
	expect(ids(board.toConfirm(items, { doc, today }))).toEqual(['before']);
});

test('puts what is late before what comes, and what is to be confirmed last', () => {
	const next = ['today', 'tomorrow', 'in-two-weeks', 'after-that'];
	expect(ids(board.upNext(items, { doc, today }))).toEqual(['later', 'late', ...next, 'before']);
});

test('begins with the essentials due longest before launch where nothing has a date', () => {
	const undated = [item({ id: 'a', due: -3 }), item({ id: 'b', due: -90 })];
	const further = item({ id: 'c', due: -100, level: 'further' });
	const plan = { doc: project({}), today };
	expect(ids(board.upNext([...undated, further], plan))).toEqual(['b', 'a']);
});

test('lists what is blocked and in scope', () => {
	expect(ids(board.blocked(items, doc))).toEqual(['later']);
});

test('lists what has no person and is still to do', () => {
	const owned = setOwner(doc, 'late', 'Ann', later);
	const left = ['tomorrow', 'today', 'later', 'before', 'in-two-weeks', 'after-that'];
	expect(ids(board.unowned(items, owned))).toEqual(left);
	expect(board.unowned(items, setPerson(doc, 'warehouse/manager', 'Ann', later))).toEqual([]);
});

test('goes by the moved dates where weekends are left out', () => {
	// Due on Saturday the 20th, so on Friday the 19th.
	const [weekend] = [item({ due: -9 })];
	expect(board.next([weekend], { doc, today }, 18)).toEqual([]);
	expect(board.next([weekend], { doc, today, rollWeekends: true }, 18)).toHaveLength(1);
});

test('keeps the order given within a date', () => {
	const same = ['b', 'a', 'c'].map((id) => item({ id, due: -28 }));
	expect(ids(board.next(same, { doc, today }))).toEqual(['b', 'a', 'c']);
});

test('says what another launch date makes overdue, and nothing that already was', () => {
	expect(ids(board.becomesOverdue(items, { doc, today }, '2027-02-28'))).toEqual(['today']);
	expect(ids(board.becomesOverdue(items, { doc, today }, '2027-02-26'))).toEqual([
		'today',
		'tomorrow',
	]);
	expect(board.becomesOverdue(items, { doc, today }, '2027-06-20')).toEqual([]);
	expect(board.becomesOverdue(items, { doc, today }, null)).toEqual([]);
});

test('a first launch date makes overdue what a started project should have done', () => {
	const fresh = project({ start: '2027-01-01' });
	const found = board.becomesOverdue(items, { doc: fresh, today }, '2027-02-10');
	expect(ids(found)).toContain('after-that');
	expect(ids(found)).not.toContain('before');
});
