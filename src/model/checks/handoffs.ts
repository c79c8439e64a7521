import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import { unknown, type SourceFiles } from './places.ts';

/** Handoffs: each has two ends, is cited by them only, and nothing is due before what it takes. */
export function checkHandoffs({ teams }: ContentFiles, at: SourceFiles): Problem[] {
	const problems: Problem[] = [];
	const all = teams.flatMap((team) =>
		team.handoffs.map((handoff) => ({ ...handoff, from: team.id })),
	);
	const handoffs = new Map(all.map((handoff) => [handoff.id, handoff]));
	const firstGiven = new Map<string, number>();
	const taken = new Set<string>();
	for (const team of teams) {
		const file = at.team(team.id);
		team.handoffs.forEach((handoff, i) => {
			if (handoff.to === team.id)
				problems.push(
					file.problem(
						['handoffs', i, 'to'],
						'a team cannot hand over to itself',
						'Name the team that receives it, or make it an item of this team.',
					),
				);
		});
		team.items.forEach((item, i) => {
			for (const [field, end, other] of [
				['takes', 'to', 'receives'],
				['gives', 'from', 'gives'],
			] as const)
				item[field].forEach((id, n) => {
					const handoff = handoffs.get(id);
					const path = ['items', i, field, n];
					if (!handoff) {
						problems.push(unknown(file, path, 'handoff', id, handoffs.keys()));
					} else if (handoff[end] !== team.id) {
						problems.push(
							file.problem(
								path,
								`"${id}" goes from ${handoff.from} to ${handoff.to}; ${team.id} is not the one that ${other} it`,
								`Name a handoff that ${team.id} ${other}, or list the team under "with:" instead.`,
							),
						);
					} else if (field === 'takes') {
						taken.add(id);
						if (handoff.due !== undefined && item.due < handoff.due)
							problems.push(
								file.problem(
									['items', i, 'due'],
									`is due ${dayInWords(item.due)}, before the handoff "${id}" it waits for (${dayInWords(handoff.due)})`,
									`Make it due on day ${handoff.due} or later, or bring the handoff forward in ${at.team(handoff.from).path}.`,
								),
							);
					} else {
						firstGiven.set(id, Math.min(item.due, firstGiven.get(id) ?? Infinity));
					}
				});
		});
	}
	for (const team of teams)
		team.handoffs.forEach((handoff, i) => {
			const doubt = (message: string, mend?: string) =>
				problems.push(at.team(team.id).problem(['handoffs', i], message, mend, 'doubt'));
			const given = firstGiven.get(handoff.id);
			if (given === undefined)
				doubt(
					`no item of ${team.id} gives it`,
					`Add "gives: [${handoff.id}]" to the item of ${team.id} that delivers it.`,
				);
			else if (handoff.due !== undefined && given > handoff.due)
				doubt(
					`is due ${dayInWords(handoff.due)}, but the first item that gives it is due ${dayInWords(given)}`,
					'Bring the item forward or put the handoff later.',
				);
			if (!taken.has(handoff.id))
				doubt(
					`no item of ${handoff.to} takes it`,
					`Add "takes: [${handoff.id}]" to the item of ${handoff.to} that waits for it.`,
				);
		});
	return problems;
}

function dayInWords(due: number): string {
	if (due === 0) return 'on launch day';
	return `${Math.abs(due)} days ${due < 0 ? 'before' : 'after'} launch`;
}
