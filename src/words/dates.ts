import type { Words } from './words.ts';

/** "30 days before launch", "Launch day", "7 days after launch", in the words given. */
export function dueInWords(due: number, words: Words): string {
	if (due === 0) return words('due.launch-day');
	return words(due < 0 ? 'due.before' : 'due.after', { count: Math.abs(due) });
}

/** "First day", "Day 14", "2 days before the first day", for lists that follow one person. */
export function startOffsetInWords(offset: number, words: Words): string {
	if (offset === 0) return words('due.first-day');
	return offset < 0
		? words('due.before-first-day', { count: -offset })
		: words('due.day', { day: offset + 1 });
}

/** "40 days to launch", "Launch is today", "Launched 3 days ago". */
export function daysToLaunchInWords(days: number, words: Words): string {
	if (days === 0) return words('board.today');
	return words(days > 0 ? 'board.days-left' : 'board.launched', { count: Math.abs(days) });
}

/** A calendar date (YYYY-MM-DD) as people of the locale write it, with the day of the week if asked. */
export function dateInWords(date: string, locale: string, { weekday = true } = {}): string {
	// Plain "en" would be written the American way; the playbook's English is British.
	const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		...(weekday ? { weekday: 'short' } : {}),
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC',
	});
	return format.format(new Date(`${date}T00:00:00Z`));
}
