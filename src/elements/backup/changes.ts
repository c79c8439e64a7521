/** Differences between two projects as rows that a person can read. */
import { settings } from '../../browser/settings.ts';
import type { Table } from '../../browser/tables.ts';
import { isDate } from '../../progress/date.ts';
import { at, conflicts, differences } from '../../progress/difference.ts';
import { isObject } from '../../progress/json.ts';
import type { ProjectDocument } from '../../progress/project.ts';
import { isRegister, valueOf } from '../../progress/register.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { el } from '../parts/dom.ts';

/** One field: what it says here, in what comes in, and afterwards. */
export interface Change {
	readonly path: readonly string[];
	readonly here: unknown;
	readonly there: unknown;
	readonly after: unknown;
	/** Whether both sides had set it, to different values. */
	readonly isConflict: boolean;
}

/** What changes here when `mine` becomes `after`, and where `theirs` says otherwise. */
export function changesBetween(
	mine: ProjectDocument,
	theirs: ProjectDocument,
	after: ProjectDocument,
): Change[] {
	const value = (doc: ProjectDocument, path: readonly string[]) => {
		const found = at(doc, path);
		return isRegister(found) ? valueOf(found) : (found ?? null);
	};
	const both = conflicts(mine, theirs).filter(
		({ mine: [here], theirs: [there] }) => here !== null && there !== null,
	);
	const fought = new Set(both.map(({ path }) => path.join('\n')));
	const paths = new Map(
		[...differences(mine, after), ...both].map(({ path }) => [path.join('\n'), path]),
	);
	return [...paths]
		.filter(([, [first]]) => !unsaid.has(first ?? ''))
		.map(([key, path]) => ({
			path,
			here: value(mine, path),
			there: value(theirs, path),
			after: value(after, path),
			isConflict: fought.has(key),
		}));
}

/** What a project is, and who wrote: no news for a person. */
const unsaid = new Set(['id', 'playbook', 'format', 'version', 'writers']);
/** More rows than this nobody reads; the rest is counted. */
const most = 300;

/** The changes as a table with a row per field. */
export function changeTable(changes: readonly Change[], table: Table, words: Words): HTMLElement {
	if (changes.length === 0) return el('p', {}, words('change.none'));
	const column = (key: string) => el('th', { scope: 'col' }, words(`change.${key}`));
	const cell = (key: string, path: readonly string[], value: unknown, attributes = {}) =>
		el(
			'td',
			{ 'data-label': words(`change.${key}`), ...attributes },
			say(path, value, table, words),
		);
	const rows = changes
		.slice(0, most)
		.map(({ path, here, there, after, isConflict }) =>
			el(
				'tr',
				{ class: isConflict ? 'conflict' : undefined },
				el(
					'th',
					{ scope: 'row' },
					...label(path, table, words),
					isConflict && el('small', {}, words('change.conflict')),
				),
				cell('here', path, here),
				cell('there', path, there),
				cell('after', path, after, { class: 'after' }),
			),
		);
	return el(
		'div',
		{},
		el(
			'table',
			{ class: 'changes stack' },
			el(
				'thead',
				{},
				el('tr', {}, column('what'), column('here'), column('there'), column('after')),
			),
			el('tbody', {}, ...rows),
		),
		changes.length > most &&
			el('p', { class: 'fine' }, words('change.more', { count: changes.length - most })),
	);
}

function label(path: readonly string[], table: Table, words: Words): (Node | string)[] {
	const [first = '', key = '', field = ''] = path;
	if (first === 'items') {
		const item = table.items.find(({ id }) => id === key);
		const what = words(
			`change.${['status', 'owner', 'due', 'notes'].includes(field) ? field : 'other'}`,
		);
		return [
			el('span', { class: 'item-no' }, item?.no ?? key),
			` ${item?.title ?? words('change.unknown-item')}`,
			el('small', {}, what),
		];
	}
	const known = ['name', 'start', 'launch', 'archived', 'deleted', 'level', 'markets', 'lists'];
	if (known.includes(first)) return [words(`change.${first}`)];
	const of = teamOrRole(key, table);
	if (['teams', 'formats', 'people'].includes(first)) return [words(`change.${first}`, { of })];
	return [path.join(' › ')];
}

function teamOrRole(key: string, { teams }: Table): string {
	const team = teams.find(({ id }) => id === key.split('/')[0]);
	const role = team?.roles.find((one) => one.key === key);
	return role ? role.name : (team?.name ?? key);
}

/** A value in words; an empty one as a dash. */
function say(path: readonly string[], value: unknown, table: Table, words: Words): string {
	if (value === null || value === undefined || value === '') return '–';
	if (value === true || value === false) return words(value ? 'change.yes' : 'change.no');
	if (isObject(value) && typeof value['is'] === 'string') {
		const waits = typeof value['waitsFor'] === 'string' ? teamOrRole(value['waitsFor'], table) : '';
		const why = typeof value['why'] === 'string' ? value['why'] : '';
		return [words(`status.${value['is']}`), why, waits].filter(Boolean).join(' · ');
	}
	if (Array.isArray(value)) {
		const lists = [...table.markets, ...table.formats, ...table.teams];
		return (
			value
				.map((id) => lists.find((one) => one.id === id)?.name ?? String(id))
				.join(words('list.comma')) || '–'
		);
	}
	if (isDate(value)) return dateInWords(value, settings().locale);
	if (path[0] === 'level')
		return words(value === 'essential' ? 'level.essential' : 'change.everything');
	return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 200);
}
