import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendar, type CalendarFacts } from './ics.ts';
import type { Row } from './rows.ts';
import { nasty, row, words } from './testing.ts';

const now = Date.UTC(2026, 10, 22, 9, 30);
const made = (rows: Row[], facts: Partial<CalendarFacts> = {}) =>
	calendar(rows, { kind: 'events', name: 'Spring launch', project: 'p1', now, words, ...facts });
const components = (text: string, kind = 'vevent') =>
	new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents(kind);
const only = (text: string, kind = 'vevent') => {
	const [first] = components(text, kind);
	if (!first) throw new Error('nothing in it');
	return first;
};

test('an entry lasts the day it is due, in no time zone, and blocks no time', () => {
	const event = new ICAL.Event(only(made([row({ due: '2027-02-28' })])));
	expect(event.startDate.isDate).toBe(true);
	expect(event.startDate.toString()).toBe('2027-02-28');
	expect(event.endDate.toString()).toBe('2027-03-01');
	expect(event.summary).toBe('W-15 Print a full stress hour');
	expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
});

test('a second file updates the first: the same UID, a higher sequence', () => {
	const first = new ICAL.Event(only(made([row()])));
	const second = new ICAL.Event(only(made([row({ title: 'Other' })], { now: now + 120_000 })));
	expect(second.uid).toBe(first.uid);
	expect(second.sequence).toBeGreaterThan(first.sequence);
	expect(second.sequence).toBeLessThan(2 ** 31);
	const elsewhere = new ICAL.Event(only(made([row()], { project: 'p2' })));
	expect(elsewhere.uid).not.toBe(first.uid);
});

test('tasks carry due date, status and when they were done', () => {
	const done = only(
		made([row({ is: 'done', changed: Date.UTC(2026, 10, 20, 8) })], { kind: 'tasks' }),
		'vtodo',
	);
	expect(String(done.getFirstPropertyValue('due'))).toBe('2027-02-08');
	expect(done.getFirstPropertyValue('status')).toBe('COMPLETED');
	expect(String(done.getFirstPropertyValue('completed'))).toBe('2026-11-20T08:00:00Z');
	const blocked = only(made([row({ is: 'blocked' })], { kind: 'tasks' }), 'vtodo');
	expect(blocked.getFirstPropertyValue('status')).toBe('NEEDS-ACTION');
	expect(blocked.getFirstPropertyValue('completed')).toBeNull();
});

test('what has no date is not in it', () => {
	expect(components(made([row({ due: null }), row({ id: 'two' })]))).toHaveLength(1);
});

test('no line is longer than 75 bytes, and any text comes back', () => {
	const typed = fc.oneof(
		fc.constantFrom(...nasty),
		fc.string({ unit: 'grapheme', maxLength: 300 }),
	);
	fc.assert(
		fc.property(typed, typed, (title, why) => {
			const text = made([row({ title, why })], { name: title });
			for (const line of text.split('\r\n'))
				expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
			const summary = String(only(text).getFirstPropertyValue('summary'));
			expect(summary).toBe(`W-15 ${title.replace(/\r\n?/g, '\n').replace(control, '')}`);
		}),
	);
});

test('nothing typed adds a line of its own', () => {
	const text = made([row({ title: 'x\r\nATTENDEE:mailto:a@example.org\r\nEND:VEVENT' })]);
	expect(components(text)).toHaveLength(1);
	expect(only(text).getFirstProperty('attendee')).toBeNull();
});

const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
