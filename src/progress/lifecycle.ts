import type { ProjectDocument } from './project.ts';
import { valueOf } from './register.ts';

/** Whether the project was put away. */
export function isArchived(doc: ProjectDocument): boolean {
	return valueOf(doc.archived) ?? false;
}

/** Whether the project was deleted. */
export function isDeleted(doc: ProjectDocument): boolean {
	return valueOf(doc.deleted) ?? false;
}
