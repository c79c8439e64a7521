/** "5 minutes ago", "yesterday"; "now" too where the other's clock is ahead. */
export function agoInWords(ms: number, now: number, locale: string): string {
	const seconds = Math.max(0, Math.round((now - ms) / 1000));
	const format = new Intl.RelativeTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		numeric: 'auto',
	});
	for (const [unit, size, most] of units)
		if (seconds < most) return format.format(-Math.floor(seconds / size), unit);
	return format.format(-Math.floor(seconds / day), 'day');
}

const day = 86_400;
const units = [
	['second', 60, 60],
	['minute', 60, 3_600],
	['hour', 3_600, day],
] as const;
