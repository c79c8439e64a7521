import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import type { SourceFiles } from './places.ts';

/** `rev` is 1, or the highest of the changes, which count up from 2. */
export function checkRevisions({ teams }: ContentFiles, at: SourceFiles): Problem[] {
	return teams.flatMap((team) =>
		team.items.flatMap((item, i) => {
			const revs = (item.changes as { rev: number }[]).map((change) => change.rev);
			const expected = Array.from({ length: item.rev - 1 }, (_, n) => n + 2);
			if (revs.join() === expected.join()) return [];
			return [
				at
					.team(team.id)
					.problem(
						['items', i, 'rev'],
						`is ${item.rev}, but its changes are ${revs.length ? revs.join(', ') : 'none'}`,
						'Describe each change of meaning once under "changes:", with rev 2, 3, … in this order.',
					),
			];
		}),
	);
}

/** The ledger: every id keeps its number, is never reused, and leaves only with a reason. */
export function checkLedger(
	{ teams, ledger }: ContentFiles,
	at: SourceFiles,
	strict: boolean,
): Problem[] {
	const problems: Problem[] = [];
	const present = new Set<string>();
	const renamed = new Map<string, string>();
	for (const [id, entry] of Object.entries(ledger))
		for (const old of entry['renamed-from'] ?? []) renamed.set(old, id);
	for (const team of teams)
		team.items.forEach((item, i) => {
			present.add(item.id);
			const entry = ledger[item.id];
			const problem = (message: string, mend: string) =>
				problems.push(at.team(team.id).problem(['items', i, 'id'], message, mend));
			if (entry?.retired)
				problem(
					`"${item.id}" was retired on ${entry.retired} and may not be used again`,
					'Give the item a new id: old ticks must not come back for something else.',
				);
			else if (renamed.has(item.id))
				problem(`"${item.id}" was renamed to "${renamed.get(item.id)}"`, 'Give the item a new id.');
			else if (!entry && strict)
				problem('is not in content/ledger.yaml', 'Run "npm run ledger" and commit the file.');
			else if (entry && !entry.no.startsWith(`${team.code}-`))
				problems.push(
					at
						.team(team.id)
						.problem(
							['items', i, 'id'],
							`keeps its number ${entry.no} though it moved here`,
							'Nothing to do: a number printed once stays.',
							'doubt',
						),
				);
		});
	for (const [id, entry] of Object.entries(ledger)) {
		if (entry.retired && !entry.why)
			problems.push(
				at.ledger.problem([id], 'is retired without a reason', 'Say in "why:" what became of it.'),
			);
		if (present.has(id) || entry.retired || renamed.has(id)) continue;
		problems.push(
			at.ledger.problem(
				[id],
				'was published, but no item has this id any more',
				`Put it back; or, if it was renamed, add "renamed-from: [${id}]" to the new id; or add "retired:" with a date and "why:". People's ticks hang on it.`,
			),
		);
	}
	// A renamed item keeps its number: its old entry and its new one may both have it.
	const current = Object.entries(ledger).filter(([id]) => !renamed.has(id));
	for (const group of Map.groupBy(current, ([, entry]) => entry.no).values())
		for (const [id, entry] of group.slice(1))
			problems.push(
				at.ledger.problem(
					[id, 'no'],
					`the short number ${entry.no} belongs to "${group[0]?.[0]}"`,
					'Give it the next free number.',
				),
			);
	return problems;
}
