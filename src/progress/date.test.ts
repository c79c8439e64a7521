import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDate, weekdayOf } from './date.ts';
import { anyDate } from './testing.ts';

test.each([
	['2027-03-01', true],
	['2028-02-29', true],
	['2000-02-29', true],
	['1900-01-01', true],
	['2999-12-31', true],
	['2027-02-29', false],
	['2100-02-29', false],
	['2027-04-31', false],
	['2027-13-01', false],
	['2027-00-10', false],
	['2027-01-00', false],
	['0002-03-01', false],
	['3000-01-01', false],
	['2027-3-1', false],
	['2027-03-01T00:00', false],
	['2027-03-01\n', false],
	[' 2027-03-01', false],
	['', false],
	[20270301, false],
	[null, false],
])('says of %j whether it is a date: %j', (value, expected) => {
	expect(isDate(value)).toBe(expected);
});

test.each([
	['2027-03-01', -1, '2027-02-28'],
	['2028-03-01', -1, '2028-02-29'],
	['2026-12-31', 1, '2027-01-01'],
	['2027-03-01', -30, '2027-01-30'],
	// The nights in which Europe and America change their clocks.
	['2027-03-27', 2, '2027-03-29'],
	['2026-10-24', 2, '2026-10-26'],
	['2027-03-13', 2, '2027-03-15'],
])('counts from %s %i days to %s', (from, days, to) => {
	expect(addDays(from, days)).toBe(to);
	expect(daysBetween(from, to)).toBe(days);
});

test('finds the days between two dates that lead from one to the other', () => {
	fc.assert(
		fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
			expect(isDate(date)).toBe(true);
			expect(daysBetween(date, addDays(date, days))).toBe(days);
			expect(addDays(addDays(date, days), -days)).toBe(date);
		}),
	);
});

test('knows the days of the week', () => {
	expect(weekdayOf('2026-11-22')).toBe(0);
	expect(weekdayOf('2027-03-01')).toBe(1);
	expect(weekdayOf('2027-02-27')).toBe(6);
});
