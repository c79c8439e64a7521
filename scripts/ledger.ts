/**
 * `npm run ledger`, also part of `npm start`: lists new item ids in content/ledger.yaml, each with
 * its permanent short number. Commit the file; in CI an id that is not listed is an error.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFiles } from '../src/build/content-files.ts';
import { isTeamFile } from '../src/model/content.ts';
import { listNewIds, teamIds } from '../src/model/new-ids.ts';

const path = 'content/ledger.yaml';
const root = join(import.meta.dirname, '..');
const files = await contentFiles(root);
const teamFiles = [...files].filter(([file]) => isTeamFile(file));
const teams = teamFiles.map(([, text]) => teamIds(text)).filter((team) => team !== undefined);

if (teams.length < teamFiles.length) {
	console.log('ledger: left as it is, since a file in content/ cannot be read: see npm run check');
} else {
	const ledger = files.get(path) ?? '';
	const { text, added, waiting, gone } = listNewIds(ledger, teams, today());
	if (text !== ledger) await writeFile(join(root, path), text);
	for (const { id, no } of added) console.log(`ledger: ${id} is ${no}`);
	if (waiting.length > 0)
		console.log(
			`ledger: not added: ${waiting.join(', ')}, because ${gone.join(', ')} is gone.\n` +
				`    → If it was renamed, write in ${path}: "new-id: { renamed-from: [old-id] }".\n` +
				`    → If it was withdrawn, add "retired:" with a date and "why:" to its line there.`,
		);
}

/** Today as YYYY-MM-DD where the owner is. */
function today(): string {
	return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
