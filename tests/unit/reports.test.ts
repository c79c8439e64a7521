import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { playwrightCount, vitestCount } from '../../scripts/reports.ts';

describe("Vitest's report", () => {
	const file = (name: string, rest: object) => ({
		name: resolve(name),
		status: 'passed',
		assertionResults: [],
		...rest,
	});
	const ended = (status: string, fullName: string, ...failureMessages: string[]) => ({
		status,
		fullName,
		failureMessages,
	});

	test('names what failed, was skipped, or passed at the second try', () => {
		const assertionResults = [
			ended('passed', 'it works'),
			ended('passed', 'it works at last', 'Error: \u001b[31mnot\u001b[39m\n  yet', 'again'),
			ended('failed', 'it breaks', 'Error: broken\n    at file:///a.ts:1:2\n    at b'),
			ended('skipped', 'no server'),
			ended('pending', 'never began'),
			ended('todo', 'to be written'),
		];
		const testResults = [file('a.test.ts', { status: 'failed', assertionResults })];
		expect(vitestCount({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
			passed: 2,
			failed: 1,
			names: ['it breaks (Error: broken)'],
			skipped: ['no server', 'never began', 'to be written'],
			flaky: ['it works at last (Error: not yet)'],
		});
	});

	test('names the file that broke before its tests', () => {
		const testResults = [
			file('tests/a.test.ts', { status: 'failed', message: 'No such module' }),
			file('tests/b.test.ts', {
				status: 'failed',
				assertionResults: [ended('skipped', 'it works')],
			}),
		];
		expect(vitestCount({ numPassedTests: 0, numFailedTests: 0, testResults })).toMatchObject({
			names: ['tests/a.test.ts (No such module)', 'tests/b.test.ts'],
			skipped: ['it works'],
		});
	});
});

test("Playwright's report names the same, with file and line, however deep", () => {
	const spec = (status: string, title: string, ...messages: string[]) => ({
		title,
		file: 'a.spec.ts',
		line: 7,
		tests: [{ status, results: messages.map((message) => ({ error: { message } })) }],
	});
	const deep = { specs: [spec('skipped', 'no Firefox'), spec('flaky', 'slow', 'Too late')] };
	const report = {
		stats: { expected: 3, flaky: 1, unexpected: 1 },
		suites: [
			{ specs: [spec('unexpected', 'broken', 'No')], suites: [{ specs: [], suites: [deep] }] },
		],
	};
	expect(playwrightCount(report)).toEqual({
		passed: 4,
		failed: 1,
		names: ['a.spec.ts:7 broken (No)'],
		skipped: ['a.spec.ts:7 no Firefox'],
		flaky: ['a.spec.ts:7 slow (Too late)'],
	});
});
