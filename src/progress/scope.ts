import { own } from './json.ts';
import type { ItemFacts } from './item.ts';
import type { ProjectDocument } from './project.ts';
import { valueOf } from './register.ts';

/**
 * Whether an item belongs to the project, and if not, the broadest reason. Every count, list,
 * search, print and export asks here. The status "skipped" is a person's choice and not scope.
 */
export function applies(item: ItemFacts, doc: ProjectDocument): Applies {
	const because = reasonAgainst(item, doc);
	return because ? { applies: false, because } : { applies: true };
}

/** Whether the project has a team; those it does not name it has. */
export function hasTeam(doc: ProjectDocument, team: string): boolean {
	return valueOf(own(doc.teams, team)) ?? true;
}

/** How a team is staffed; null: any way. */
export function formatsOf(doc: ProjectDocument, team: string): readonly string[] | null {
	return valueOf(own(doc.formats, team));
}

function reasonAgainst(item: ItemFacts, doc: ProjectDocument): Reason | null {
	if (item.hidden) return 'hidden';
	const lists = valueOf(doc.lists);
	if (lists && !lists.includes(item.team)) return 'list';
	if (item.kind === 'team' && !hasTeam(doc, item.team)) return 'team';
	if (valueOf(doc.level) === 'essential' && item.level !== 'essential') return 'level';
	if (!meets(item.markets, valueOf(doc.markets))) return 'market';
	return meetsFormats(item, doc) ? null : 'format';
}

function meetsFormats(item: ItemFacts, doc: ProjectDocument): boolean {
	if (item.kind === 'team') return meets(item.formats, formatsOf(doc, item.team));
	const teams = item.teams?.filter((team) => hasTeam(doc, team)) ?? [];
	// Without any team nothing is known of formats, and unknown means all.
	return teams.length === 0 || teams.some((team) => meets(item.formats, formatsOf(doc, team)));
}

/** An item that asks for nothing fits anywhere, and a project that says nothing has everything. */
function meets(wanted: readonly string[], chosen: readonly string[] | null): boolean {
	return wanted.length === 0 || chosen === null || wanted.some((one) => chosen.includes(one));
}

/** Whether an item belongs to a project. */
export type Applies =
	{ readonly applies: true } | { readonly applies: false; readonly because: Reason };

/** Why an item does not belong to a project. */
export type Reason = 'hidden' | 'list' | 'team' | 'level' | 'market' | 'format';
