import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addNote, setOwner, tick } from '../progress/change.ts';
import { newProject } from '../progress/new-project.ts';
import { notesOf } from '../progress/notes.ts';
import { statusOf } from '../progress/project.ts';
import { merge } from '../progress/merge.ts';
import { anyProject, content, item, later, project, stamp } from '../progress/testing.ts';
import { fromFragment, partOf, safeLength, toFragment, withoutNotes } from './link.ts';

const packed = (value: unknown) =>
	`#p=${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;

describe('a link', () => {
	test('brings any project back as it was', async () => {
		await fc.assert(
			fc.asyncProperty(anyProject, fc.string(), async (doc, by) => {
				const fragment = await toFragment({ by, at: 5, list: null, project: doc });
				expect(fragment).toMatch(/^#p=[\w-]*$/);
				const found = await fromFragment(fragment);
				expect(found).toMatchObject({ ok: true, at: 5, list: null });
				if (found.ok) expect(content(found.project)).toEqual(content(doc));
			}),
			{ numRuns: 100 },
		);
	});

	test('of a whole launch with every item ticked and owned is short enough to send', async () => {
		let doc = newProject({ id: 'p1', playbook: 'commerce-teams', name: 'Spring' }, stamp);
		for (let i = 0; i < 340; i += 1) {
			const id = `wh-some-item-of-usual-length-${i}`;
			doc = setOwner(tick(doc, item({ id }), true, [1e12 + i * 7919, 'ann']), id, 'Kim', later);
		}
		const fragment = await toFragment({ by: '', at: 0, list: null, project: doc });
		expect(fragment.length).toBeLessThan(safeLength);
	});

	test('that unpacks to more than a project may hold is given up on the way', async () => {
		const bomb = packed(' '.repeat(60_000_000));
		expect(bomb.length).toBeLessThan(200_000);
		expect(await fromFragment(bomb)).toEqual({ ok: false, code: 'too-large' });
	});

	test.each([
		['nothing', '#p='],
		['what is no base64', '#p=%%%'],
		['what is not compressed', `#p=${Buffer.from('{"a":1}').toString('base64url')}`],
		['half a link', packed({ project: project() }).slice(0, 40)],
		['no JSON', packed('{')],
		['a list', packed([])],
		[
			'bytes that are no text',
			`#p=${deflateRawSync(Buffer.from([0xff, 0xfe, 0x80])).toString('base64url')}`,
		],
	])('refuses %s', async (_, fragment) => {
		expect(await fromFragment(fragment)).toEqual({ ok: false, code: 'damaged' });
	});

	test('takes nothing of a wrong type for a name, a time or a list', async () => {
		const odd = packed({ by: { a: 1 }, at: '5', list: ['x'], project: 7 });
		expect(await fromFragment(odd)).toEqual({ ok: true, by: '', at: 0, list: null, project: 7 });
		const bidi = packed({
			by: 'Ann\u202E\u0000<b>',
			at: 1e300,
			list: 'x'.repeat(500),
			project: {},
		});
		expect(await fromFragment(bidi)).toMatchObject({ by: 'Ann<b>', at: 0, list: 'x'.repeat(64) });
	});

	test('survives anything that is thrown at it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json().map(packed)), async (text) => {
				expect(await fromFragment(`#p=${text.replace(/^#p=/, '')}`)).toHaveProperty('ok');
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a part of a project', () => {
	let doc = tick(project({ name: 'Spring' }), item({ id: 'wh-one' }), true, stamp);
	doc = addNote(tick(doc, item({ id: 'it-one' }), true, stamp), 'wh-one', 'n1', 'x', later);

	test('has the items of one list, and takes nothing away when it is merged', () => {
		const part = partOf(doc, new Set(['wh-one']));
		expect(Object.keys(part.items ?? {})).toEqual(['wh-one']);
		expect(content(merge(doc, part))).toEqual(content(doc));
	});

	test('can go without notes', () => {
		const bare = withoutNotes(doc);
		expect(notesOf(bare, 'wh-one')).toEqual([]);
		expect(statusOf(bare, 'wh-one').is).toBe('done');
		expect(notesOf(merge(doc, bare), 'wh-one')).toHaveLength(1);
	});
});
