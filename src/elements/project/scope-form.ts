import type { ProjectDocument, Scope } from '../../progress/project.ts';
import { formatsOf, hasTeam } from '../../progress/scope.ts';
import { valueOf } from '../../progress/register.ts';

/** The scope that the fields of `ScopeFields.astro` say. All boxes of a kind ticked: no limit. */
export function readScope(form: HTMLFormElement): Scope {
	const level = form.querySelector<HTMLInputElement>('[name=level]:checked')?.value;
	const teams = boxes(form, 'teams').map(({ value, checked }) => [value, checked] as const);
	const formats = teams.map(([team]) => [team, chosen(form, `formats:${team}`)] as const);
	return {
		level: level === 'essential' ? 'essential' : 'all',
		markets: chosen(form, 'markets'),
		teams: Object.fromEntries(teams),
		formats: Object.fromEntries(formats),
	};
}

/** Shows a project's scope in the fields. */
export function fillScope(form: HTMLFormElement, doc: ProjectDocument): void {
	const level = valueOf(doc.level) ?? 'all';
	for (const radio of boxes(form, 'level')) radio.checked = radio.value === level;
	const markets = valueOf(doc.markets);
	for (const box of boxes(form, 'markets')) box.checked = markets?.includes(box.value) ?? true;
	for (const team of boxes(form, 'teams')) {
		team.checked = hasTeam(doc, team.value);
		const formats = formatsOf(doc, team.value);
		for (const box of boxes(form, `formats:${team.value}`))
			box.checked = formats?.includes(box.value) ?? true;
	}
}

function chosen(form: HTMLFormElement, name: string): string[] | null {
	const all = boxes(form, name);
	const ticked = all.filter(({ checked }) => checked);
	return ticked.length === all.length ? null : ticked.map(({ value }) => value);
}

function boxes(form: HTMLFormElement, name: string): HTMLInputElement[] {
	return [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}
