import type { Page } from '@playwright/test';

/** The day every test of a launch is on, and the launch it is on the way to. */
export const today = '2027-01-20';
export const launch = '2027-03-01';

const at = [1000, 'test'] as const;
const register = <T>(value: T) => [value, at];

/** What tests put into a project; the rest is as a new one. */
export interface Given {
	launch?: string | null;
	start?: string;
	level?: 'essential' | 'all';
	markets?: string[];
	teams?: Record<string, boolean>;
	people?: Record<string, string>;
	items?: Record<string, { is: string; rev?: number; why?: string; waitsFor?: string }>;
}

/** Opens the site with one project in storage, as if it had been made here, on the day of `today`. */
export async function withProject(page: Page, given: Given = {}): Promise<void> {
	const values = { name: 'Spring launch', start: '2026-11-01', launch, level: 'all', ...given };
	const { teams = {}, people = {}, items = {}, ...single } = values;
	const each = <T>(entries: Record<string, T>) =>
		Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, register(value)]));
	const project = {
		format: 'commerce-team-playbook/project',
		version: 1,
		id: 'spring',
		playbook: 'commerce-teams',
		...each(single),
		teams: each(teams),
		people: each(people),
		items: Object.fromEntries(
			Object.entries(items).map(([id, status]) => [
				id,
				{ status: register({ rev: 1, ...status }) },
			]),
		),
	};
	await page.clock.setFixedTime(`${today}T10:00:00`);
	await page.addInitScript((doc) => {
		const prefix = '/commerce-teams:';
		if (localStorage.getItem(`${prefix}index`)) return;
		localStorage.setItem(
			`${prefix}index`,
			JSON.stringify({ current: 'spring', projects: ['spring'] }),
		);
		localStorage.setItem(`${prefix}project:spring`, JSON.stringify(doc));
	}, project);
}
