/** The guides in reading order: names of pages under `/guides/` and of their texts in `i18n`. */
export const guides = [
	'where-to-start',
	'choose-your-teams',
	'onboarding',
	'working-together',
	'launch-day',
	'take-it-to-your-tools',
	'sources',
	'glossary',
] as const;
