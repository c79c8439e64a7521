import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { unknown, type Path, type SourceFiles } from './places.ts';

/** Everything that is named exists. */
export function checkReferences(
	{ playbook, teams, sources }: ContentFiles,
	at: SourceFiles,
): Problem[] {
	const problems: Problem[] = [];
	const ids = (entries: { id: string }[]) => new Set(entries.map(({ id }) => id));
	const known = {
		phase: ids(playbook.phases),
		format: ids(playbook.formats),
		market: ids(playbook.markets),
		source: ids(sources),
		handoff: ids(teams.flatMap((team) => team.handoffs)),
		'team or list': ids(teams),
		role: new Set(teams.flatMap((team) => team.roles.map((role) => `${team.id}/${role.id}`))),
	};
	const need = (file: SourceFile, path: Path, kind: keyof typeof known, name: string) => {
		if (!known[kind].has(name)) problems.push(unknown(file, path, kind, name, known[kind]));
	};
	const needAll = (
		file: SourceFile,
		path: Path,
		kind: keyof typeof known,
		names: readonly string[],
	) => names.forEach((name, i) => need(file, [...path, i], kind, name));

	sources.forEach((source, i) => {
		if (source.market) need(at.sources, [i, 'market'], 'market', source.market);
	});
	for (const team of teams) {
		const file = at.team(team.id);
		const ownRoles = team.roles.map((role) => role.id);
		if (team.lead && !ownRoles.includes(team.lead))
			problems.push(unknown(file, ['lead'], 'role', team.lead, ownRoles));
		for (const format of Object.keys(team.formatNotes))
			need(file, ['format-notes', format], 'format', format);
		needAll(file, ['story', 'handoffs'], 'handoff', team.story.handoffs);
		team.kpis.forEach((kpi, i) => needAll(file, ['kpis', i, 'sources'], 'source', kpi.sources));
		team.handoffs.forEach((handoff, i) =>
			need(file, ['handoffs', i, 'to'], 'team or list', handoff.to),
		);
		team.items.forEach((item, i) => {
			const path = ['items', i];
			need(file, [...path, 'phase'], 'phase', item.phase);
			needAll(file, [...path, 'formats'], 'format', item.formats);
			needAll(file, [...path, 'markets'], 'market', item.markets);
			needAll(file, [...path, 'sources'], 'source', item.sources);
			needAll(file, [...path, 'with'], 'team or list', item.with);
			if (item.owner.includes('/')) need(file, [...path, 'owner'], 'role', item.owner);
			else if (!ownRoles.includes(item.owner))
				problems.push(unknown(file, [...path, 'owner'], 'role', item.owner, ownRoles));
		});
	}
	return problems;
}

/** The glossary's own references. */
export function checkGlossary({ glossary }: ContentFiles, at: SourceFiles): Problem[] {
	const known = new Set(glossary.map((entry) => entry.id));
	return glossary.flatMap((entry, i) =>
		entry.see.flatMap((id, n) =>
			known.has(id) ? [] : [unknown(at.glossary, [i, 'see', n], 'glossary entry', id, known)],
		),
	);
}
