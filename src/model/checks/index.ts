/**
 * Rules that no single file can tell: what is named must exist, what is promised must have both
 * ends, what was published must stay. Each returns problems at the line they stand on.
 */
import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import { checkHandoffs } from './handoffs.ts';
import { checkLedger, checkRevisions } from './identity.ts';
import { checkIds } from './ids.ts';
import type { SourceFiles } from './places.ts';
import { checkGlossary, checkReferences } from './references.ts';
import { checkTeams } from './teams.ts';
import { checkTranslations } from './translations.ts';

/** Every problem of the content as a whole; `strictLedger` makes an unlisted new id an error. */
export function checkContent(
	files: ContentFiles,
	at: SourceFiles,
	{ strictLedger = false }: { strictLedger?: boolean } = {},
): Problem[] {
	return [
		...checkTeams(files, at),
		...checkIds(files, at),
		...checkReferences(files, at),
		...checkHandoffs(files, at),
		...checkRevisions(files, at),
		...checkLedger(files, at, strictLedger),
		...checkGlossary(files, at),
		...checkTranslations(files, at),
	];
}
