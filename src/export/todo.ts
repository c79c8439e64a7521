import type { Row } from './rows.ts';

/** A todo.txt: one task a line; what is done first says so and when. Not applicable is left out. */
export function todo(rows: readonly Row[]): string {
	const lines = rows.filter(({ is }) => is !== 'skipped').map(line);
	return lines.map((text) => `${text}\n`).join('');
}

function line(row: Row): string {
	const { is, isEssential, changed, due } = row;
	const done = is === 'done';
	return [
		done && 'x',
		done && changed !== null && new Date(changed).toISOString().slice(0, 10),
		!done && isEssential && '(A)',
		`${row.no} ${plain(row.title)}`,
		`+${row.teamId}`,
		row.owner && `@${word(row.owner)}`,
		due && `due:${due}`,
		`id:${row.id}`,
		// Priority goes when a task is done; this is the customary way to keep it.
		done && isEssential && 'pri:A',
		is === 'doing' && 'status:doing',
		is === 'blocked' && 'status:blocked',
		is === 'blocked' && row.why && plain(row.why),
	]
		.filter(Boolean)
		.join(' ');
}

/** On one line, and without what would be read as a project, a person or a field. */
function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/(^| )[+@](?=\S)/g, '$1')
		.replace(/([^\s\d]):(?=\S)/g, '$1 ');
}

function word(text: string): string {
	return text.trim().replace(/\s+/g, '_');
}
