import { settings, today } from '../../browser/settings.ts';
import type { Table, TableItem } from '../../browser/tables.ts';
import { blocked, next, overdue } from '../../progress/board.ts';
import { ownerOf } from '../../progress/people.ts';
import { notesOf } from '../../progress/notes.ts';
import { statusOf, type ProjectDocument } from '../../progress/project.ts';
import { dueOn } from '../../progress/schedule.ts';
import { applies } from '../../progress/scope.ts';
import { count, ratio, readiness, type Count } from '../../progress/summary.ts';
import { dateInWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { el } from '../parts/dom.ts';

/** A project to be read: readiness, teams by phase, what is late, blocked and next. */
export function boardOf(
	doc: ProjectDocument,
	items: readonly TableItem[],
	table: Table,
	words: Words,
): HTMLElement[] {
	const plan = { doc, today: today() };
	const ready = readiness(items, doc);
	const teams = table.teams.filter(({ id }) => items.some(({ team }) => team === id));
	const one = teams.length === 1;
	return [
		el(
			'p',
			{ class: 'shared-ready' },
			bar(ready),
			el('b', {}, words('board.readiness-of', { done: ready.done, total: ready.total })),
		),
		...(one ? [] : [matrix(doc, items, teams, table, words)]),
		list('board.overdue', overdue(items, plan)),
		list('board.blocked', blocked(items, doc)),
		one
			? list(
					'share.items',
					items.filter((item) => applies(item, doc).applies),
				)
			: list('board.next', next(items, plan)),
	];

	function list(heading: string, found: readonly TableItem[]): HTMLElement {
		const rows = found.map((item) => row(item, doc, words));
		return el(
			'section',
			{},
			el('h3', {}, `${words(heading)} (${found.length})`),
			rows.length > 0
				? el('ul', { role: 'list', class: 'shared-items' }, ...rows)
				: el('p', { class: 'fine' }, words('board.none')),
		);
	}
}

function matrix(
	doc: ProjectDocument,
	items: readonly TableItem[],
	teams: Table['teams'],
	{ phases }: Table,
	words: Words,
): HTMLElement {
	const cell = (team: string, phase?: string) => {
		const n = count(
			items.filter((item) => item.team === team && (!phase || item.phase === phase)),
			doc,
		);
		return el(
			'td',
			{},
			n.total > 0 ? `${n.done}/${n.total}` : '–',
			n.blocked > 0 &&
				el('b', { class: 'late' }, ` ${words('share.blocked', { count: n.blocked })}`),
		);
	};
	const head = (text: string) => el('th', { scope: 'col' }, text);
	return el(
		'div',
		{ class: 'matrix-frame', tabindex: 0, role: 'region', 'aria-label': words('board.matrix') },
		el(
			'table',
			{},
			el(
				'thead',
				{},
				el(
					'tr',
					{},
					head(words('teams.team')),
					...phases.map(({ name }) => head(name)),
					head(words('board.all')),
				),
			),
			el(
				'tbody',
				{},
				...teams.map(({ id, name }) =>
					el(
						'tr',
						{ 'data-ink': id },
						el('th', { scope: 'row' }, name),
						...phases.map((phase) => cell(id, phase.id)),
						cell(id),
					),
				),
			),
		),
	);
}

function row(item: TableItem, doc: ProjectDocument, words: Words): HTMLElement {
	const { is, why } = statusOf(doc, item.id);
	const owner = ownerOf(item, doc);
	const due = dueOn(item, doc);
	const facts = [
		words(`status.${is}`),
		why,
		due && dateInWords(due, settings().locale),
		'name' in owner ? owner.name : item.role,
	];
	const notes = notesOf(doc, item.id);
	return el(
		'li',
		{ 'data-ink': item.team },
		el('span', { class: 'item-no' }, item.no),
		el('span', {}, item.title),
		el('small', {}, facts.filter(Boolean).join(' · ')),
		...notes.map(({ text, by }) =>
			el('small', { class: 'shared-note' }, by ? `${by}: ${text}` : text),
		),
	);
}

function bar(n: Count): HTMLElement {
	const progress = el('progress', { max: Math.max(1, n.total), 'aria-hidden': 'true' });
	progress.value = n.total > 0 ? n.done : ratio(n);
	return progress;
}
