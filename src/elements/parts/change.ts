/** A change in words, for the board, the items of a page and the panel. */
import { settings } from '../../browser/settings.ts';
import type { Change } from '../../progress/changes.ts';
import { statusOf, type ProjectDocument } from '../../progress/project.ts';
import { agoInWords } from '../../words/ago.ts';
import type { Words } from '../../words/words.ts';

/** "Ben · 5 minutes ago"; only when, where the writer gave no name. */
export function changeInWords({ by, ms }: Change): string {
	const ago = agoInWords(ms, Date.now(), settings().locale);
	return by ? `${by} · ${ago}` : ago;
}

/** What was changed: the status as it is now, or the name of the field. */
export function fieldInWords({ item, field }: Change, doc: ProjectDocument, words: Words): string {
	if (field === 'status') return words(`status.${statusOf(doc, item).is}`);
	if (field === 'owner' || field === 'due') return words(`item.${field}`);
	return field === 'notes' ? words('panel.note') : field;
}
