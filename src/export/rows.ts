/** Items of a project as plain rows: what every export writes, in the words of the page. */
import type { ItemFacts } from '../progress/item.ts';
import { ownerOf } from '../progress/people.ts';
import { notesOf } from '../progress/notes.ts';
import { statusOf, type ProjectDocument, type StatusName } from '../progress/project.ts';
import { own } from '../progress/json.ts';
import { dueOn } from '../progress/schedule.ts';
import { dueInWords, startOffsetInWords } from '../words/dates.ts';
import type { Words } from '../words/words.ts';

/** The rows of `items`, in their order. */
export function rowsOf(items: Iterable<ExportItem>, source: Source): Row[] {
	return [...items].map((item) => rowOf(item, source));
}

function rowOf(item: ExportItem, { doc, words, teams, phases, site }: Source): Row {
	const { is, why, waitsFor } = statusOf(doc, item.id);
	const owner = ownerOf(item, doc);
	const name = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;
	const status = own(doc.items, item.id)?.status;
	const waits = waitsFor && words('board.waits-for', { who: name(teams, waitsFor) });
	return {
		id: item.id,
		no: item.no,
		title: item.title,
		team: name(teams, item.team),
		teamId: item.team,
		phase: name(phases, item.phase),
		isEssential: item.level === 'essential',
		is,
		why: is === 'blocked' ? [why, waits].filter(Boolean).join('; ') : '',
		changed: status?.[1][0] ?? null,
		owner: owner.from === 'none' ? '' : owner.name,
		role: item.role,
		due: dueOn(item, doc),
		rule:
			item.startOffset === undefined
				? dueInWords(item.due, words)
				: startOffsetInWords(item.startOffset, words),
		repeat: item.repeat ? words(`rhythm.${item.repeat}`) : '',
		doneWhen: item.doneWhen,
		notes: notesOf(doc, item.id).map(({ text, by }) => (by ? `${by}: ${text}` : text)),
		link: new URL(item.href, site).href,
	};
}

/** One item as it stands in the project. */
export interface Row {
	readonly id: string;
	readonly no: string;
	readonly title: string;
	readonly team: string;
	readonly teamId: string;
	readonly phase: string;
	readonly isEssential: boolean;
	readonly is: StatusName;
	/** What it is blocked by. */
	readonly why: string;
	/** When its status was set, in milliseconds; null where it never was. */
	readonly changed: number | null;
	/** A person, or ''. */
	readonly owner: string;
	readonly role: string;
	/** YYYY-MM-DD, or null without a launch date. */
	readonly due: string | null;
	/** The same in words: "30 days before launch". */
	readonly rule: string;
	readonly repeat: string;
	readonly doneWhen: string;
	readonly notes: readonly string[];
	/** The item's own address, whole. */
	readonly link: string;
}

/** An item with the words that exports write of it. */
export interface ExportItem extends ItemFacts {
	readonly no: string;
	readonly title: string;
	readonly doneWhen: string;
	readonly role: string;
	readonly href: string;
}

/** What the rows are made from. */
export interface Source {
	readonly doc: ProjectDocument;
	readonly words: Words;
	readonly teams: readonly Named[];
	readonly phases: readonly Named[];
	/** The address of the page, from which links are made whole. */
	readonly site: string;
}

interface Named {
	readonly id: string;
	readonly name: string;
}
