import type { Words } from '../words/words.ts';
import type { Row } from './rows.ts';

/** A task list as GitHub and GitLab read it: a heading for each team, one task an item. */
export function markdown(rows: readonly Row[], heading: string, words: Words): string {
	const parts = [`# ${escaped(heading)}`];
	let team = '';
	let list: string[] = [];
	for (const row of rows) {
		if (row.team !== team) {
			list = [];
			parts.push(`## ${escaped(row.team)}`);
			parts.push('');
			team = row.team;
		}
		list.push(task(row, words));
		parts[parts.length - 1] = list.join('\n');
	}
	return `${parts.join('\n\n')}\n`;
}

function task(row: Row, words: Words): string {
	const title = `[${row.no}](<${row.link}>) ${escaped(row.title)}`;
	const facts = [
		escaped(row.owner || row.role),
		row.due ?? row.rule,
		row.why && `**${words('status.blocked')}**: ${escaped(row.why)}`,
		row.is === 'skipped' && words('status.skipped'),
	];
	const box = row.is === 'done' || row.is === 'skipped' ? 'x' : ' ';
	return `- [${box}] ${title} — ${facts.filter(Boolean).join(' · ')}`;
}

/** Text that stays text: on one line, and without what Markdown or HTML would make of it. */
function escaped(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&');
}
