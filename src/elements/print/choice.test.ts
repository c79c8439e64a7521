import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChosen, readChoice, writeChoice, type Choice, type Known } from './choice.ts';

const known: Known = {
	teams: ['marketing', 'it', 'warehouse'],
	phases: ['set-up', 'launch'],
	languages: ['en', 'zh-CN'],
};
const item = { team: 'warehouse', phase: 'launch', level: 'further', status: 'todo' };

describe('the address of what is to be printed', () => {
	it('names only what differs from everything as ticked', () => {
		expect(writeChoice(readChoice('', known))).toBe('');
		const choice = { ...readChoice('?teams=warehouse', known), boxes: 'blank' as const };
		expect(writeChoice(choice)).toBe('?teams=warehouse&boxes=blank');
	});

	it('reads back what it wrote', () => {
		const some = (of: readonly string[]) => fc.subarray([...of]);
		const any: fc.Arbitrary<Choice> = fc.record({
			teams: some(known.teams),
			phases: some(known.phases),
			languages: fc.shuffledSubarray([...known.languages]),
			level: fc.constantFrom('all', 'essential'),
			boxes: fc.constantFrom('current', 'blank', 'open'),
			detail: fc.constantFrom('done', 'titles', 'all'),
			sign: fc.constantFrom('2', '1', '0'),
			notes: fc.constantFrom('0', '1'),
		});
		fc.assert(
			fc.property(any, (choice) => {
				expect(readChoice(writeChoice(choice), known)).toEqual(choice);
			}),
		);
	});

	it('leaves out what the playbook does not know', () => {
		const choice = readChoice('?teams=warehouse,<b>,sales&boxes=red&languages=fr,zh-CN', known);
		expect(choice).toMatchObject({ teams: ['warehouse'], boxes: 'current', languages: ['zh-CN'] });
	});
});

describe('an item on the sheets', () => {
	it.each([
		['', true],
		['?teams=warehouse', true],
		['?teams=it', false],
		['?phases=set-up', false],
		['?level=essential', false],
		['?boxes=open', true],
	])('with %j: %s', (query, expected) => {
		expect(isChosen(item, readChoice(query, known))).toBe(expected);
	});

	it.each(['done', 'skipped'])('is left out of the open ones when %s', (status) => {
		expect(isChosen({ ...item, status }, readChoice('?boxes=open', known))).toBe(false);
	});
});
