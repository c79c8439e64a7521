/** The mark of a team that is not drawn here: a playbook owner's own. */
export const square = 'M5 5h14v14H5z';

/**
 * One mark per team and list, drawn on a 24 × 24 grid with 1.75 px strokes: used wherever the team
 * appears.
 */
const marks: Record<string, string> = {
	marketing: 'M4 10v4h3l8 4V6l-8 4H4zM7 14l1.5 6H11l-1-5M18.5 9.5a4 4 0 0 1 0 5',
	it: 'm8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14',
	'customer-service': 'M4 13a8 8 0 0 1 16 0M4 13v4h3v-5H4zM20 13v4h-3v-5h3zM19 17c0 3-3 3.5-6 3.5',
	ecommerce: 'M4 8h16l-1.2 12H5.2zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
	warehouse: 'M3 9.5 12 4l9 5.5V20H3zM7 20v-7h10v7M7 16.5h10',
	executive: 'M5 21V4M5 4h13l-2.5 4 2.5 4H5',
	content: 'M6 3h9l4 4v14H6zM9.5 11h6M9.5 14.5h6M9.5 18h4',
	data: 'M4 20h16M6.5 20v-7M12 20V5M17.5 20v-10',
	finance: 'M4 6h16v12H4zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7 9.5v0M17 14.5v0',
	'team-setup': 'M12 4v5M5 20v-5h14v5M12 9v6M9.5 4h5M3 20h4M10 20h4M17 20h4M12 15v5',
	onboarding: 'M10 4h9v16h-9M4 12h10M10.5 8.5 14 12l-3.5 3.5',
	'launch-day': 'M12 3c4 3 5 7 4.5 12h-9C7 10 8 6 12 3zM9 15l-2.5 4M15 15l2.5 4M12 18v3M12 8.5v2.5',
};

/** Whether a team's mark is drawn here. */
export function hasMark(team: string): boolean {
	return Object.hasOwn(marks, team);
}

/** The path of a team's mark. */
export function markOf(team: string): string {
	return marks[team] ?? square;
}
