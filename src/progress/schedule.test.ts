import { describe, expect, test } from 'vitest';
import { setDue, setRollWeekends } from './change.ts';
import type { ItemFacts } from './item.ts';
import type { ProjectFacts, StatusName } from './project.ts';
import { dueOn, dueState, type DueState } from './schedule.ts';
import { item, later, project, withStatus } from './testing.ts';

const launch = '2027-03-01';
const newcomer = { lists: ['onboarding'], start: '2027-01-04' };
const first = { team: 'onboarding', kind: 'cross-team', startOffset: -7, due: -90 } as const;

describe('an item is due', () => {
	test.each<[string, Partial<ItemFacts>, Partial<ProjectFacts>, string | null]>([
		['on no day without a launch', {}, {}, null],
		['so many days before launch', {}, { launch }, '2027-02-08'],
		['on launch day', { due: 0 }, { launch }, launch],
		['so many days after launch', { due: 7 }, { launch }, '2027-03-08'],
		['from the first day in a list of its own', first, newcomer, '2026-12-28'],
		['from the first day though there is a launch', first, { ...newcomer, launch }, '2026-12-28'],
		['from launch in a whole project', first, { start: '2027-01-04', launch }, '2026-12-01'],
		[
			'from launch in a list without a start',
			first,
			{ lists: ['onboarding'], launch },
			'2026-12-01',
		],
		['from launch without a start offset', { due: -1 }, { ...newcomer, launch }, '2027-02-28'],
		['on no day in a whole project without launch', first, { start: '2027-01-04' }, null],
	])('%s', (_, facts, projectFacts, expected) => {
		expect(dueOn(item(facts), project(projectFacts))).toBe(expected);
	});

	test('on its own day first', () => {
		const doc = setDue(project({ launch }), 'wh-one', '2027-01-01', later);
		expect(dueOn(item(), doc)).toBe('2027-01-01');
		expect(dueOn(item(first), setDue(project(newcomer), 'wh-one', '2027-01-02', later))).toBe(
			'2027-01-02',
		);
	});

	test.each([
		['Saturday before launch', -2, '2027-02-26'],
		['Sunday before launch', -1, '2027-02-26'],
		['Friday before launch', -3, '2027-02-26'],
		['Saturday after launch', 5, '2027-03-08'],
		['Sunday after launch', 6, '2027-03-08'],
		['Monday after launch', 7, '2027-03-08'],
	])('on a working day if asked: %s', (_, due, expected) => {
		expect(dueOn(item({ due }), project({ launch }), { rollWeekends: true })).toBe(expected);
	});

	test('at the weekend where a person chose it', () => {
		const options = { rollWeekends: true };
		const saturday = project({ launch: '2027-02-27' });
		expect(dueOn(item({ due: 0 }), saturday, options)).toBe('2027-02-27');
		const own = setDue(saturday, 'wh-one', '2027-02-21', later);
		expect(dueOn(item(), own, options)).toBe('2027-02-21');
	});
});

test('a project says for itself whether dates move off weekends', () => {
	// 2027-01-31 is a Sunday.
	const doc = setRollWeekends(project({ launch: '2027-03-01' }), true, later);
	expect(dueOn(item({ due: -29 }), doc)).toBe('2027-01-29');
	expect(dueOn(item({ due: -29 }), doc, { rollWeekends: false })).toBe('2027-01-31');
	expect(dueOn(item({ due: -29 }), setRollWeekends(doc, false, [3000, 'ann']))).toBe('2027-01-31');
});

describe('on 2027-02-01', () => {
	const today = '2027-02-01';
	const on = (date: string, facts: Partial<ProjectFacts> = {}) =>
		setDue(project({ launch, ...facts }), 'wh-one', date, later);

	test.each<[string, string, DueState]>([
		['two weeks and a day ahead', '2027-02-16', 'later'],
		['two weeks ahead', '2027-02-15', 'soon'],
		['tomorrow', '2027-02-02', 'soon'],
		['today', '2027-02-01', 'today'],
		['yesterday', '2027-01-31', 'overdue'],
	])('a date %s is %s: %s', (_, date, state) => {
		expect(dueState(item(), on(date), today)).toBe(state);
	});

	test.each<[StatusName, DueState]>([
		['todo', 'overdue'],
		['doing', 'overdue'],
		['blocked', 'overdue'],
		['done', 'none'],
		['skipped', 'none'],
	])('%s item of a past date is %s', (is, state) => {
		expect(dueState(item(), withStatus(on('2027-01-31'), 'wh-one', is), today)).toBe(state);
	});

	test('an item without a date is none', () => {
		expect(dueState(item(), project(), today)).toBe('none');
	});

	test.each<[string, string, DueState]>([
		['the day before the start', '2027-01-14', 'confirm'],
		['the day of the start', '2027-01-15', 'overdue'],
	])('an item due %s is %s: %s', (_, date, state) => {
		expect(dueState(item(), on(date, { start: '2027-01-15' }), today)).toBe(state);
	});

	test('an item to confirm is none once it is done', () => {
		const doc = withStatus(on('2027-01-14', { start: '2027-01-15' }), 'wh-one', 'done');
		expect(dueState(item(), doc, today)).toBe('none');
	});

	test('what a newcomer needs before the first day is work to be done', () => {
		const doc = project({ ...newcomer, start: '2027-02-05' });
		expect(dueState(item(first), doc, today)).toBe('overdue');
		expect(dueState(item({ ...first, startOffset: -2 }), doc, today)).toBe('soon');
	});

	test('a date moved off the weekend counts', () => {
		// 2027-01-31 is a Sunday and moves to Friday; 2027-02-06 a Saturday.
		const doc = project({ launch, start: '2027-01-30' });
		expect(dueState(item({ due: -29 }), doc, today)).toBe('overdue');
		expect(dueState(item({ due: -29 }), doc, today, { rollWeekends: true })).toBe('confirm');
	});
});
