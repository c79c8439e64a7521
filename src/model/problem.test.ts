import { expect, test } from 'vitest';
import { formatProblem, formatProblems, nearest, type Problem } from './problem.ts';

const known = ['marketing', 'it', 'customer-service', 'warehouse', 'eu', 'us', 'uk', 'cn'];

test.each([
	['markting', 'marketing'],
	['Warehouse', 'warehouse'],
	['customer_services', 'customer-service'],
	['itt', 'it'],
	['eur', 'eu'],
	['finance', undefined],
	['fr', undefined],
	['x', undefined],
	['', undefined],
])('nearest to "%s" is %s', (name, found) => {
	expect(nearest(name, known)).toBe(found);
});

test('of two names the nearer counts, and an exact one most', () => {
	expect(nearest('role-b', ['role-abc', 'role-a', 'role-b'])).toBe('role-b');
	expect(nearest('roles', ['rolling', 'role'])).toBe('role');
});

const problem: Problem = {
	severity: 'error',
	file: 'content/teams/it.yaml',
	line: 12,
	column: 5,
	field: 'items › it-x › owner',
	message: 'no role is called "led"',
	mend: 'Did you mean "lead"?',
};

test('a problem is one line that editors open, and its mend', () => {
	expect(formatProblem(problem)).toBe(
		'content/teams/it.yaml:12:5  items › it-x › owner: no role is called "led"\n    → Did you mean "lead"?',
	);
});

test('a whole file has neither line nor field', () => {
	expect(
		formatProblem({ severity: 'error', file: 'a.yaml', field: '', message: 'the file is missing' }),
	).toBe('a.yaml  the file is missing');
});

test('problems are sorted by file and line', () => {
	const at = (file: string, line?: number): Problem => ({
		severity: 'error',
		file,
		...(line ? { line } : {}),
		field: '',
		message: 'wrong',
	});
	expect(formatProblems([at('b', 10), at('b', 9), at('a', 30), at('b')])).toBe(
		['a:30  wrong', 'b  wrong', 'b:9  wrong', 'b:10  wrong'].join('\n'),
	);
	expect(formatProblems([])).toBe('');
});
