import { expect, test } from 'vitest';
import { readContent } from '../content.ts';
import { changed, expectFault, paths, playbookOf, smallPlaybook, type Fault } from '../testing.ts';

const printHour = 'items › wh-print-hour';
const stockCheck = 'items › mkt-stock-check';

test('the small playbook has no fault', () => {
	expect(readContent(smallPlaybook(), { strictLedger: true }).problems).toEqual([]);
});

const names: Fault[] = [
	{
		rule: 'phase',
		file: 'warehouse',
		from: 'phase: prepare\n    due: -21',
		to: 'phase: prepair\n    due: -21',
		at: 'prepair',
		field: `${printHour} › phase`,
		message: 'no phase is called "prepair"',
		mend: 'Did you mean "prepare"? Known: prepare, launch.',
	},
	{
		rule: 'format',
		file: 'warehouse',
		from: '[co-located]',
		to: '[colocated]',
		at: 'colocated',
		field: `${printHour} › formats › no. 1`,
		message: 'no format is called "colocated"',
		mend: 'Did you mean "co-located"? Known: co-located, third-party.',
	},
	{
		rule: 'format of a note',
		file: 'warehouse',
		from: '  co-located: {',
		to: '  remote: {',
		at: 'remote: {',
		field: 'format-notes › remote',
		message: 'no format is called "remote"',
		mend: 'Correct the name or add the format. Known: co-located, third-party.',
	},
	{
		rule: 'market',
		file: 'warehouse',
		from: '[eu]',
		to: '[fr]',
		at: 'fr]',
		field: `${printHour} › markets › no. 1`,
		message: 'no market is called "fr"',
		mend: 'Correct the name or add the market. Known: eu, us.',
	},
	{
		rule: 'market of a law',
		file: 'sources',
		from: 'market: eu',
		to: 'market: eur',
		at: 'eur',
		field: 'price-law › market',
		message: 'no market is called "eur"',
		mend: 'Did you mean "eu"? Known: eu, us.',
	},
	{
		rule: 'source of an item',
		file: 'warehouse',
		from: 'sources: [label-speed]\n    en:\n',
		to: 'sources: [lable-speed]\n    en:\n',
		at: 'lable-speed',
		field: `${printHour} › sources › no. 1`,
		message: 'no source is called "lable-speed"',
		mend: 'Did you mean "label-speed"? Known: label-speed, price-law.',
	},
	{
		rule: 'source of a KPI',
		file: 'warehouse',
		from: 'better: up\n    sources: [label-speed]',
		to: 'better: up\n    sources: [dock-study]',
		at: 'dock-study',
		field: 'kpis › on-time › sources › no. 1',
		message: 'no source is called "dock-study"',
		mend: 'Correct the name or add the source. Known: label-speed, price-law.',
	},
	{
		rule: 'role that owns an item',
		file: 'warehouse',
		from: 'owner: print-lead',
		to: 'owner: printlead',
		at: 'printlead',
		field: `${printHour} › owner`,
		message: 'no role is called "printlead"',
		mend: 'Did you mean "print-lead"? Known: manager, print-lead.',
	},
	{
		rule: 'role of another team that owns an item',
		file: 'launchDay',
		from: 'owner: warehouse/print-lead',
		to: 'owner: warehouse/print-led',
		at: 'warehouse/print-led',
		field: 'items › ld-first-page › owner',
		message: 'no role is called "warehouse/print-led"',
		mend: 'Did you mean "warehouse/print-lead"? Known: launch-day/commander, marketing/planner, warehouse/manager, warehouse/print-lead.',
	},
	{
		rule: 'role that leads the team',
		file: 'warehouse',
		from: 'lead: manager',
		to: 'lead: boss',
		at: 'boss',
		field: 'lead',
		message: 'no role is called "boss"',
		mend: 'Correct the name or add the role. Known: manager, print-lead.',
	},
	{
		rule: 'team worked with',
		file: 'warehouse',
		from: 'with: [marketing]',
		to: 'with: [markting]',
		at: 'markting',
		field: `${printHour} › with › no. 1`,
		message: 'no team or list is called "markting"',
		mend: 'Did you mean "marketing"? Known: launch-day, marketing, warehouse.',
	},
	{
		rule: 'handoff an item gives',
		file: 'warehouse',
		from: 'gives: [stock-report]',
		to: 'gives: [stock-reports]',
		at: 'stock-reports',
		field: 'items › wh-stock-list › gives › no. 1',
		message: 'no handoff is called "stock-reports"',
		mend: 'Did you mean "stock-report"? Known: stock-report.',
	},
	{
		rule: 'handoff of a story',
		file: 'warehouse',
		from: 'handoffs: [stock-report]',
		to: 'handoffs: [weather-report]',
		at: 'weather-report',
		field: 'story › handoffs › no. 1',
		message: 'no handoff is called "weather-report"',
		mend: 'Correct the name or add the handoff. Known: stock-report.',
	},
	{
		rule: 'glossary entry',
		file: 'glossary',
		from: 'see: [label]',
		to: 'see: [lable]',
		at: 'lable',
		field: 'packing-slip › see › no. 1',
		message: 'no glossary entry is called "lable"',
		mend: 'Did you mean "label"? Known: packing-slip, label.',
	},
];

