import { expect, test } from 'vitest';
import { indexOf, roleKey } from './playbook.ts';
import { changed, paths, playbookOf, smallPlaybook } from './testing.ts';

const playbook = playbookOf(smallPlaybook());
const index = indexOf(playbook);

test.each([
	['print-lead', 'warehouse', 'warehouse/print-lead'],
	['it/lead', 'warehouse', 'it/lead'],
])('owner %s in %s is %s', (owner, team, key) => {
	expect(roleKey(owner, team)).toBe(key);
});

test('owners are team/role and items have their short number', () => {
	const all = index.items.map(({ item, team }) => [item.no, item.owner, team.id]);
	expect(all).toEqual([
		['M-1', 'marketing/planner', 'marketing'],
		['W-1', 'warehouse/manager', 'warehouse'],
		['W-2', 'warehouse/print-lead', 'warehouse'],
		['LD-1', 'warehouse/print-lead', 'launch-day'],
	]);
});

test('an item that is not in the ledger yet has no number', () => {
	const line = 'ld-first-page: { no: LD-1, added: 2026-11-22 }\n';
	const fresh = playbookOf(changed(smallPlaybook(), paths.ledger, line, ''));
	expect(indexOf(fresh).item('ld-first-page').item.no).toBe('');
});

test('a team without a short name is shown by its name', () => {
	expect(index.team('warehouse').shortName).toEqual({ en: 'Warehouse', 'zh-CN': '仓储' });
	expect(index.team('marketing').shortName).toEqual(index.team('marketing').name);
});

test('teams come in the order of playbook.yaml, then the lists', () => {
	expect(playbook.teams.map(({ id }) => id)).toEqual(['marketing', 'warehouse', 'launch-day']);
	const turned = changed(
		smallPlaybook(),
		paths.playbook,
		'[marketing, warehouse]',
		'[warehouse, marketing]',
	);
	expect(playbookOf(turned).teams.map(({ id }) => id)).toEqual([
		'warehouse',
		'marketing',
		'launch-day',
	]);
	expect(index.teams.map(({ id }) => id)).toEqual(['marketing', 'warehouse']);
	expect(index.lists.map(({ id }) => id)).toEqual(['launch-day']);
});

test('hidden items and the field itself are gone', () => {
	const files = changed(smallPlaybook(), paths.warehouse, 'repeat: weekly', 'hidden: true');
	const edition = indexOf(playbookOf(files));
	expect(edition.items.map(({ item }) => item.id)).not.toContain('wh-print-hour');
	expect(() => edition.item('wh-print-hour')).toThrow('The playbook has no item "wh-print-hour".');
	expect(index.items.every(({ item }) => !('hidden' in item))).toBe(true);
});

test('lookups find by id', () => {
	expect(index.item('wh-print-hour')).toMatchObject({
		item: { id: 'wh-print-hour' },
		team: { id: 'warehouse' },
	});
	expect(index.role('warehouse/print-lead').role.name.en).toBe('Print lead');
	expect(index.source('label-speed').kind).toBe('guide');
	expect(index.handoff('stock-report')).toMatchObject({ from: 'warehouse', to: 'marketing' });
	expect(index.handoffs).toHaveLength(1);
	expect(index.givers('stock-report').map(({ id }) => id)).toEqual(['wh-stock-list']);
	expect(index.takers('stock-report').map(({ id }) => id)).toEqual(['mkt-stock-check']);
	expect(index.givers('nothing')).toEqual([]);
});

test.each(['team', 'item', 'role', 'handoff', 'source'] as const)(
	'an unknown %s is an error, not undefined',
	(kind) => {
		expect(() => index[kind]('nobody')).toThrow(`The playbook has no ${kind} "nobody".`);
	},
);

test('the lookups are made once', () => {
	expect(indexOf(playbook)).toBe(index);
	expect(indexOf(playbookOf(smallPlaybook()))).not.toBe(index);
});

test('the playbook is plain data', () => {
	expect(JSON.parse(JSON.stringify(playbook))).toEqual(playbook);
});

test('lines at the foot are none, or each with its text and perhaps a link', () => {
	expect(playbook.footer).toEqual([]);
	const filed = changed(
		smallPlaybook(),
		paths.playbook,
		'lists: [launch-day]',
		`lists: [launch-day]
footer:
  - { text: { en: Filing 1, zh-CN: 备案 1 }, url: "https://beian.example/" }
  - text: { en: Run by the shop team, zh-CN: 由网店团队维护 }`,
	);
	expect(playbookOf(filed).footer).toEqual([
		{ text: { en: 'Filing 1', 'zh-CN': '备案 1' }, url: 'https://beian.example/' },
		{ text: { en: 'Run by the shop team', 'zh-CN': '由网店团队维护' } },
	]);
});
