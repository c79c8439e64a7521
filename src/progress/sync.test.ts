import { describe, expect, test } from 'vitest';
import { addNote, setDeleted, tick } from './change.ts';
import { canonical } from './json.ts';
import type { ProjectDocument } from './project.ts';
import type { Answer } from './sync-answer.ts';
import { report } from './sync-report.ts';
import type { SyncState, TroubleKind } from './sync-state.ts';
import { begin, step, type Step, type SyncEvent } from './sync.ts';
import { later, project, stamp } from './testing.ts';

const theirs = tick(project(), { id: 'wh-one', rev: 1 }, true, stamp);
const mine = tick(project(), { id: 'wh-two', rev: 1 }, true, later);
const text = canonical;

type Reply = readonly [number, (string | null)?, (string | undefined)?];

/** The machine after a row of events; an answer is `[status, tag, text]`. */
function after(first: Step, ...events: (SyncEvent | Reply)[]) {
	return events.reduce<Step>((at, event) => {
		if (!('length' in event)) return step(at.state, event);
		const [status, tag = null, body = ''] = event;
		return step(at.state, { is: 'answered', answer: { status, tag, text: body } });
	}, first);
}
const due = { is: 'due' } as const;
const asks = ({ commands }: Step) => commands.map((command) => command.do);
const join = (local: ProjectDocument = mine) => begin({ local, access: 'write' });
const wrote = ({ commands }: Step) => commands.find((command) => command.do === 'write');

describe('a look', () => {
	test('comes first, without a condition, and with the known tag later', () => {
		expect(join().commands).toEqual([{ do: 'read', unless: null }]);
		const polled = after(join(theirs), [200, '"1"', text(theirs)], due);
		expect(polled.commands).toEqual([{ do: 'read', unless: '"1"' }]);
	});

	test('brings what is new into the project, and sends what is not there', () => {
		const read = after(join(), [200, '"1"', text(theirs)]);
		expect(read.commands[0]).toEqual({ do: 'take', doc: theirs });
		expect(wrote(read)).toMatchObject({ condition: { tag: '"1"' } });
		expect(wrote(read)?.text).toContain('wh-one');
		expect(wrote(read)?.text).toContain('wh-two');
	});

	test.each<[TroubleKind, readonly [number, (string | null)?, string?]]>([
		['html', [200, '"1"', ' <!doctype html><title>Sign in</title>']],
		['damaged', [200, '"1"', text(theirs).slice(0, 60)]],
		['damaged', [200, '"1"', '']],
		['not-a-project', [200, '"1"', '{"hello": 1}']],
		['other-project', [200, '"1"', text({ ...theirs, id: 'other' })]],
		['newer', [200, '"1"', text({ ...theirs, version: 2 })]],
		['sign-in', [401]],
		['forbidden', [403]],
		['gone', [404]],
		['gone', [410]],
		['busy', [429]],
		['server', [500]],
		['refused', [206, '"1"', text(theirs)]],
		['refused', [304, '"1"']],
		['html', [511]],
	])('that finds %s writes nothing, and says so', (kind, answer) => {
		const at = after(join(), answer);
		expect(report(at.state)).toMatchObject({ is: 'trouble', trouble: { kind }, edits: 1 });
		expect(asks(at)).toEqual([kind === 'sign-in' ? 'rest' : 'wait']);
		// Whatever happens next begins with another look.
		expect(asks(after(at, { is: 'edited', local: addNote(mine, 'a', 'b', 'c', later) }))).toEqual(
			[],
		);
		expect(asks(after(at, { is: 'retry' }))).toEqual(['read']);
	});
});

