import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { base, fileAt, pages } from './site.ts';

type Text = Record<string, string>;
interface Published {
	format: string;
	version: number;
	languages: { id: string }[];
	teams: { id: string; kind: string; items: { id: string; no: string; title: Text }[] }[];
}

const json = (file: string) =>
	JSON.parse(fileAt(`${base}api/${file}`)?.toString() ?? 'null') as unknown;
const playbook = json('playbook.json') as Published;
const items = playbook.teams.flatMap((team) => team.items);

test('the published playbook keeps to the published schema', () => {
	const schema = json('playbook.schema.json') as object;
	const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
	validate(playbook);
	expect(validate.errors).toBeNull();
});

test('the schema refuses a playbook that is damaged', () => {
	const validate = new Ajv2020({ strict: true }).compile(json('playbook.schema.json') as object);
	const [first] = playbook.teams;
	expect(validate({ ...playbook, version: 2 })).toBe(false);
	expect(validate({ ...playbook, teams: [{ ...first, items: [{ id: 'x' }] }] })).toBe(false);
});

test('it says what it is', () => {
	expect(playbook).toMatchObject({ format: 'commerce-team-playbook/playbook', version: 1 });
});

test('it has nine teams, three lists and all 337 items with ids and numbers of their own', () => {
	expect(playbook.teams.filter(({ kind }) => kind === 'team')).toHaveLength(9);
	expect(playbook.teams.filter(({ kind }) => kind === 'cross-team')).toHaveLength(3);
	expect(items).toHaveLength(337);
	expect(new Set(items.map(({ id }) => id)).size).toBe(337);
	expect(new Set(items.map(({ no }) => no)).size).toBe(337);
});

test('every item has its title in every language, and its place on a page', () => {
	const languages = playbook.languages.map(({ id }) => id);
	const bare = items.filter(({ title }) => languages.some((id) => !title[id]));
	expect(bare.map(({ id }) => id)).toEqual([]);
	const all = pages.map(({ html }) => html).join('\n');
	expect(items.filter(({ id }) => !all.includes(`id="${id}"`)).map(({ id }) => id)).toEqual([]);
});
