import type { Words } from '../words/words.ts';
import type { Row } from './rows.ts';

/** Plain text for a chat: a box, number, title, who and when; a line before each team. */
export function chatText(rows: readonly Row[], facts: ChatFacts): string {
	const lines = [facts.heading];
	let team = '';
	for (const row of rows) {
		if (row.team !== team) lines.push('', `【${row.team}】`);
		team = row.team;
		lines.push(chatLine(row, facts));
	}
	return lines.join('\n');
}

function chatLine(row: Row, { words, date }: ChatFacts): string {
	const parts = [
		`${boxes[row.is]} ${row.no} ${oneLine(row.title)}`,
		oneLine(row.owner || row.role),
		row.due ? date(row.due) : row.rule,
		row.is === 'blocked' && [words('status.blocked'), oneLine(row.why)].filter(Boolean).join(': '),
	];
	return parts.filter(Boolean).join(' · ');
}

const boxes = { todo: '☐', doing: '◐', blocked: '✖', done: '☑', skipped: '–' } as const;
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the text is made with. */
export interface ChatFacts {
	readonly heading: string;
	readonly words: Words;
	/** A date as the reader writes it. */
	readonly date: (day: string) => string;
}
