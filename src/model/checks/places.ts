import { nearest, type Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';

/** The files by what is in them, for the place of each problem. */
export interface SourceFiles {
	playbook: SourceFile;
	team: (id: string) => SourceFile;
	sources: SourceFile;
	glossary: SourceFile;
	ledger: SourceFile;
}

/** Where in a file: keys and list positions. */
export type Path = readonly PropertyKey[];

/** A reference that must name something known, with the nearest known name as the mend. */
export function unknown(
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
