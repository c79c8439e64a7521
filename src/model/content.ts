/** From the text of the content files to the playbook, or to the list of all that is wrong. */
import { type z } from 'zod';
import { checkContent } from './checks/index.ts';
import { assemble, type Playbook } from './playbook.ts';
import type { Problem } from './problem.ts';
import {
	contentSchemas,
	languagesSchema,
	ledgerSchema,
	type GlossaryEntry,
	type PlaybookFile,
	type SourceEntry,
	type Synonyms,
	type TeamFile,
} from './schema.ts';
import { SourceFile } from './source-file.ts';

/** The content's files: path below the project (with forward slashes) → text. */
export type Files = ReadonlyMap<string, string>;

export interface Reading {
	/** Absent when there are errors. */
	playbook?: Playbook;
	problems: Problem[];
}

/**
 * Reads and checks all files at once and reports every problem of every file, not only the first.
 * `strictLedger`: an item that is not yet in the ledger is an error (CI) instead of nothing.
 */
export function readContent(files: Files, options: { strictLedger?: boolean } = {}): Reading {
	const problems: Problem[] = [];
	const open = (path: string): SourceFile => {
		const text = files.get(path);
		if (text === undefined)
			problems.push({
				severity: 'error',
				file: path,
				field: '',
				message: 'the file is missing',
				mend: 'Put it back, or take one from another copy of the playbook.',
			});
		return new SourceFile(path, text ?? '');
	};
	const hasErrors = () => problems.some((problem) => problem.severity === 'error');

	const playbookFile = open('content/playbook.yaml');
	if (hasErrors()) return { problems };
	const languageList = playbookFile.read(languagesSchema, []);
	if (!languageList.value) return { problems: languageList.problems };
	const { languages } = languageList.value;
	const tags = languages.map((language) => language.id);
	const schemas = contentSchemas(languages);

	const read = <T>(file: SourceFile, schema: z.ZodType): T | undefined => {
		if (!files.has(file.path)) return undefined;
		const result = file.read(schema, tags);
		problems.push(...result.problems);
		return result.value as T | undefined;
	};
	const sourcesFile = open('content/sources.yaml');
	const glossaryFile = open('content/glossary.yaml');
	const ledgerFile = open('content/ledger.yaml');
	const playbook = read<PlaybookFile>(playbookFile, schemas.playbook);
	const sources = read<SourceEntry[]>(sourcesFile, schemas.sources);
	const glossary = read<GlossaryEntry[]>(glossaryFile, schemas.glossary);
	const ledger = read<z.infer<typeof ledgerSchema>>(ledgerFile, ledgerSchema);
	// A playbook without synonyms is whole; one with a fault in them is not.
	const synonymsPath = 'content/synonyms.yaml';
	const synonyms = files.has(synonymsPath)
		? read<Synonyms[]>(open(synonymsPath), schemas.synonyms)
		: [];
	const teamFiles = new Map<string, SourceFile>();
	const teams: TeamFile[] = [];
	for (const path of [...files.keys()].filter(isTeamFile).sort()) {
		const file = open(path);
		const team = read<TeamFile>(file, schemas.team);
		if (!team) continue;
		const twin = teamFiles.get(team.id);
		if (twin) {
			problems.push(
				file.problem(['id'], `"${team.id}" exists already`, `It stands in ${twin.path}.`),
			);
			continue;
		}
		teamFiles.set(team.id, file);
		teams.push(team);
	}
	if (hasErrors() || !playbook || !sources || !glossary || !ledger || !synonyms)
		return { problems };

	const content = { playbook, teams, sources, glossary, ledger, synonyms };
	problems.push(
		...checkContent(
			content,
			{
				playbook: playbookFile,
				sources: sourcesFile,
				glossary: glossaryFile,
				ledger: ledgerFile,
				team: (id) => teamFiles.get(id) ?? playbookFile,
			},
			options,
		),
	);
	return hasErrors() ? { problems } : { playbook: assemble(content), problems };
}

/** Whether a path is one of a team or of a cross-team list. */
export function isTeamFile(path: string): boolean {
	return /^content\/(teams|lists)\/[^/]+\.ya?ml$/.test(path);
}
