import type { ItemFacts } from './item.ts';
import { ownOwnerOf, personOf, type ProjectDocument } from './project.ts';
import { order, valueOf } from './register.ts';

/** Who has an item: the person named on it, else the one who holds its role, else only the role. */
export function ownerOf(item: Pick<ItemFacts, 'id' | 'owner'>, doc: ProjectDocument): Owner {
	const own = ownOwnerOf(doc, item.id);
	if (own) return { name: own, from: 'item' };
	const holder = personOf(doc, item.owner);
	return holder ? { name: holder, from: 'role' } : { role: item.owner, from: 'none' };
}

/** Everyone named in the project, in the order of code units, with their roles and own items. */
export function peopleOf(doc: ProjectDocument): Person[] {
	const people = new Map<string, { name: string; roles: string[]; items: string[] }>();
	const person = (name: string) => {
		const known = people.get(name) ?? { name, roles: [], items: [] };
		people.set(name, known);
		return known;
	};
	for (const [role, holder] of Object.entries(doc.people ?? {})) {
		const name = valueOf(holder);
		if (name) person(name).roles.push(role);
	}
	for (const [id, item] of Object.entries(doc.items ?? {})) {
		const name = valueOf(item.owner);
		if (name) person(name).items.push(id);
	}
	for (const { roles, items } of people.values()) {
		roles.sort();
		items.sort();
	}
	return [...people.values()].sort((a, b) => order(a.name, b.name));
}

/** A person, or a role that nobody holds. */
export type Owner =
	| { readonly name: string; readonly from: 'item' | 'role' }
	| { readonly role: string; readonly from: 'none' };

/** Someone named in a project: roles held and items owned by name. */
export interface Person {
	readonly name: string;
	readonly roles: readonly string[];
	readonly items: readonly string[];
}
