import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addNote, removeNote } from './change.ts';
import { canonical, isObject } from './json.ts';
import { isSameDocument, merge, mergeValues } from './merge.ts';
import { notesOf } from './notes.ts';
import type { ProjectDocument } from './project.ts';
import { isRegister } from './register.ts';
import { stampAfter } from './stamp.ts';
import { anyEdit, anyProject, content, later, project, stamp, type Edit } from './testing.ts';

const runs = { numRuns: 400 };

describe('merge', () => {
	test('does not depend on the order', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				expect(canonical(merge(a, b))).toBe(canonical(merge(b, a)));
			}),
			runs,
		);
	});

	test('does not depend on the grouping', () => {
		fc.assert(
			fc.property(anyProject, anyProject, anyProject, (a, b, c) => {
				expect(canonical(merge(merge(a, b), c))).toBe(canonical(merge(a, merge(b, c))));
			}),
			runs,
		);
	});

	test('changes nothing when repeated', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				expect(canonical(merge(a, structuredClone(a)))).toBe(canonical(a));
				const both = merge(a, b);
				expect(canonical(merge(both, b))).toBe(canonical(both));
			}),
			runs,
		);
	});

	test('leaves both documents as they were', () => {
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				const before = canonical([a, b]);
				merge(a, b);
				expect(canonical([a, b])).toBe(before);
			}),
		);
	});

	test('keeps every field of either, and of two registers one of them, never the earlier', () => {
		const check = (a: unknown, merged: unknown): void => {
			if (isRegister(a)) {
				expect(isRegister(merged)).toBe(true);
				if (isRegister(merged)) expect(merged[1][0]).toBeGreaterThanOrEqual(a[1][0]);
			} else if (isObject(a) && isObject(merged)) {
				for (const key of Object.keys(a)) {
					expect(Object.hasOwn(merged, key)).toBe(true);
					check(a[key], merged[key]);
				}
			}
		};
		fc.assert(
			fc.property(anyProject, anyProject, (a, b) => {
				const merged = merge(a, b);
				check(a, merged);
				check(b, merged);
			}),
			runs,
		);
	});

	test.each([
		['the later register', [1, [2, 'a']], [2, [1, 'a']], [1, [2, 'a']]],
		['a register before an object', { a: 1 }, ['x', [0, 'a']], ['x', [0, 'a']]],
		['a register before a value', 'zzz', ['x', [0, 'a']], ['x', [0, 'a']]],
		['an object before a value', 'zzz', { a: 1 }, { a: 1 }],
		['the value with the greater JSON', 'b', 'a', 'b'],
		['the list with the greater JSON', [1, 2], [1, 3], [1, 3]],
		['what only one side has', undefined, 0, 0],
		['both sides of an object', { a: 1, c: 1 }, { b: 2, c: 3 }, { a: 1, b: 2, c: 3 }],
		[
			'the rest of the later register',
			['x', [2, 'a'], 'more'],
			['y', [1, 'a']],
			['x', [2, 'a'], 'more'],
		],
	])('keeps %s', (_, a, b, expected) => {
		expect(mergeValues(a, b)).toEqual(expected);
		expect(mergeValues(b, a)).toEqual(expected);
	});

	test('refuses documents of two projects', () => {
		expect(() => merge(project(), project({ id: 'p2' }))).toThrow(/p1.*p2.*not the same/);
	});

	test('keeps the higher version as a number', () => {
		const [nine, ten] = [9, 10].map((version) => ({ ...project(), version }));
		expect(merge(nine!, ten!).version).toBe(10);
	});

	test('gives no object another prototype', () => {
		const evil = { ...project(), ...(JSON.parse('{"x":{"__proto__":{"bad":1}}}') as object) };
		const merged = merge(evil, { ...project(), x: { a: 1 } });
		expect((merged['x'] as { bad?: number }).bad).toBeUndefined();
		expect(({} as { bad?: number }).bad).toBeUndefined();
	});

	test('is quick with 1,000 full items', () => {
		const full = (writer: string): ProjectDocument => {
			const items = Array.from({ length: 1000 }, (_, n) => [
				`wh-item-${n}`,
				{
					status: [{ is: 'done', rev: 1 }, [n, writer]],
					owner: ['Somebody', [n, writer]],
					due: ['2027-03-01', [n, writer]],
					notes: { [`n-${writer}`]: ['A note of some length', [n, writer]] },
				},
			]);
			return { ...project(), items: Object.fromEntries(items) };
		};
		const [a, b] = [full('ann'), full('ben')];
		merge(a, b);
		// The processor's time and not the clock's: a busy machine must not fail this.
		const begun = process.cpuUsage();
		for (let n = 0; n < 5; n += 1) merge(a, b);
		expect(process.cpuUsage(begun).user / 1000 / 5).toBeLessThan(40);
	});
});

describe('notes', () => {
	test('written apart are all there after a merge', () => {
		const one = addNote(project(), 'wh-one', 'n1', 'from Ann', stamp);
		const two = addNote(project(), 'wh-one', 'n2', 'from Ben', later);
		const texts = notesOf(merge(one, two), 'wh-one').map((note) => note.text);
		expect(texts).toEqual(['from Ann', 'from Ben']);
	});

	test('stay removed when a copy still has them', () => {
		const with1 = addNote(project(), 'wh-one', 'n1', 'gone', stamp);
		const without = removeNote(with1, 'wh-one', 'n1', later);
		expect(notesOf(merge(with1, without), 'wh-one')).toEqual([]);
	});
});

describe('people who edit apart', () => {
	// Each step is one person's edit on their own copy, by their own clock, or meeting another.
	const step = fc.record({
		who: fc.nat(4),
		clock: fc.nat(50),
		edit: fc.option(anyEdit, { freq: 4 }),
		meets: fc.nat(4),
	});

	test('end with the same project however their copies meet, with every note', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 5 }),
				fc.array(step, { maxLength: 30 }),
				fc.infiniteStream(fc.nat(99)),
				(people, steps, random) => {
					const copies = Array.from({ length: people }, () => project({ name: 'Spring' }));
					const notes = new Set<string>();
					for (const { who, clock, edit, meets } of steps) {
						const mine = copies[who % people]!;
						copies[who % people] = edit
							? edited(mine, edit, clock, `w${who % people}`, notes)
							: merge(mine, copies[meets % people]!);
					}
					const inTurn = copies.reduce(merge);
					const heap = [...copies, ...copies];
					while (heap.length > 1) {
						const [a] = heap.splice(random.next().value! % heap.length, 1);
						const at = random.next().value! % heap.length;
						heap[at] = merge(heap[at]!, a!);
					}
					expect(content(heap[0])).toEqual(content(inTurn));
					expect(isSameDocument(heap[0]!, inTurn)).toBe(true);
					const ids = Object.keys(inTurn.items ?? {}).flatMap((id) => notesOf(inTurn, id));
					expect(new Set(ids.map((note) => note.id))).toEqual(notes);
				},
			),
			{ numRuns: 200 },
		);
	});
});

function edited(doc: ProjectDocument, edit: Edit, now: number, writer: string, notes: Set<string>) {
	const changed = edit(doc, stampAfter(doc, now, writer));
	for (const id of Object.keys(changed.items ?? {}))
		for (const note of notesOf(changed, id)) notes.add(note.id);
	return changed;
}
