import { describe, expect, test } from 'vitest';
import type { ItemFacts } from './item.ts';
import type { ProjectFacts } from './project.ts';
import { applies, type Reason } from './scope.ts';
import { item, later, project, withStatus } from './testing.ts';

type Case = [string, Partial<ItemFacts>, Partial<ProjectFacts>, Reason | true];

const cross = { kind: 'cross-team', team: 'launch-day', teams: ['it', 'warehouse'] } as const;

const cases: Case[] = [
	[
		'everything in a new project',
		{ level: 'further', markets: ['eu'], formats: ['remote'] },
		{},
		true,
	],
	['no hidden item', { hidden: true }, {}, 'hidden'],
	['an item that is not hidden', { hidden: false }, {}, true],
	['essential items at level essential', {}, { level: 'essential' }, true],
	['no further items at level essential', { level: 'further' }, { level: 'essential' }, 'level'],
	['further items at level all', { level: 'further' }, { level: 'all' }, true],
	['items of everywhere in any market', {}, { markets: ['eu'] }, true],
	['items of everywhere in no market', {}, { markets: [] }, true],
	['items of one of its markets', { markets: ['us', 'eu'] }, { markets: ['eu', 'cn'] }, true],
	['no items of other markets', { markets: ['us'] }, { markets: ['eu', 'cn'] }, 'market'],
	['no items of a market where it has none', { markets: ['us'] }, { markets: [] }, 'market'],
	['items of a team it has', {}, { teams: { warehouse: true } }, true],
	['no items of a team taken out', {}, { teams: { warehouse: false } }, 'team'],
	['items of a team that is not named', {}, { teams: { data: false } }, true],
	['cross-team items with a team taken out', cross, { teams: { 'launch-day': false } }, true],
	['items of one of its lists', {}, { lists: ['onboarding', 'warehouse'] }, true],
	['no items of other lists', {}, { lists: ['onboarding'] }, 'list'],
	['cross-team items of its lists', cross, { lists: ['launch-day'] }, true],
	['no items without any list', {}, { lists: [] }, 'list'],
	['items of any format for a team of any', { formats: ['remote'] }, { formats: { it: [] } }, true],
	[
		'items of the format of the team',
		{ formats: ['remote', 'third-party'] },
		{ formats: { warehouse: ['third-party'] } },
		true,
	],
	[
		'no items of other formats',
		{ formats: ['remote'] },
		{ formats: { warehouse: ['co-located'] } },
		'format',
	],
	['items without format for a staffed team', {}, { formats: { warehouse: ['co-located'] } }, true],
	[
		'cross-team items where one team has the format',
		{ ...cross, formats: ['remote'] },
		{ formats: { it: ['co-located'], warehouse: ['remote'] } },
		true,
	],
	[
		'cross-team items where one team may have any',
		{ ...cross, formats: ['remote'] },
		{ formats: { it: ['co-located'] } },
		true,
	],
	[
		'no cross-team items where no team has the format',
		{ ...cross, formats: ['remote'] },
		{ formats: { it: ['co-located'], warehouse: ['third-party'] } },
		'format',
	],
	[
		'no cross-team items for the format of a team taken out',
		{ ...cross, formats: ['remote'] },
		{ formats: { it: ['co-located'], warehouse: ['remote'] }, teams: { warehouse: false } },
		'format',
	],
	[
		'cross-team items of any format without teams',
		{ ...cross, formats: ['remote'] },
		{ formats: { it: ['co-located'] }, teams: { it: false, warehouse: false } },
		true,
	],
];

describe('a project takes', () => {
	test.each(cases)('%s', (_, facts, projectFacts, expected) => {
		const answer = applies(item(facts), project(projectFacts));
		expect(answer).toEqual(
			expected === true ? { applies: true } : { applies: false, because: expected },
		);
	});
});

test('gives the broadest reason first', () => {
	const odd = item({ hidden: true, level: 'further', markets: ['us'], formats: ['remote'] });
	const narrow = project({
		lists: ['it'],
		teams: { warehouse: false },
		level: 'essential',
		markets: ['eu'],
		formats: { warehouse: ['third-party'] },
	});
	const reasons: unknown[] = [];
	let [facts, doc] = [odd, narrow];
	const widen: (() => void)[] = [
		() => (facts = { ...facts, hidden: false }),
		() => (doc = { ...doc, lists: [null, later] }),
		() => (doc = { ...doc, teams: {} }),
		() => (doc = { ...doc, level: ['all', later] }),
		() => (doc = { ...doc, markets: [null, later] }),
		() => (doc = { ...doc, formats: {} }),
	];
	for (const step of widen) {
		reasons.push((applies(facts, doc) as { because?: Reason }).because);
		step();
	}
	expect(reasons).toEqual(['hidden', 'list', 'team', 'level', 'market', 'format']);
	expect(applies(facts, doc)).toEqual({ applies: true });
});

test('does not count a skipped item as out of scope', () => {
	expect(applies(item(), withStatus(project(), 'wh-one', 'skipped'))).toEqual({ applies: true });
});
