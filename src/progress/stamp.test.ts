import fc from 'fast-check';
import { expect, test } from 'vitest';
import { put, latestMs } from './register.ts';
import { highestStamp, stampAfter } from './stamp.ts';
import { anyProject, project } from './testing.ts';

test('finds the latest time wherever it stands', () => {
	const doc = put(project({ name: 'x' }), ['items', 'a', 'notes', 'n'], 'y', [7000, 'ann']);
	expect(highestStamp(doc)).toBe(7000);
	expect(highestStamp(put(doc, ['unheard-of'], 1, [9000, 'z']))).toBe(9000);
	expect(highestStamp({})).toBe(-1);
});

test.each([
	['the clock, where it is ahead', 5000.7, 5000],
	['one more than the document, where the clock is behind', 10, 1001],
	['one more than the document, where the clock stands', 1000, 1001],
	['one more than the document, where there is no clock', Number.NaN, 1001],
	['no more than can be stored', 1e300, latestMs],
	['one more than the document for an infinite clock', Infinity, 1001],
])('gives %s', (_, now, ms) => {
	expect(stampAfter(project({ name: 'x' }), now, 'ben')).toEqual([ms, 'ben']);
});

test('starts at 0 for an empty document and a clock before 1970', () => {
	expect(stampAfter({}, -5, 'ann')).toEqual([0, 'ann']);
});

test('rises with every edit, whatever the clock does', () => {
	fc.assert(
		fc.property(anyProject, fc.array(fc.double({ max: 1e14 })), (start, clock) => {
			let doc = start;
			for (const now of clock) {
				const before = highestStamp(doc);
				const [ms, writer] = stampAfter(doc, now, 'ann');
				expect(Number.isInteger(ms)).toBe(true);
				expect(ms).toBeGreaterThan(before);
				doc = put(doc, ['name'], `${ms}`, [ms, writer]);
			}
		}),
	);
});
