import { expect, test } from 'vitest';
import { authorization, secretFault } from './shared.ts';

test('a token is sent as it was given, with or without the word before it', () => {
	expect(authorization('bearer', ' abc.def-1_2~3+4/5== ')).toBe('Bearer abc.def-1_2~3+4/5==');
	expect(authorization('bearer', 'Bearer  abc')).toBe('Bearer abc');
	expect(authorization('basic', 'pass:wörd', 'ann')).toBe('Basic YW5uOnBhc3M6d8O2cmQ=');
	expect([authorization('open', 'x'), authorization('session', 'x')]).toEqual([null, null]);
});

test.each([
	['bearer', 'abc==', '', null],
	['bearer', ' ', '', 'no-token'],
	['bearer', 'Bearer ', '', 'no-token'],
	['bearer', '“abc”', '', 'token'],
	['bearer', 'ab c', '', 'token'],
	['bearer', 'ab\nc', '', 'token'],
	['basic', 'secret', '', 'no-user'],
	['basic', '', 'ann', null],
	['open', '', '', null],
	['session', '', '', null],
] as const)('what is typed for %s is looked at first: %j', (signIn, secret, user, fault) => {
	expect(secretFault(signIn, secret, user)).toBe(fault);
});
