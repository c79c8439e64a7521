import { expect, test } from 'vitest';
import type { Text } from '../../src/model/schema.ts';
import { index, languages, ownData, playbook } from './playbook.ts';

interface Fact {
	/** One line, in our words. */
	fact: string;
	/** Where the playbook carries it. */
	where: string[];
	/** Lower-case stems that must occur in the English text of these places. */
	words: string[];
}

const facts = ownData<Record<string, Fact>>('facts.yaml');

/** The texts at a place: `item wh-x`, `role it/tester`, `marketing purpose`, `it format-note remote`. */
function textsAt(place: string): (Text | undefined)[] {
	const [kind = '', name = '', part = ''] = place.split(' ');
	if (name === 'purpose') return [index.team(kind).purpose];
	if (name === 'format-note') return [index.team(kind).formatNotes[part]];
	switch (kind) {
		case 'item': {
			const { item } = index.item(name);
			return [item.title, item.why, item.doneWhen, ...(item.note ? [item.note] : [])];
		}
		case 'role': {
			const { role } = index.role(name);
			return [role.name, role.responsibility];
		}
		case 'handoff': {
			const { what, when, without } = index.handoff(name);
			return [what, when, without];
		}
		case 'story': {
			const { title, whatHappened, lesson } = index.team(name).story;
			return [title, whatHappened, lesson];
		}
		case 'statement': {
			const all = playbook.teams.flatMap(({ statements }) => statements);
			return [all.find(({ id }) => id === name)?.text];
		}
		case 'kpi': {
			const [team = '', id] = name.split('/');
			const kpi = index.team(team).kpis.find((one) => one.id === id);
			return [kpi?.name, kpi?.formula];
		}
		default:
			throw new Error(`"${place}" is not a place`);
	}
}

test('the facts F01 to F112 are listed', () => {
	const numbers = Array.from({ length: 112 }, (_, i) => `F${String(i + 1).padStart(2, '0')}`);
	expect(Object.keys(facts)).toEqual(numbers);
});

test.each(Object.entries(facts))('%s is carried', (_, { fact, where, words }) => {
	expect(fact).not.toBe('');
	expect(where.length).toBeGreaterThan(0);
	for (const place of where)
		for (const text of textsAt(place))
			for (const language of languages)
				expect(text?.[language]?.trim(), `${place} in ${language}`).toBeTruthy();

	const english = where
		.flatMap(textsAt)
		.map((text) => text?.['en'])
		.join('\n')
		.toLowerCase();
	expect(words.length).toBeGreaterThan(0);
	expect(words.length).toBeLessThanOrEqual(3);
	expect(words.filter((word) => !english.includes(word))).toEqual([]);
});
