import type { ContentFiles } from '../playbook.ts';
import type { Problem } from '../problem.ts';
import { unknown, type SourceFiles } from './places.ts';

/** Teams and lists are listed, named after their files, and told apart by prefix and code. */
export function checkTeams({ playbook, teams }: ContentFiles, at: SourceFiles): Problem[] {
	const problems: Problem[] = [];
	const ids = new Set(teams.map((team) => team.id));
	for (const [field, kind, folder] of [
		['teams', 'team', 'teams'],
		['lists', 'cross-team', 'lists'],
	] as const) {
		playbook[field].forEach((id, i) => {
			if (!ids.has(id)) problems.push(unknown(at.playbook, [field, i], 'team or list', id, ids));
			else if (playbook[field].indexOf(id) < i)
				problems.push(
					at.playbook.problem([field, i], `"${id}" is listed twice`, 'Keep one of the two.'),
				);
		});
		for (const team of teams.filter((team) => team.kind === kind)) {
			const listed = playbook[field].includes(team.id);
			if (!listed)
				problems.push(
					at
						.team(team.id)
						.problem(
							['id'],
							`"${team.id}" is not listed`,
							`Add it to "${field}:" in content/playbook.yaml.`,
						),
				);
			if (at.team(team.id).path !== `content/${folder}/${team.id}.yaml`)
				problems.push(
					at
						.team(team.id)
						.problem(
							['id'],
							'the file has another name than the id',
							`Call it content/${folder}/${team.id}.yaml.`,
						),
				);
		}
	}
	for (const [field, what] of [
		['prefix', 'item prefix'],
		['code', 'letter of short numbers'],
	] as const) {
		for (const group of Map.groupBy(teams, (team) => team[field]).values())
			for (const team of group.slice(1))
				problems.push(
					at
						.team(team.id)
						.problem(
							[field],
							`another team has the same ${what} "${team[field]}"`,
							'Choose one that no other team has.',
						),
				);
	}
	return problems;
}
