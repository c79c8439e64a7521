import { describe, expect, test } from 'vitest';
import { listNewIds, teamIds } from './new-ids.ts';

const ledger = `# Kept for ever.

wh-scan: {no: W-1, added: 2026-11-22}
wh-fax: {no: W-7, added: 2026-11-22, retired: 2027-01-05, why: Nobody has a fax.} # gone
# Launch day.
ld-room: { no: LD-1, added: 2026-11-22 }
`;
const warehouse = (...items: string[]) => ({ code: 'W', items });
const launchDay = { code: 'LD', items: ['ld-room'] };
const list = (...teams: { code: string; items: string[] }[]) =>
	listNewIds(ledger, [...teams, launchDay], '2027-02-01');

describe('listing new ids', () => {
	test('leaves the ledger as it is when nothing is new', () => {
		expect(list(warehouse('wh-scan'))).toEqual({ text: ledger, added: [], waiting: [], gone: [] });
	});

	test('gives the next number of the team, above those of retired items, with the date', () => {
		const { text, added } = list(warehouse('wh-scan', 'wh-belt', 'wh-dock'));
		expect(added).toEqual([
			{ id: 'wh-belt', no: 'W-8' },
			{ id: 'wh-dock', no: 'W-9' },
		]);
		expect(text).toBe(
			ledger.replace(
				'# gone\n',
				'# gone\nwh-belt: {no: W-8, added: 2027-02-01}\nwh-dock: {no: W-9, added: 2027-02-01}\n',
			),
		);
	});

	test("puts a new team's items at the end, from number 1", () => {
		const { text } = list(warehouse('wh-scan'), { code: 'X', items: ['x-one'] });
		expect(text).toBe(`${ledger}x-one: {no: X-1, added: 2027-02-01}\n`);
	});

	test('writes a first ledger, and one whose last line is not ended', () => {
		expect(listNewIds('', [launchDay], '2027-02-01').text).toBe(
			'ld-room: {no: LD-1, added: 2027-02-01}\n',
		);
		const unended = 'ld-room: {no: LD-1, added: 2026-11-22}';
		const teams = [{ code: 'LD', items: ['ld-room', 'ld-bell'] }];
		expect(listNewIds(unended, teams, '2027-02-01').text).toBe(
			`${unended}\nld-bell: {no: LD-2, added: 2027-02-01}\n`,
		);
	});

	test('keeps the number of an item that moved to another team', () => {
		const teams = [warehouse(), { code: 'LD', items: ['ld-room', 'wh-scan'] }];
		expect(listNewIds(ledger, teams, '2027-02-01')).toMatchObject({ added: [], gone: [] });
	});

	test('waits with a new id while another of its team is gone without a word', () => {
		const { text, waiting, gone } = list(warehouse('wh-scan-all'));
		expect({ text, waiting, gone }).toEqual({
			text: ledger,
			waiting: ['wh-scan-all'],
			gone: ['wh-scan'],
		});
	});

	test('gives a renamed item the number it had', () => {
		const said = `${ledger}wh-scan-all: { renamed-from: [wh-scan] }\n`;
		const teams = [warehouse('wh-scan-all'), launchDay];
		const { text, added, gone } = listNewIds(said, teams, '2027-02-01');
		expect({ added, gone }).toEqual({ added: [{ id: 'wh-scan-all', no: 'W-1' }], gone: [] });
		expect(text).toBe(
			`${ledger}wh-scan-all: {no: W-1, added: 2027-02-01, renamed-from: [wh-scan]}\n`,
		);
	});

	test('adds an id once, though two files have it', () => {
		const { added } = list(warehouse('wh-scan', 'wh-belt'), warehouse('wh-belt'));
		expect(added).toHaveLength(1);
	});
});

describe("reading a team's ids", () => {
	test('takes them as they stand, hidden ones too', () => {
		expect(teamIds('code: W\nitems:\n  - id: wh-a\n  - { id: wh-b, hidden: true }\n')).toEqual({
			code: 'W',
			items: ['wh-a', 'wh-b'],
		});
	});

	test.each([
		['broken YAML', 'code: W\nitems: ['],
		['no code', 'items:\n  - id: wh-a\n'],
		['an item without an id', 'code: W\nitems:\n  - { ip: wh-a }\n'],
		['an id that is none', 'code: W\nitems:\n  - id: WH A\n'],
		['an empty file', ''],
	])('takes nothing from %s', (_, text) => {
		expect(teamIds(text)).toBeUndefined();
	});
});
