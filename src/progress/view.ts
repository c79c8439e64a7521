/**
 * What the checklists page shows: which items, in which groups. A view is what stands in the
 * address, so a bookmark, a link from the board and an export all mean the same items.
 */
import { idPattern, rolePattern } from './check.ts';
import type { LinkedItem } from './handoffs.ts';
import { cut, longest } from './texts.ts';
import { ownerOf } from './people.ts';
import { statusOf } from './project.ts';
import { statuses } from './statuses.ts';
import { dueState, soonDays } from './schedule.ts';
import { applies } from './scope.ts';
import { changedSince } from './summary.ts';
import { next, type Plan } from './board.ts';

const choices = {
	group: ['team', 'phase', 'due', 'owner'],
	status: ['open', ...statuses, 'changed'],
	level: ['essential', 'further'],
	handoff: ['gives', 'takes', 'waits'],
	due: ['overdue', 'next', 'confirm'],
} as const;

/** The view of an address without anything in it. */
export const wholeView: View = {
	group: 'team',
	q: '',
	team: '',
	phase: '',
	status: '',
	due: '',
	owner: '',
	level: '',
	market: '',
	format: '',
	handoff: '',
	all: false,
};

/** The view that the parameters of an address name; what means nothing is left out. */
export function readView(parameters: Iterable<readonly [string, string]>): View {
	const view: { [key: string]: string | boolean } = { ...wholeView };
	for (const [key, value] of parameters) {
		if (key === 'all') view['all'] = value === '1';
		else if (Object.hasOwn(wholeView, key) && isValue(key, value)) view[key] = value;
	}
	view['q'] = cut(String(view['q']), longest.name) ?? '';
	return view as unknown as View;
}

/** The parameters that name a view, always in the same order; what is as usual is left out. */
export function writeView(view: View): [string, string][] {
	return Object.entries(view).flatMap(([key, value]): [string, string][] => {
		if (value === wholeView[key as keyof View]) return [];
		return [[key, value === true ? '1' : String(value)]];
	});
}

/** The same as far as the print page knows it: team, phase, essentials, open items. */
export function printSearch({ team, phase, level, status }: View): string {
	const parts = [
		team && `teams=${team}`,
		phase && `phases=${phase}`,
		level === 'essential' && 'level=essential',
		['open', 'todo', 'doing', 'blocked'].includes(status) && 'boxes=open',
	];
	return parts.filter(Boolean).join('&');
}

/** Whether an item belongs to a view of a project on a day. */
export function isShown(item: ListItem, view: View, plan: Plan, waits: Waits): boolean {
	const { doc } = plan;
	return (
		(view.all || applies(item, doc).applies) &&
		(!view.team || item.team === view.team) &&
		(!view.phase || item.phase === view.phase) &&
		(!view.level || item.level === view.level) &&
		(!view.market || item.markets.includes(view.market)) &&
		(!view.format || item.formats.includes(view.format)) &&
		hasStatus(item, view.status, plan) &&
		hasOwner(item, view.owner, plan) &&
		isDue(item, view.due, plan) &&
		hasHandoff(item, view.handoff, waits) &&
		hasWords(item, view.q)
	);
}

/** `text` as it is compared: case, width and the space beside Chinese characters do not matter. */
export function folded(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s*(\p{Script=Han})\s*/gu, '$1');
}

function isValue(key: string, value: string): boolean {
	if (Object.hasOwn(choices, key))
		return (choices[key as keyof typeof choices] as readonly string[]).includes(value);
	if (key === 'q' || key === 'owner') return value.length <= longest.name;
	return idPattern.test(value);
}

function hasStatus(item: ListItem, status: View['status'], { doc }: Plan): boolean {
	const { is } = statusOf(doc, item.id);
	if (status === 'open') return is !== 'done' && is !== 'skipped';
	if (status === 'changed') return changedSince(item, doc);
	return !status || is === status;
}

/** `-` means nobody; a role's key what that role has and no person; else a person's name. */
function hasOwner(item: ListItem, wanted: string, { doc }: Plan): boolean {
	if (!wanted) return true;
	const owner = ownerOf(item, doc);
	if (owner.from !== 'none') return owner.name === wanted;
	return wanted === '-' || (rolePattern.test(wanted) && owner.role === wanted);
}

function isDue(item: ListItem, due: View['due'], plan: Plan): boolean {
	if (due === 'next') return next([item], plan, soonDays).length > 0;
	return !due || dueState(item, plan.doc, plan.today, plan) === due;
}

function hasHandoff(item: ListItem, handoff: View['handoff'], waits: Waits): boolean {
	if (handoff === 'gives') return item.gives.length > 0;
	if (handoff === 'takes') return item.takes.length > 0;
	return !handoff || item.takes.some((id) => waits.has(id));
}

/** Every word of the query, each as the short number or anywhere in the text. */
function hasWords(item: ListItem, query: string): boolean {
	const has = (words: string) =>
		words
			.split(/\s+/)
			.filter(Boolean)
			.every((word) => {
				const wanted = folded(word);
				return plainNo(item.no) === plainNo(wanted) || item.text.includes(wanted);
			});
	// "W 15" can only be a short number; "CS 15" and "day 15" may as well be two words.
	const plain = query.normalize('NFKC').replace(/\b([a-z])\s+(\d+)\b/gi, '$1$2');
	return has(plain) || has(plain.replace(/\b([a-z]{2,3})\s+(\d+)\b/gi, '$1$2'));
}

/** People type W-15, w15 and W 15. */
function plainNo(no: string): string {
	return no.toLowerCase().replace('-', '');
}

/** An item with what a list is filtered by beyond its facts. */
export interface ListItem extends LinkedItem {
	readonly no: string;
	/** Its words, `folded`. */
	readonly text: string;
}

/** The handoffs that are blocked or late, by id: `troubled` of `handoffs.ts`. */
export type Waits = ReadonlySet<string>;

type Choice<K extends keyof typeof choices> = (typeof choices)[K][number];

/** Which items are shown and how; '' is any. */
export interface View {
	readonly group: Choice<'group'>;
	readonly q: string;
	readonly team: string;
	readonly phase: string;
	readonly status: Choice<'status'> | '';
	readonly due: Choice<'due'> | '';
	readonly owner: string;
	readonly level: Choice<'level'> | '';
	readonly market: string;
	readonly format: string;
	readonly handoff: Choice<'handoff'> | '';
	/** With what does not apply, which then says why. */
	readonly all: boolean;
}