describe('a write', () => {
	const sent = () => after(join(), [200, '"1"', text(theirs)]);

	test('counts only once it was read back', () => {
		const written = after(sent(), [204]);
		expect(report(written.state).is).toBe('sending');
		const other = after(written, due, [200, '"2"', text(theirs)]);
		expect(asks(other)).toEqual(['write']);
		const same = after(written, due, [200, '"2"', wrote(sent())?.text]);
		expect(report(same.state)).toMatchObject({ is: 'step', edits: 0 });
	});

	test('whose tag the store told is read back by that tag', () => {
		const written = after(sent(), [204, '"2"'], due);
		expect(written.commands).toEqual([{ do: 'read', unless: '"2"' }]);
		expect(report(written.state).is).toBe('sending');
		expect(report(after(written, [304, '"2"']).state).is).toBe('step');
	});

	test('made while another edit came in does not stand for that edit', () => {
		const local = addNote(mine, 'wh-one', 'n1', 'late', later);
		const at = after(sent(), { is: 'edited', local }, [204, '"2"'], due, [304, '"2"']);
		expect(wrote(at)?.text).toContain('late');
	});

	test('that lost the race looks again before it writes', () => {
		const lost = after(sent(), [412]);
		expect(asks(lost)).toEqual(['wait']);
		expect(asks(after(lost, due))).toEqual(['read']);
	});

	test('waits while the tag is weak, and at last tries it as it is', () => {
		let at = after(join(), [200, 'W/"1"', text(theirs)]);
		for (let looks = 0; looks < 2; looks += 1) {
			expect(asks(at).at(-1)).toBe('wait');
			at = after(at, due, [304, 'W/"1"']);
		}
		expect(wrote(after(at, due, [304, '"1"']))).toMatchObject({ condition: { tag: '"1"' } });
		expect(wrote(after(at, due, [304, 'W/"1"']))).toMatchObject({ condition: { tag: 'W/"1"' } });
	});

	test('leaves out what a compressing store added to the tag', () => {
		let at = after(join(), [200, '"1-gzip"', text(theirs)]);
		for (let tries = 0; tries < 2; tries += 1) at = after(at, [412], due, [304, '"1-gzip"']);
		expect(wrote(at)).toMatchObject({ condition: { tag: '"1"' } });
	});

	test('whose answer got lost is looked for', () => {
		const lost = after(sent(), { is: 'failed', why: 'timeout' });
		expect(report(lost.state)).toMatchObject({ is: 'trouble', trouble: { kind: 'timeout' } });
		const found = after(lost, due, [200, '"2"', wrote(sent())?.text]);
		expect(report(found.state)).toMatchObject({ is: 'step', trouble: null });
	});

	test('that gets no answer where reads do stays in trouble, and is tried less and less often', () => {
		// As where cross-origin rules let others read and not write; nothing waits to go up.
		let at = begin({ local: theirs });
		let last = 0;
		for (let tries = 1; tries <= 4; tries += 1) {
			at = after(at, [200, '"1"', text(theirs)]);
			expect(asks(at)).toContain('probe');
			if (tries > 1) expect(report(at.state)).toMatchObject({ is: 'trouble' });
			at = after(at, { is: 'failed', why: 'unreachable' });
			const [wait] = at.commands;
			const ms = wait?.do === 'wait' ? wait.ms : 0;
			expect(ms).toBeGreaterThan(last);
			last = ms;
			at = after(at, due);
		}
		const allowed = after(at, [304, '"1"'], [412]);
		expect(report(allowed.state)).toMatchObject({ is: 'step', trouble: null });
	});

	test.each([
		[401, true],
		[403, false],
		[405, false],
	])('refused with %i makes it a project to read', (status, wantsSignIn) => {
		const at = after(sent(), [status]);
		expect(report(at.state)).toMatchObject({ is: 'read-only', edits: 1, wantsSignIn });
		expect(asks(after(at, due))).toEqual(['read']);
	});

	test.each<[number, TroubleKind]>([
		[404, 'no-folder'],
		[413, 'too-large'],
		[423, 'locked'],
		[507, 'full'],
		[500, 'server'],
		[302, 'refused'],
	])('refused with %i is a trouble that a good look does not end', (status, kind) => {
		const at = after(sent(), [status], due, [200, '"1"', text(theirs)]);
		expect(report(at.state).trouble).toMatchObject({ kind, on: 'write', status });
	});

	test('never sends what nobody could read again', () => {
		const local = { ...mine, name: ['x'.repeat(201), later] } as ProjectDocument;
		const at = after(join(local), [200, '"1"', text(theirs)]);
		expect(wrote(at)).toBeUndefined();
		expect(report(at.state).trouble?.kind).toBe('unfit');
	});

	test('waits as long as the store asks, even when the page comes to the front', () => {
		const answer: Answer = { status: 429, tag: null, text: '', after: 120 };
		const at = step(sent().state, { is: 'answered', answer });
		expect(at.commands[0]).toMatchObject({ do: 'wait', ms: 120_000 });
		expect(asks(after(at, { is: 'shown' }))).toEqual([]);
	});
});

