/**
 * The shape of the files in `content/`, as a playbook owner writes them (YAML, kebab-case keys),
 * and what each is read into (camelCase, every text as `{ en: …, "zh-CN": … }`).
 * One schema per kind of file. Rules that need more than one place are in `checks.ts`.
 */
import { z } from 'zod';

/** Lower-case words joined by hyphens: ids of items, teams, roles, handoffs and sources. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** How often an item comes back after it was done first. */
export const rhythms = [
	'daily',
	'weekly',
	'every-two-weeks',
	'every-sprint',
	'monthly',
	'quarterly',
	'half-yearly',
	'each-start',
	'each-leaver',
	'before-each-peak',
] as const;

export const levels = ['essential', 'further'] as const;

/** A text in each language that has it; the playbook's first language always has. */
export type Text = Record<string, string>;

/** Words of one meaning in each language that has them, for the search. */
export type Synonyms = Partial<Record<string, string[]>>;

const id = z
	.string()
	.max(64, { error: 'is longer than 64 characters' })
	.regex(idPattern, { error: 'is not an id: use lower-case letters, digits and single hyphens' });
const line = z.string().trim().min(1, { error: 'is empty' });
const date = z.iso.date({ error: 'is not a date: write it like 2027-03-01' });
const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address' });
/** Whole days from launch day: -30 is thirty days before, 0 is launch day, 7 is a week after. */
const days = z
	.int({ error: 'is not a whole number of days: -30 means 30 days before launch' })
	.min(-730, { error: 'is more than 730 days before launch' })
	.max(730, { error: 'is more than 730 days after launch' });

const language = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/, { error: 'is not a language tag like en or zh-CN' })
		.describe('BCP 47 tag, as in the language blocks of the content files'),
	name: line.describe("The language's own name"),
	path: z
		.string()
		.regex(/^[a-z-]*$/)
		.describe('First part of the address; empty for the first'),
	complete: z
		.boolean()
		.default(true)
		.describe('false while a translation is under way: what is missing falls back and is listed'),
});

/** A language the playbook is written in. */
export type Language = z.infer<typeof language>;

/** The part of `playbook.yaml` that must be known before any other file can be read. */
export const languagesSchema = z.looseObject({
	languages: z.array(language).min(1, { error: 'names no language' }),
});

/**
 * The schemas of the content files of a playbook in `languages`. The first language is the one
 * every text must have; a complete language must have every text too.
 */
