import { expect, test } from 'vitest';
import type { ProjectDocument } from '../progress/project.ts';
import { countFacets, grouped, isMine, narrow, type Filters } from './facets.ts';
import { entry } from './testing.ts';

const hits = [
	entry({ anchor: 'wh-a', level: 'essential' }),
	entry({ anchor: 'wh-b', phase: 'launch', markets: ['eu'] }),
	entry({ anchor: 'it-a', team: 'it', owner: 'it/lead' }),
	entry({ anchor: 'kpi-x', kind: 'kpi', phase: '', level: '', owner: '' }),
].map((unit, i) => ({ unit, score: 10 - i }));
const project = {
	format: 'commerce-team-playbook/project',
	version: 1,
	id: 'p',
	playbook: 'x',
	teams: { it: [false, [1, 'a']] },
	markets: [['us'], [1, 'a']],
} as unknown as ProjectDocument;
const setting = { project, teams: ['warehouse', 'it'], lists: ['launch-day'] };
const left = (filters: Filters) => narrow(hits, filters, setting).map(({ unit }) => unit.anchor);

test('narrows by each facet, and by several at once', () => {
	expect(left({})).toHaveLength(4);
	expect(left({ team: 'warehouse' })).toEqual(['wh-a', 'wh-b', 'kpi-x']);
	expect(left({ team: 'warehouse', kind: 'item', phase: 'launch' })).toEqual(['wh-b']);
	expect(left({ market: 'eu' })).toEqual(['wh-b']);
	expect(left({ owner: 'it/lead' })).toEqual(['it-a']);
	expect(left({ level: 'essential' })).toEqual(['wh-a']);
});

test('"mine" is what applies to the project, as everywhere', () => {
	expect(left({ mine: true })).toEqual(['wh-a']);
	expect(hits.filter(({ unit }) => isMine(unit, { ...setting, project: null }))).toEqual([]);
});

test('a count says what choosing that value would leave', () => {
	for (const filters of [
		{},
		{ team: 'warehouse' },
		{ kind: 'item' },
		{ mine: true },
	] as Filters[]) {
		const { by, mine } = countFacets(hits, filters, setting);
		for (const facet of ['team', 'kind', 'phase'] as const)
			for (const [value, count] of by[facet])
				expect(left({ ...filters, [facet]: value })).toHaveLength(count);
		expect(left({ ...filters, mine: true })).toHaveLength(mine);
	}
});

test('groups come in the order of their best results', () => {
	expect(grouped(hits).map(([group, own]) => [group, own.length])).toEqual([
		['items', 3],
		['facts', 1],
	]);
	expect(grouped([...hits].reverse())[0]?.[0]).toBe('facts');
});