describe('a new shared copy', () => {
	const create = () => begin({ local: mine, creates: true });

	test('is made only where nothing is, by a store that looks at conditions', () => {
		const probed = after(create(), [404]);
		expect(asks(probed)).toEqual(['probe']);
		expect(wrote(after(probed, [412]))).toMatchObject({ condition: 'absent' });
	});

	test('is not made in a store without conditions, unless a person says so', () => {
		const unsafe = after(create(), [404], [201]);
		expect(asks(unsafe)).toEqual(['unprobe']);
		const told = after(unsafe, [204]);
		expect(report(told.state).trouble?.kind).toBe('no-conditions');
		expect(asks(after(told, due, [404]))).toEqual(['wait']);
		expect(asks(after(told, { is: 'accept' }, [404]))).toEqual(['write']);
	});

	test('that somebody made a moment before is joined', () => {
		const at = after(create(), [404], [412], [412], due, [200, '"1"', text(theirs)]);
		expect(at.state.purpose).toBe('join');
		expect(wrote(at)).toMatchObject({ condition: { tag: '"1"' } });
	});

	test('that may not be made says why', () => {
		expect(report(after(create(), [404], [403]).state).trouble?.kind).toBe('forbidden');
		expect(report(after(create(), [404], [412], [409]).state).trouble?.kind).toBe('no-folder');
	});
});

describe('a shared copy', () => {
	const inStep = () => after(join(theirs), [200, '"1"', text(theirs)]);

	test('that is gone is put back only when a person says so', () => {
		const gone = after(inStep(), due, [404]);
		expect(asks(after(gone, due, [404]))).toEqual(['wait']);
		expect(wrote(after(gone, { is: 'replace' }, [404]))).toMatchObject({ condition: 'absent' });
	});

	test('that is damaged is written over only when a person says so, and only that damage', () => {
		const damaged = after(inStep(), due, [200, '"2"', '{"format":']);
		const told = after(damaged, { is: 'replace' });
		expect(wrote(after(told, [200, '"2"', '{"format":']))).toMatchObject({
			condition: { tag: '"2"' },
		});
		expect(wrote(after(told, [200, '"2"', '{"form']))).toBeUndefined();
		expect(asks(after(told, [200, '"3"', text(theirs)]))).toEqual(['wait']);
	});

	test('is removed in the version that was just read', () => {
		const at = after(inStep(), { is: 'remove' }, [200, '"2"', text(theirs)]);
		expect(at.commands).toEqual([{ do: 'remove', condition: { tag: '"2"' } }]);
		expect(report(after(at, [204]).state).is).toBe('removed');
		expect(report(after(at, [403]).state).trouble?.kind).toBe('forbidden');
		expect(after(at, [403]).state.purpose).toBe('join');
	});

	test('is left, and nothing happens any more', () => {
		const left = after(inStep(), { is: 'leave' });
		expect(asks(left)).toEqual(['rest']);
		expect(asks(after(left, { is: 'edited', local: mine }, due, { is: 'shown' }))).toEqual([]);
	});

	test('is left by who deletes the project, and deletes nobody else’s', () => {
		const local = setDeleted(theirs, true, later);
		expect(report(after(inStep(), { is: 'edited', local }).state).is).toBe('left');
		const from = after(join(theirs), [200, '"1"', text(local)]);
		expect(asks(from)).toEqual(['wait']);
		expect(from.state.local).toEqual(theirs);
	});
});

describe('waiting', () => {
	const inStep = (state: Partial<SyncState> = {}) => {
		const at = after(join(theirs), [200, '"1"', text(theirs)]);
		return { ...at, state: { ...at.state, ...state } };
	};

	test('never has two requests in flight', () => {
		for (const is of ['shown', 'hidden', 'retry', 'signed-in', 'replace', 'due', 'remove'] as const)
			expect(asks(step(join().state, { is }))).toEqual([]);
		expect(asks(step(join().state, { is: 'edited', local: theirs }))).toEqual([]);
	});

	test('sends ticks that follow one another together, without looking first', () => {
		const one = after(inStep(), { is: 'edited', local: mine });
		const two = after(one, { is: 'edited', local: addNote(mine, 'a', 'n', 'x', later) });
		expect([asks(one), asks(two), asks(after(two, due))]).toEqual([['wait'], [], ['write']]);
	});

	test('looks at once when the page comes to the front, and not while it is hidden', () => {
		expect(asks(after(inStep(), { is: 'hidden' }))).toEqual(['rest']);
		expect(asks(after(inStep(), { is: 'hidden' }, { is: 'shown' }))).toEqual(['read']);
	});

	test('still sends what is there when the page is hidden', () => {
		const at = after(inStep(), { is: 'hidden' }, { is: 'edited', local: mine });
		expect([asks(at), asks(after(at, due))]).toEqual([['wait'], ['write']]);
	});

	test('does not try a password again by itself, but a session', () => {
		const refused = after(join(), [401]);
		expect(asks(after(refused, { is: 'shown' }))).toEqual([]);
		expect(asks(after(refused, { is: 'signed-in' }))).toEqual(['read']);
		const session = after(begin({ local: mine, isSession: true }), [401]);
		expect(asks(after(session, { is: 'shown' }))).toEqual(['read']);
	});
});