export function contentSchemas(languages: readonly Pick<Language, 'id' | 'complete'>[]) {
	/** `{ en: …, zh-CN: … }` around one text. */
	const text = z.strictObject(
		Object.fromEntries(
			languages.map((l, i) => [l.id, i === 0 || l.complete ? line : line.optional()]),
		),
	) as unknown as z.ZodType<Text>;

	/**
	 * An entry with fields of its own and texts in one block per language:
	 * `id: …` beside `en: { title: … }` and `zh-CN: { title: … }`. Read into one object in which
	 * each text field holds all its languages. `optional` texts may be left out.
	 */
	function entry<F extends z.ZodRawShape, const T extends string, const O extends string = never>(
		fields: F,
		texts: readonly T[],
		optional: readonly O[] = [],
	) {
		const full = z.strictObject({
			...Object.fromEntries(texts.map((name) => [name, line])),
			...Object.fromEntries(optional.map((name) => [name, line.optional()])),
		});
		const blocks = languages.map((l, i) => [
			l.id,
			i === 0 || l.complete ? full : full.partial().optional(),
		]);
		const fieldNames = ownNames(Object.keys(fields));
		const textNames = ownNames([...texts, ...optional]);
		return z
			.strictObject({ ...fields, ...(Object.fromEntries(blocks) as Record<string, z.ZodType>) })
			.transform((value) => {
				const out: Record<string, unknown> = {};
				for (const [key, own] of fieldNames) {
					if (value[key as keyof typeof value] !== undefined)
						out[own] = value[key as keyof typeof value];
				}
				for (const [name, own] of textNames) {
					const all: Text = {};
					for (const l of languages) {
						const block = value[l.id as keyof typeof value] as Record<string, string> | undefined;
						const words = block?.[name];
						if (words !== undefined) all[l.id] = words;
					}
					if (Object.keys(all).length > 0) out[own] = all;
				}
				return out as CamelKeys<z.infer<z.ZodObject<F>>> &
					Record<CamelCase<T>, Text> &
					Partial<Record<CamelCase<O>, Text>>;
			});
	}

	const ids = z.array(id).default([]);

	const item = entry(
		{
			id,
			level: z.enum(levels).default('further'),
			phase: id,
			due: days,
			'start-offset': days
				.optional()
				.describe("Days from a newcomer's first day, which is 0; for lists that follow one person"),
			repeat: z.enum(rhythms).optional(),
			owner: z.string().describe('A role of this file, or team/role'),
			takes: ids.describe('Handoffs it waits for'),
			gives: ids.describe('Handoffs it delivers'),
			with: ids.describe('Teams and lists it works with'),
			formats: ids.describe('How the team is staffed, where it matters; left out: all'),
			markets: ids.describe('Where the duty holds; left out: everywhere'),
			sources: ids,
			rev: z.int().min(1).default(1).describe('Counts changes of meaning'),
			changes: z.array(entry({ rev: z.int().min(2), date }, ['what'])).default([]),
			hidden: z
				.boolean()
				.default(false)
				.describe('Takes the item out of this edition without retiring its id'),
		},
		['title', 'why', 'done-when'],
		['note'],
	);

	const team = entry(
		{
			id,
			kind: z.enum(['team', 'cross-team']),
			prefix: id.describe('First part of its item ids'),
			code: z
				.string()
				.regex(/^[A-Z]{1,3}$/, { error: 'is not one to three capital letters' })
				.describe('First part of its short numbers'),
			lead: id.optional().describe('The role that leads it'),
			'first-hour': z.array(text).default([]),
			statements: z.array(z.strictObject({ id, text })),
			'format-notes': z.record(id, text),
			roles: z.array(entry({ id }, ['name', 'responsibility'])).min(1),
			kpis: z.array(
				entry(
					{ id, better: z.enum(['up', 'down']), sources: ids },
					['name', 'formula', 'unit'],
					['note', 'example'],
				),
			),
			story: entry({ id, origin: z.enum(['brief', 'derived']), handoffs: ids }, [
				'title',
				'what-happened',
				'lesson',
			]),
			handoffs: z
				.array(
					entry(
						{
							id,
							to: id,
							due: days.optional().describe('When it is first due, where a day is set'),
						},
						['what', 'when', 'without'],
					),
				)
				.default([])
				.describe('What this team gives to others'),
			questions: z.array(text).default([]).describe('Key questions for a first meeting'),
			items: z.array(item).min(1),
		},
		['name', 'purpose'],
		['short-name', 'small-shop'],
	);

	const named = entry({ id }, ['name']);

	/** Words of one meaning, by language: two at least, or there is nothing to replace. */
	const synonyms = z
		.strictObject(Object.fromEntries(languages.map((l) => [l.id, z.array(line).optional()])))
		.refine((group) => Object.values(group).flat().length > 1, {
			error: 'needs two words or more',
		}) as unknown as z.ZodType<Synonyms>;

	return {
		playbook: z.strictObject({
			id,
			version: line,
			title: text,
			summary: text,
			languages: z.array(language).min(1),
			phases: z.array(entry({ id }, ['name', 'question'])).min(1),
			formats: z.array(named).min(1),
			markets: z.array(named),
			teams: z.array(id).min(1).describe('In the order in which they are shown'),
			lists: z.array(id),
			footer: z
				.array(z.strictObject({ text, url: webAddress.optional() }))
				.default([])
				.describe('Lines at the foot of every page, such as a filing number'),
			'shared-stores': z
				.array(line)
				.optional()
				.describe('Where projects may be shared; build/shared-stores.ts checks the addresses'),
		}),
		team,
		sources: z.array(
			entry(
				{
					id,
					kind: z.enum(['law', 'standard', 'guide']),
					market: id.optional().describe('Where a law holds'),
					url: webAddress,
					also: webAddress.optional(),
					read: z.enum(['yes', 'secondary']),
					checked: date,
				},
				['title', 'supports'],
				['doubt'],
			),
		),
		glossary: z.array(entry({ id, see: ids }, ['term', 'meaning'])),
		synonyms: z.array(synonyms).describe('Words that search takes for one another'),
	};
}

/** `content/ledger.yaml`: every item id ever published. */
export const ledgerSchema = z.record(
	id,
	z.strictObject({
		no: z.string().regex(/^[A-Z]{1,3}-[1-9][0-9]*$/, { error: 'is not a short number like W-15' }),
		added: date,
		'renamed-from': z.array(id).optional(),
		retired: date.optional(),
		why: line.optional(),
	}),
);

type Schemas = ReturnType<typeof contentSchemas>;
export type PlaybookFile = z.infer<Schemas['playbook']>;
export type TeamFile = z.infer<Schemas['team']>;
export type ItemEntry = TeamFile['items'][number];
export type SourceEntry = z.infer<Schemas['sources']>[number];
export type GlossaryEntry = z.infer<Schemas['glossary']>[number];
export type Ledger = z.infer<typeof ledgerSchema>;

type CamelCase<S extends string> = S extends `${infer A}-${infer B}`
	? `${A}${Capitalize<CamelCase<B>>}`
	: S;
type CamelKeys<T> = { [K in keyof T as CamelCase<K & string>]: T[K] };

/** Names as the files have them, each with that by which it is read. */
function ownNames(names: readonly string[]) {
	return names.map((name) => [name, camelCase(name)] as const);
}

function camelCase(name: string): string {
	return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
