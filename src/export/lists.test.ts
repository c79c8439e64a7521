import fc from 'fast-check';
import { marked, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdown } from './markdown.ts';
import { row, nasty, words } from './testing.ts';
import { chatText } from './text.ts';
import { todo } from './todo.ts';

describe('Markdown', () => {
	const lists = (text: string) =>
		marked
			.lexer(text, { gfm: true })
			.filter((token): token is Tokens.List => token.type === 'list');

	test('is a task list under a heading for each team', () => {
		const text = markdown(
			[row(), row({ is: 'done' }), row({ team: 'IT', no: 'I-1' })],
			'Spring',
			words,
		);
		const found = lists(text);
		expect(found.map(({ items }) => items.map(({ task, checked }) => [task, checked]))).toEqual([
			[
				[true, false],
				[true, true],
			],
			[[true, false]],
		]);
		expect(text).toContain('# Spring');
		expect(text).toMatch(/## Warehouse\n\n- \[ \] \[W-15\]\(<https:\/\/example\.org/);
		expect(text).toContain('## IT');
	});

	test('any text typed is text: one task, no markup, no HTML', () => {
		const typed = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(typed, typed, (owner, why) => {
				const text = markdown([row({ owner, why, is: 'blocked' })], owner, words);
				const [list, ...more] = lists(text);
				expect(more).toEqual([]);
				expect(list?.items).toHaveLength(1);
				const html = marked.parse(text, { gfm: true, async: false });
				expect(html).not.toMatch(/<(img|script|em|code|table|del|h[3-6])\b/);
			}),
		);
	});
});

describe('todo.txt', () => {
	/** The format's own rules: done, priority, projects, contexts, key:value. */
	const read = (text: string) =>
		text.split('\n').flatMap((line) => {
			const [, done, date, priority, rest] =
				/^(x )?(\d{4}-\d\d-\d\d )?(\([A-Z]\) )?(.+)$/.exec(line) ?? [];
			if (!rest) return [];
			const words = rest.split(' ');
			const fields = words.flatMap(
				(word) => /^([^\s:\d][^\s:]*):(\S+)$/.exec(word)?.slice(1, 3) ?? [],
			);
			return [
				{
					done: Boolean(done),
					date: date?.trim(),
					priority: priority?.trim(),
					projects: words.filter((word) => /^\+\S/.test(word)),
					contexts: words.filter((word) => /^@\S/.test(word)),
					fields: Object.fromEntries(
						Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1]]),
					) as Record<string, string>,
				},
			];
		});

	test('says priority, team, person, date and permanent id', () => {
		expect(read(todo([row({ owner: 'Ann Lee' })]))).toEqual([
			{
				done: false,
				date: undefined,
				priority: '(A)',
				projects: ['+warehouse'],
				contexts: ['@Ann_Lee'],
				fields: { due: '2027-02-08', id: 'wh-print-stress-hour' },
			},
		]);
	});

	test('says when a thing was done, and leaves out what does not apply', () => {
		const text = todo([
			row({ is: 'done', changed: Date.UTC(2026, 10, 20) }),
			row({ is: 'skipped' }),
		]);
		expect(text).toMatch(/^x 2026-11-20 W-15 /);
		expect(read(text)).toHaveLength(1);
		expect(read(text)[0]?.fields['pri']).toBe('A');
	});

	test('nothing typed becomes a field, a person or a line', () => {
		const typed = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(typed, (why) => {
				const found = read(todo([row({ is: 'blocked', why })]));
				expect(found).toHaveLength(1);
				expect(found[0]?.projects).toEqual(['+warehouse']);
				expect(found[0]?.contexts).toEqual(['@Ann']);
				expect(found[0]?.fields['due']).toBe('2027-02-08');
			}),
		);
	});
});

test('text for a chat has a box, number, person and date for each item', () => {
	const facts = { heading: 'Spring · as of today', words, date: (day: string) => `<${day}>` };
	const rows = [
		row({ is: 'blocked', why: 'no\ntoner' }),
		row({ team: 'IT', due: null, owner: '' }),
	];
	expect(chatText(rows, facts).split('\n')).toEqual([
		'Spring · as of today',
		'',
		'【Warehouse】',
		'✖ W-15 Print a full stress hour · Ann · <2027-02-08> · Blocked: no toner',
		'',
		'【IT】',
		'☐ W-15 Print a full stress hour · Equipment coordinator · 21 days before launch',
	]);
});
