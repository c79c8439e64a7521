/** What tests share: plain items and projects, and arbitrary ones. Never imported by the site. */
import fc from 'fast-check';
import type { ItemFacts } from './item.ts';
import { canonical } from './json.ts';
import { newProject } from './new-project.ts';
import type { ProjectDocument, ProjectFacts } from './project.ts';
import { statuses } from './statuses.ts';
import type { Stamp } from './register.ts';
import * as change from './change.ts';

export const stamp: Stamp = [1000, 'ann'];
export const later: Stamp = [2000, 'ben'];

/** An essential warehouse item due 21 days before launch, but for what is given. */
export function item(facts: Partial<ItemFacts> = {}): ItemFacts {
	return {
		id: 'wh-one',
		team: 'warehouse',
		kind: 'team',
		phase: 'prepare',
		level: 'essential',
		due: -21,
		owner: 'warehouse/manager',
		markets: [],
		formats: [],
		rev: 1,
		...facts,
	};
}

/** A project written at `stamp`. */
export function project(facts: Partial<ProjectFacts> = {}): ProjectDocument {
	return newProject({ id: 'p1', playbook: 'commerce-teams', ...facts }, stamp);
}

/** `doc` with one item's status. */
export function withStatus(doc: ProjectDocument, id: string, is: (typeof statuses)[number]) {
	return change.setStatus(doc, id, { is, rev: 1 }, later);
}

/** The same content, whatever the order of keys. */
export function content(value: unknown): unknown {
	return JSON.parse(canonical(value)) as unknown;
}

const ids = ['wh-one', 'wh-two', 'it-one', 'a', 'z9'];
export const anyId = fc.constantFrom(...ids);
/** Few times and writers, so that ties are common. */
export const anyStamp = fc.tuple(fc.nat(4), fc.constantFrom('ann', 'ben', 'k3f9'));
const text = fc.string({ maxLength: 8 });
export const anyDate = fc
	.integer({ min: 0, max: 401_000 })
	.map((day) => new Date(Date.UTC(1900, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
const json = fc
	.json({ maxDepth: 2 })
	.filter((words) => !/__proto__|constructor|prototype/.test(words))
	.map((words) => JSON.parse(words) as unknown);
const anyIds = fc.array(anyId, { maxLength: 3 });

/** A register, at times with a rest that a later version added. */
export function anyRegister<T>(value: fc.Arbitrary<T>) {
	const rest = fc.oneof(
		{ weight: 3, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.array(json, { maxLength: 2 }) },
	);
	return fc.tuple(fc.option(value, { freq: 6 }), anyStamp, rest).map(([v, s, r]) => [v, s, ...r]);
}

const unknown = fc.oneof(
	json,
	anyRegister(json),
	fc.dictionary(anyId, fc.oneof(anyRegister(json), json), { maxKeys: 3 }),
);
const unknownFields = {
	later: unknown,
	newer: unknown,
	'5': unknown,
};
const anyStatus = fc.record(
	{
		is: fc.constantFrom(...statuses),
		rev: fc.nat(3),
		why: text,
		waitsFor: text,
		since: json,
	},
	{ requiredKeys: ['is', 'rev'] },
);

function byId<T>(value: fc.Arbitrary<T>, id: fc.Arbitrary<string> = anyId) {
	return fc.dictionary(id, value, { maxKeys: 4 });
}

/** Any valid document of project `p1`, with unknown fields and registers. */
export const anyProject: fc.Arbitrary<ProjectDocument> = fc
	.record(
		{
			format: fc.constant('commerce-team-playbook/project'),
			version: fc.constant(1),
			id: fc.constant('p1'),
			playbook: fc.constantFrom('commerce-teams', 'ours'),
			name: anyRegister(text),
			start: anyRegister(anyDate),
			launch: anyRegister(anyDate),
			archived: anyRegister(fc.boolean()),
			deleted: anyRegister(fc.boolean()),
			level: anyRegister(fc.constantFrom('essential', 'all')),
			markets: anyRegister(anyIds),
			lists: anyRegister(anyIds),
			teams: byId(anyRegister(fc.boolean())),
			formats: byId(anyRegister(anyIds)),
			people: byId(anyRegister(text), fc.constantFrom('warehouse/manager', 'it/lead')),
			writers: byId(anyRegister(text)),
			items: byId(
				fc.record(
					{
						status: anyRegister(anyStatus),
						owner: anyRegister(text),
						due: anyRegister(anyDate),
						notes: byId(anyRegister(text)),
						...unknownFields,
					},
					{ requiredKeys: [] },
				),
			),
			...unknownFields,
		},
		{ requiredKeys: ['format', 'version', 'id', 'playbook'] },
	)
	.map((doc) => doc as unknown as ProjectDocument);

/** An edit, to be made under a stamp taken when it is made. */
export type Edit = (doc: ProjectDocument, stamp: Stamp) => ProjectDocument;

const name = fc.constantFrom('Ann', 'Ben', '', ' 仓库 ');
/** Any edit a person can make; ids of notes are new each time, as in a page. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
	name.map(
		(n): Edit =>
			(d, s) =>
				change.rename(d, n, s),
	),
	fc.tuple(anyId, fc.boolean(), fc.integer({ min: 1, max: 3 })).map(
		([id, checked, rev]): Edit =>
			(d, s) =>
				change.tick(d, { id, rev }, checked, s),
	),
	fc.tuple(anyId, fc.constantFrom(...statuses)).map(
		([id, is]): Edit =>
			(d, s) =>
				change.setStatus(d, id, { is, rev: 1, why: 'x' }, s),
	),
	fc.tuple(anyId, name).map(
		([id, n]): Edit =>
			(d, s) =>
				change.setOwner(d, id, n, s),
	),
	fc.tuple(anyId, anyDate).map(
		([id, date]): Edit =>
			(d, s) =>
				change.setDue(d, id, date, s),
	),
	anyDate.map(
		(launch): Edit =>
			(d, s) =>
				change.setDates(d, { launch, start: null }, s),
	),
	name.map(
		(n): Edit =>
			(d, s) =>
				change.setPerson(d, 'it/lead', n, s),
	),
	fc.tuple(anyId, fc.boolean()).map(
		([id, has]): Edit =>
			(d, s) =>
				change.setScope(d, { teams: { [id]: has }, markets: [id], level: 'all' }, s),
	),
	fc.tuple(anyId, fc.string({ minLength: 1 })).map(
		([id, words]): Edit =>
			(d, s) =>
				change.addNote(d, id, `n-${s[1]}-${s[0]}`, words, s),
	),
	fc.boolean().map(
		(is): Edit =>
			(d, s) =>
				change.setArchived(d, is, s),
	),
	fc.boolean().map(
		(is): Edit =>
			(d, s) =>
				change.setDeleted(d, is, s),
	),
);
