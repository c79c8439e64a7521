import { emptyProject, type ProjectDocument, type ProjectFacts } from './project.ts';
import { put, type Stamp } from './register.ts';

/** A project with what is known at its start; the rest is left to the defaults. */
export function newProject(facts: ProjectFacts, stamp: Stamp): ProjectDocument {
	const { id, playbook, teams, formats, ...single } = facts;
	let doc = emptyProject(id, playbook);
	for (const [key, value] of Object.entries(single)) doc = put(doc, [key], value, stamp);
	for (const [team, has] of Object.entries(teams ?? {}))
		doc = put(doc, ['teams', team], has, stamp);
	for (const [team, ways] of Object.entries(formats ?? {}))
		doc = put(doc, ['formats', team], ways, stamp);
	return doc;
}