test.each(names)('what is named must exist: $rule', expectFault);

const handoffs: Fault[] = [
	{
		rule: 'goes to no team',
		others: true,
		file: 'warehouse',
		from: 'to: marketing',
		to: 'to: sales',
		at: 'sales',
		field: 'handoffs › stock-report › to',
		message: 'no team or list is called "sales"',
		mend: 'Correct the name or add the team or list. Known: launch-day, marketing, warehouse.',
	},
	{
		rule: 'goes to its own team',
		others: true,
		file: 'warehouse',
		from: 'to: marketing',
		to: 'to: warehouse',
		at: 'warehouse\n    due: -14',
		field: 'handoffs › stock-report › to',
		message: 'a team cannot hand over to itself',
		mend: 'Name the team that receives it, or make it an item of this team.',
	},
	{
		rule: 'taken by a team it does not go to',
		file: 'launchDay',
		from: 'owner: warehouse/print-lead',
		to: 'owner: warehouse/print-lead\n    takes: [stock-report]',
		at: 'stock-report',
		field: 'items › ld-first-page › takes › no. 1',
		message:
			'"stock-report" goes from warehouse to marketing; launch-day is not the one that receives it',
		mend: 'Name a handoff that launch-day receives, or list the team under "with:" instead.',
	},
	{
		rule: 'given by a team it does not come from',
		file: 'marketing',
		from: 'takes: [stock-report]',
		to: 'takes: [stock-report]\n    gives: [stock-report]',
		at: 'stock-report]\n    en:',
		field: `${stockCheck} › gives › no. 1`,
		message:
			'"stock-report" goes from warehouse to marketing; marketing is not the one that gives it',
		mend: 'Name a handoff that marketing gives, or list the team under "with:" instead.',
	},
	{
		rule: 'an item is due before the handoff it takes',
		file: 'marketing',
		from: 'due: -7',
		to: 'due: -20',
		at: '-20',
		field: `${stockCheck} › due`,
		message:
			'is due 20 days before launch, before the handoff "stock-report" it waits for (14 days before launch)',
		mend: 'Make it due on day -14 or later, or bring the handoff forward in content/teams/warehouse.yaml.',
	},
	{
		rule: 'nobody gives it',
		severity: 'doubt',
		file: 'warehouse',
		from: '    gives: [stock-report]\n',
		to: '',
		at: 'id: stock-report',
		field: 'handoffs › stock-report',
		message: 'no item of warehouse gives it',
		mend: 'Add "gives: [stock-report]" to the item of warehouse that delivers it.',
	},
	{
		rule: 'nobody takes it',
		severity: 'doubt',
		file: 'marketing',
		from: '    takes: [stock-report]\n',
		to: '',
		in: 'warehouse',
		at: 'id: stock-report',
		field: 'handoffs › stock-report',
		message: 'no item of marketing takes it',
		mend: 'Add "takes: [stock-report]" to the item of marketing that waits for it.',
	},
	{
		rule: 'given after it is due',
		severity: 'doubt',
		file: 'warehouse',
		from: 'due: -15',
		to: 'due: 0',
		at: 'id: stock-report',
		field: 'handoffs › stock-report',
		message: 'is due 14 days before launch, but the first item that gives it is due on launch day',
		mend: 'Bring the item forward or put the handoff later.',
	},
];

test.each(handoffs)('handoffs: $rule', expectFault);

test('an item may be due on the day of the handoff it takes, and a handoff may have no day', () => {
	const same = changed(smallPlaybook(), paths.marketing, 'due: -7', 'due: -14');
	const none = changed(same, paths.warehouse, '    due: -14\n', '');
	expect(readContent(same).problems).toEqual([]);
	expect(readContent(none).problems).toEqual([]);
});

test('an owner may be a role of another team', () => {
	expect(playbookOf(smallPlaybook()).teams[2]?.items[0]?.owner).toBe('warehouse/print-lead');
});
