import { addDays } from '../progress/date.ts';
import type { Words } from '../words/words.ts';
import { description } from './csv.ts';
import type { Row } from './rows.ts';

/**
 * A calendar by RFC 5545: one all-day entry, or one task, for each item with a date. An item has the
 * same UID in every file of a project and a SEQUENCE that rises, so a second import updates.
 */
export function calendar(rows: readonly Row[], facts: CalendarFacts): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Commerce Team Playbook//EN',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escaped(facts.name)}`,
		...rows.flatMap((row) => (row.due ? entry(row, row.due, facts) : [])),
		'END:VCALENDAR',
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}

function entry(row: Row, due: string, { kind, project, now, words }: CalendarFacts): string[] {
	const name = kind === 'tasks' ? 'VTODO' : 'VEVENT';
	const text = `${row.no} ${row.title}`;
	return [
		`BEGIN:${name}`,
		`UID:${row.id}.${project}@commerce-team-playbook`,
		`DTSTAMP:${instant(now)}`,
		// Minutes since 1970: rises with every file and stays a 32-bit number until the year 6053.
		`SEQUENCE:${Math.floor(now / 60_000)}`,
		`SUMMARY:${escaped(kind === 'events' && row.is === 'done' ? `✓ ${text}` : text)}`,
		`DESCRIPTION:${escaped(owned(row, words))}`,
		`CATEGORIES:${escaped(row.team)},${escaped(row.phase)}`,
		`URL:${row.link}`,
		...(kind === 'tasks' ? taskLines(row, due) : eventLines(row, due)),
		`END:${name}`,
	];
}

function eventLines({ is }: Row, due: string): string[] {
	return [
		`DTSTART;VALUE=DATE:${day(due)}`,
		// The end is the first day that is no longer part of it.
		`DTEND;VALUE=DATE:${day(addDays(due, 1))}`,
		`STATUS:${is === 'skipped' ? 'CANCELLED' : 'CONFIRMED'}`,
		// A due date does not make the day busy.
		'TRANSP:TRANSPARENT',
	];
}

function taskLines({ is, isEssential, changed }: Row, due: string): string[] {
	return [
		`DUE;VALUE=DATE:${day(due)}`,
		`STATUS:${taskStatus[is]}`,
		`PRIORITY:${isEssential ? 1 : 5}`,
		...(is === 'done' ? ['PERCENT-COMPLETE:100'] : []),
		...(is === 'done' && changed !== null ? [`COMPLETED:${instant(changed)}`] : []),
	];
}

const taskStatus = {
	todo: 'NEEDS-ACTION',
	doing: 'IN-PROCESS',
	blocked: 'NEEDS-ACTION',
	done: 'COMPLETED',
	skipped: 'CANCELLED',
} as const;

function owned(row: Row, words: Words): string {
	const owner = row.owner && `${words('item.owner')}: ${row.owner}`;
	return [owner, description(row, words)].filter(Boolean).join('\n');
}

function escaped(text: string): string {
	return text
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n|\r|\n/g, '\\n')
		.replace(control, '');
}

/** A line of more than 75 bytes goes on in the next, behind a space; no character is cut in two. */
function folded(line: string): string {
	let text = '';
	let size = 0;
	for (const character of line) {
		const bytes = encoder.encode(character).length;
		if (size + bytes > 75) {
			text += '\r\n ';
			size = 1;
		}
		text += character;
		size += bytes;
	}
	return text;
}

const encoder = new TextEncoder();
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const day = (date: string) => date.replaceAll('-', '');
const instant = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** What a calendar is made with. */
export interface CalendarFacts {
	readonly kind: 'events' | 'tasks';
	/** The project's name. */
	readonly name: string;
	/** The project's id. */
	readonly project: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly words: Words;
}
