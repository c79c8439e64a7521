import { expect, test } from 'vitest';
import { findNumber } from './number.ts';

const items = [{ no: 'W-15' }, { no: 'W-1' }, { no: 'TS-15' }, { no: 'C-115' }];

test.each([
	['W-15', '', 'W-15'],
	['w15', '', 'W-15'],
	[' w 15 ', '', 'W-15'],
	['W–015', '', 'W-15'],
	['Ｗ－１５', '', 'W-15'],
	['ts-15', 'W', 'TS-15'],
	['15', 'W', 'W-15'],
	['1', 'W', 'W-1'],
])('%j after %j is %s', (typed, code, no) => {
	expect(findNumber(typed, items, code)?.no).toBe(no);
});

test.each([
	['15', ''],
	['W-99', ''],
	['W', 'W'],
	['W-15-2', ''],
	['1W5', 'W'],
	['', 'W'],
	['仓15', ''],
])('%j after %j is refused', (typed, code) => {
	expect(findNumber(typed, items, code)).toBeUndefined();
});
