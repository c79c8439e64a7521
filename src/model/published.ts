/** The playbook as it is published at `/api/playbook.json`, and the schema it keeps to. */
import { z } from 'zod';
import type { Item, Playbook } from './playbook.ts';
import { levels, rhythms } from './schema.ts';

export const publishedFormat = 'commerce-team-playbook/playbook';
export const publishedVersion = 1;

/** The published document: no glossary and no interface, everything else with all its languages. */
export function publish(playbook: Playbook) {
	const { id, version, title, languages, phases, formats, markets, sources } = playbook;
	return {
		format: publishedFormat,
		version: publishedVersion,
		id,
		edition: version,
		title,
		languages,
		phases,
		formats,
		markets,
		teams: playbook.teams.map(({ items, ...team }) => ({ ...team, items: items.map(publishItem) })),
		sources,
	};
}

/** Without lists that are empty: of very many items they would be a quarter of the file. */
function publishItem(item: Item) {
	const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
	return Object.fromEntries(Object.entries(item).filter(([, value]) => !isEmpty(value)));
}

/** A JSON Schema (draft 2020-12) for playbooks in the languages of this one. */
export function publishedSchema(playbook: Pick<Playbook, 'languages'>) {
	const first = playbook.languages[0]?.id ?? 'en';
	const text = z
		.partialRecord(z.enum(playbook.languages.map(({ id }) => id)), z.string())
		.describe(`A text by language; ${first} is always there`);
	const id = z.string().describe('Permanent; lower-case words joined by hyphens');
	const ids = z.array(id);
	const some = ids.optional().describe('Absent when there is none');
	const named = z.object({ id, name: text });
	const item = z.object({
		id,
		no: z.string().describe('Short number for people: W-15'),
		title: text,
		why: text,
		doneWhen: text,
		note: text.optional(),
		owner: z.string().describe('team/role'),
		phase: id,
		due: z.int().describe('Days from launch'),
		startOffset: z.int().optional().describe("Days from a newcomer's first day"),
		repeat: z.enum(rhythms).optional(),
		level: z.enum(levels),
		formats: some,
		markets: some,
		gives: some,
		takes: some,
		with: some,
		sources: some,
		rev: z.int(),
		changes: z.array(z.object({ rev: z.int(), date: z.string(), what: text })).optional(),
	});
	const team = z.object({
		id,
		kind: z.enum(['team', 'cross-team']),
		prefix: z.string(),
		code: z.string(),
		lead: id.optional(),
		name: text,
		shortName: text,
		purpose: text,
		firstHour: z.array(text),
		statements: z.array(z.object({ id, text })),
		formatNotes: z.record(z.string(), text),
		smallShop: text.optional(),
		roles: z.array(named.extend({ responsibility: text })),
		kpis: z.array(
			named.extend({
				formula: text,
				unit: text,
				better: z.enum(['up', 'down']),
				note: text.optional(),
				example: text.optional(),
				sources: ids,
			}),
		),
		handoffs: z
			.array(
				z.object({
					id,
					from: id,
					to: id,
					due: z.int().optional(),
					what: text,
					when: text,
					without: text,
				}),
			)
			.describe('What it gives to others'),
		story: z.object({
			id,
			origin: z.enum(['brief', 'derived']),
			handoffs: ids,
			title: text,
			whatHappened: text,
			lesson: text,
		}),
		questions: z.array(text),
		items: z.array(item),
	});
	const published = z.object({
		format: z.literal(publishedFormat),
		version: z.literal(publishedVersion),
		id,
		edition: z.string(),
		title: text,
		languages: z.array(
			z.object({ id: z.string(), name: z.string(), path: z.string(), complete: z.boolean() }),
		),
		phases: z.array(named.extend({ question: text })),
		formats: z.array(named),
		markets: z.array(named),
		teams: z.array(team),
		sources: z.array(
			z.object({
				id,
				kind: z.enum(['law', 'standard', 'guide']),
				market: id.optional(),
				url: z.string(),
				also: z.string().optional(),
				read: z.enum(['yes', 'secondary']),
				checked: z.string(),
				title: text,
				supports: text,
				doubt: text.optional(),
			}),
		),
	});
	return z.toJSONSchema(published);
}
