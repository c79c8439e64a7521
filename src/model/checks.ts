/**
 * Rules that no single file can tell: what is named must exist, what is promised must have both
 * ends, what was published must stay. Each returns problems at the line they stand on.
 */
import { nearest, type Problem } from './problem.ts';
import type { ContentFiles } from './playbook.ts';
import type { SourceFile } from './source-file.ts';

/** The files by what is in them, for the place of each problem. */
export interface SourceFiles {
	playbook: SourceFile;
	team: (id: string) => SourceFile;
	sources: SourceFile;
	glossary: SourceFile;
	ledger: SourceFile;
}

type Path = readonly PropertyKey[];

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

/** A reference that must name something known, with the nearest known name as the mend. */
function unknown(
	file: SourceFile,
	path: Path,
	kind: string,
	name: string,
	known: Iterable<string>,
): Problem {
	const all = [...known];
	const near = nearest(name, all);
	const few = all.length <= 12 ? ` Known: ${all.join(', ')}.` : '';
	return file.problem(
		path,
		`no ${kind} is called "${name}"`,
		near ? `Did you mean "${near}"?${few}` : `Correct the name or add the ${kind}.${few}`,
	);
}

function checkTeams({ playbook, teams }: ContentFiles, at: SourceFiles): Problem[] {
	const problems: Problem[] = [];
	const ids = new Set(teams.map((team) => team.id));
	for (const [field, kind, folder] of [
		['teams', 'team', 'teams'],
		['lists', 'cross-team', 'lists'],
	] as const) {
		playbook[field].forEach((id, i) => {
			if (!ids.has(id)) problems.push(unknown(at.playbook, [field, i], 'team or list', id, ids));
			else if (playbook[field].indexOf(id) < i)
				problems.push(at.playbook.problem([field, i], `"${id}" is listed twice`, 'Keep one of the two.'));
		});
		for (const team of teams.filter((team) => team.kind === kind)) {
			const listed = playbook[field].includes(team.id);
			if (!listed)
				problems.push(
					at
						.team(team.id)
						.problem(['id'], `"${team.id}" is not listed`, `Add it to "${field}:" in content/playbook.yaml.`),
				);
			if (at.team(team.id).path !== `content/${folder}/${team.id}.yaml`)
				problems.push(
					at
						.team(team.id)
						.problem(['id'], 'the file has another name than the id', `Call it content/${folder}/${team.id}.yaml.`),
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
						.problem([field], `another team has the same ${what} "${team[field]}"`, 'Choose one that no other team has.'),
				);
	}
	return problems;
}

/** Ids are unique: items in the whole playbook, roles and KPIs in their team, the rest by kind. */
function checkIds({ teams, sources, glossary, playbook }: ContentFiles, at: SourceFiles): Problem[] {
	const problems: Problem[] = [];
	const unique = (what: string, places: { id: string; file: SourceFile; path: Path }[]) => {
		for (const group of Map.groupBy(places, (place) => place.id).values()) {
			const first = group[0];
			for (const place of group.slice(1)) {
				const firstLine = first?.file.problem(first.path, '');
				problems.push(
					place.file.problem(
						place.path,
						`the ${what} "${place.id}" exists already`,
						`It stands in ${firstLine?.file}:${firstLine?.line}. Give this one an id of its own.`,
					),
				);
			}
		}
	};
	const inTeams = (field: 'items' | 'handoffs' | 'statements') =>
		teams.flatMap((team) =>
			team[field].map(({ id }, i) => ({ id, file: at.team(team.id), path: [field, i, 'id'] })),
		);
	unique('item', inTeams('items'));
	unique('handoff', inTeams('handoffs'));
	unique('statement', inTeams('statements'));
	for (const team of teams)
		for (const field of ['roles', 'kpis'] as const)
			unique(
				field === 'roles' ? 'role' : 'KPI',
				team[field].map(({ id }, i) => ({ id, file: at.team(team.id), path: [field, i, 'id'] })),
			);
	const list = (entries: { id: string }[], file: SourceFile, before: Path = []) =>
		entries.map(({ id }, i) => ({ id, file, path: [...before, i, 'id'] }));
	unique('source', list(sources, at.sources));
	unique('glossary entry', list(glossary, at.glossary));
	for (const field of ['languages', 'phases', 'formats', 'markets'] as const)
		unique(field.slice(0, -1), list(playbook[field], at.playbook, [field]));
	for (const team of teams)
		team.items.forEach((item, i) => {
			if (!item.id.startsWith(`${team.prefix}-`))
				problems.push(
					at
						.team(team.id)
						.problem(['items', i, 'id'], `does not begin with "${team.prefix}-"`, `Call it "${team.prefix}-…".`),
				);
		});
	return problems;
}

function checkReferences(
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
		team.handoffs.forEach((handoff, i) => need(file, ['handoffs', i, 'to'], 'team or list', handoff.to));
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

/** Handoffs: each has two ends, is cited by them only, and nothing is due before what it takes. */
function checkHandoffs({ teams }: ContentFiles, at: SourceFiles): Problem[] {
	const problems: Problem[] = [];
	const all = teams.flatMap((team) => team.handoffs.map((handoff) => ({ ...handoff, from: team.id })));
	const handoffs = new Map(all.map((handoff) => [handoff.id, handoff]));
	const firstGiven = new Map<string, number>();
	const taken = new Set<string>();
	for (const team of teams) {
		const file = at.team(team.id);
		team.handoffs.forEach((handoff, i) => {
			if (handoff.to === team.id)
				problems.push(file.problem(
						['handoffs', i, 'to'],
						'a team cannot hand over to itself',
						'Name the team that receives it, or make it an item of this team.',
					));
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

/** `rev` is 1, or the highest of the changes, which count up from 2. */
function checkRevisions({ teams }: ContentFiles, at: SourceFiles): Problem[] {
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
function checkLedger(
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

function checkGlossary({ glossary }: ContentFiles, at: SourceFiles): Problem[] {
	const known = new Set(glossary.map((entry) => entry.id));
	return glossary.flatMap((entry, i) =>
		(entry.see as string[]).flatMap((id, n) =>
			known.has(id) ? [] : [unknown(at.glossary, [i, 'see', n], 'glossary entry', id, known)],
		),
	);
}

/**
 * Texts that one language has and another has not. An incomplete language falls back and is
 * listed; in a complete one only optional texts can still be missing here.
 */
function checkTranslations(files: ContentFiles, at: SourceFiles): Problem[] {
	const { languages } = files.playbook;
	const problems: Problem[] = [];
	const walk = (value: unknown, path: Path, file: SourceFile) => {
		if (value === null || typeof value !== 'object') return;
		const texts = value as Record<string, unknown>;
		if (!languages.some(({ id }) => typeof texts[id] === 'string')) {
			for (const [key, part] of Object.entries(value))
				walk(part, [...path, Array.isArray(value) ? Number(key) : kebabCase(key)], file);
			return;
		}
		languages.forEach(({ id, complete }, i) => {
			if (texts[id] !== undefined) return;
			// A text stands either under its own name or, by its name, in the block of each language.
			const place = file.has(path) ? [...path, id] : [...path.slice(0, -1), id, path.at(-1) ?? ''];
			problems.push(
				i === 0 || complete
					? file.problem(place, `is missing in ${id}`, `Write it in ${id}, or take it out of the others.`)
					: file.problem(place, `has no ${id} text yet`, 'Until it has, another is shown.', 'doubt'),
			);
		});
	};
	walk(files.playbook, [], at.playbook);
	for (const team of files.teams) walk(team, [], at.team(team.id));
	walk(files.sources, [], at.sources);
	walk(files.glossary, [], at.glossary);
	return problems;
}

function kebabCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
