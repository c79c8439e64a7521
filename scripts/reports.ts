/** What the test runners' own reports say, in one form: numbers, and names of all that did not simply pass. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Count {
	passed: number;
	failed: number;
	/** The tests that failed, where the tool names them. */
	names?: string[];
	/** Those that did not run: nobody is to believe that they passed. */
	skipped?: string[];
	/** Those that passed at the second try: no reason to hold work back, and a fault to be mended. */
	flaky?: string[];
	/** What else the end of the log must not be silent about. */
	notes?: string[];
}

export interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		status: string;
		message?: string;
		assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
	}[];
}

export interface PlaywrightSuite {
	specs: {
		title: string;
		file: string;
		line: number;
		tests: { status: string; results: { error?: { message?: string } }[] }[];
	}[];
	suites?: PlaywrightSuite[];
}

export interface PlaywrightReport {
	stats: { expected: number; flaky: number; unexpected: number };
	suites: PlaywrightSuite[];
}

export function vitestCount({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	const is = (wanted: string) => tests.filter(({ status }) => status === wanted);
	const named = (some: typeof tests) =>
		some.map(({ fullName, failureMessages }) => fullName + because(failureMessages?.[0]));
	// It broke before a test could: while it was loaded, or before all of its tests.
	const broken = testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
	);
	const files = broken.map(({ name, message }) => relative('.', name) + because(message));
	return {
		passed: numPassedTests,
		failed: numFailedTests,
		names: [...files, ...named(is('failed'))],
		skipped: tests
			.filter(({ status }) => !['passed', 'failed'].includes(status))
			.map(({ fullName }) => fullName),
		// The report has no word for it, and keeps what the first try failed of.
		flaky: named(is('passed').filter(({ failureMessages = [] }) => failureMessages.length > 0)),
	};
}

export function playwrightCount({ stats, suites }: PlaywrightReport): Count {
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		names: titles(suites, 'unexpected'),
		skipped: titles(suites, 'skipped'),
		flaky: titles(suites, 'flaky'),
	};
}

/** Of the tests in these suites those that ended so. */
function titles(suites: readonly PlaywrightSuite[], status: string): string[] {
	return suites.flatMap(({ specs, suites = [] }) => [
		...specs.flatMap(({ title, file, line, tests }) => {
			const test = tests.find((one) => one.status === status);
			const error = test?.results.find((result) => result.error)?.error;
			return test ? `${file}:${line} ${title}${because(error?.message)}` : [];
		}),
		...titles(suites, status),
	]);
}

/** The start of an error's message on one line, without colours and stack: enough to know which it was. */
function because(message: string | undefined): string {
	const said = stripVTControlCharacters(message ?? '').replace(/\n\s+at [^]*/, '');
	const text = said.replace(/\s+/g, ' ');
	return text && ` (${text.slice(0, 240)})`;
}
