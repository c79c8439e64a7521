import { expect, test } from 'vitest';
import type { Plan } from './board.ts';
import { handoffStates, isTroubled, troubled, type LinkedItem } from './handoffs.ts';
import { item, project, withStatus } from './testing.ts';
import type { ProjectFacts } from './project.ts';

const linked = (facts: Partial<LinkedItem>): LinkedItem => ({
	...item(facts),
	gives: [],
	takes: [],
	...facts,
});
const gives = linked({ id: 'it-one', team: 'it', due: -40, gives: ['feed'] });
const late = linked({ id: 'it-two', team: 'it', due: -50, gives: ['feed'] });
const takes = linked({ id: 'wh-one', takes: ['feed'] });
const feed = { id: 'feed', from: 'it', to: 'warehouse', due: -35 };
const plan = (facts: Partial<ProjectFacts> = {}, today = '2027-01-01'): Plan => ({
	doc: project({ launch: '2027-03-01', ...facts }),
	today,
});
const stateOf = (items: LinkedItem[], { doc, today }: Plan, handoff = feed) =>
	handoffStates([handoff], items, { doc, today })[0];

test('says who gives, who waits and by when', () => {
	const state = stateOf([gives, takes], plan());
	expect(state).toMatchObject({ is: 'open', date: '2027-01-25', givers: [gives], takers: [takes] });
});

test.each([
	['done', 'given'],
	['skipped', 'given'],
	['doing', 'open'],
	['blocked', 'blocked'],
] as const)('an item %s makes it %s', (is, standing) => {
	const { doc, today } = plan();
	expect(stateOf([gives, takes], { doc: withStatus(doc, 'it-one', is), today })?.is).toBe(standing);
});

test('is late when any item that gives it is, and blocked before late', () => {
	const { doc, today } = plan({}, '2027-01-15');
	expect(stateOf([gives, late], { doc, today })?.is).toBe('late');
	expect(stateOf([gives, late], { doc: withStatus(doc, 'it-one', 'blocked'), today })?.is).toBe(
		'blocked',
	);
	expect(stateOf([gives, late], { doc: withStatus(doc, 'it-two', 'done'), today })?.is).toBe(
		'open',
	);
});

test('without items it is untracked and keeps its date', () => {
	expect(stateOf([takes], plan())).toMatchObject({ is: 'untracked', date: '2027-01-25' });
	expect(stateOf([], { doc: project(), today: '2027-01-01' })).toMatchObject({ date: null });
});

test('without a day of its own it has that of the first item', () => {
	expect(stateOf([gives, late], plan(), { ...feed, due: null as never })?.date).toBe('2027-01-10');
});

test('a date on a weekend moves where the project wants it', () => {
	// 23 January 2027 is a Saturday.
	expect(
		handoffStates([{ ...feed, due: -37 }], [], { ...plan(), rollWeekends: true })[0]?.date,
	).toBe('2027-01-22');
});

test('is no part of a project without one of its ends', () => {
	expect(stateOf([gives, takes], plan({ teams: { warehouse: false } }))).toBeUndefined();
	expect(stateOf([gives, takes], plan({ lists: ['it'] }))).toBeUndefined();
	expect(stateOf([gives, takes], plan({ lists: ['it', 'warehouse'] }))).toBeDefined();
});

test('items out of scope neither give nor wait', () => {
	const further = linked({ id: 'it-three', team: 'it', level: 'further', gives: ['feed'] });
	expect(stateOf([further, takes], plan({ level: 'essential' }))?.is).toBe('untracked');
});

test('trouble is what is blocked or late and applies', () => {
	const { doc, today } = plan({}, '2027-01-15');
	expect(troubled([gives, late, takes], { doc, today })).toEqual(new Set(['feed']));
	expect(troubled([gives, takes], { doc, today })).toEqual(new Set());
	expect(troubled([gives], { doc: withStatus(doc, 'it-one', 'blocked'), today }).size).toBe(1);
	const without = project({ launch: '2027-03-01', teams: { it: false } });
	expect(isTroubled(late, { doc: without, today })).toBe(false);
});
