import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ledger } from '../../src/model/schema.ts';
import { files, index, items, languages, passages, playbook, reading } from './playbook.ts';

test('the content has no error, and every item is in the ledger', () => {
	expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(items.filter(({ no }) => no === '')).toEqual([]);
});

test('it has 337 items in nine teams and three lists, in two languages', () => {
	expect(items).toHaveLength(337);
	expect(index.teams).toHaveLength(9);
	expect(index.lists).toHaveLength(3);
	expect(languages).toEqual(['en', 'zh-CN']);
	expect(playbook.languages.filter(({ complete }) => !complete)).toEqual([]);
});

test('every id of the first edition is an item, or the ledger says what became of it', () => {
	const first = readFileSync(new URL('ids.txt', import.meta.url), 'utf8')
		.trim()
		.split('\n');
	expect(first).toHaveLength(337);
	expect(first).toEqual([...new Set(first)].sort());
	const ledger = parse(files.get('content/ledger.yaml') ?? '') as Ledger;
	const accounted = new Set([
		...items.map(({ id }) => id),
		...Object.values(ledger).flatMap((entry) => entry['renamed-from'] ?? []),
		...Object.keys(ledger).filter((id) => ledger[id]?.retired),
	]);
	expect(first.filter((id) => !accounted.has(id))).toEqual([]);
});

test.each(playbook.teams.map((team) => [team.id, team] as const))(
	'%s has 8 to 10 essential items, and what a page of its kind shows',
	(_, team) => {
		const essential = team.items.filter(({ level }) => level === 'essential').length;
		expect(essential).toBeGreaterThanOrEqual(8);
		expect(essential).toBeLessThanOrEqual(10);
		expect(Object.keys(team.formatNotes).sort()).toEqual(
			playbook.formats.map(({ id }) => id).sort(),
		);
		expect(team.roles.map(({ id }) => id)).toContain(team.lead);
		expect(team.firstHour).toHaveLength(3);
		expect(team.questions.length).toBeGreaterThanOrEqual(5);
		expect(team.questions.length).toBeLessThanOrEqual(6);
		expect(team.kpis.filter(({ example }) => !example).map(({ id }) => id)).toEqual([]);
		expect(team.smallShop).toBeDefined();
	},
);

test('every text is there in every language', () => {
	expect(passages.length).toBeGreaterThan(2000);
	expect(passages.filter(({ en, zh }) => !en.trim() || !zh.trim())).toEqual([]);
});
