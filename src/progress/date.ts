const dayMs = 86_400_000;

/** Whether `value` is a day of the calendar written YYYY-MM-DD, from 1900 to 2999. */
export function isDate(value: unknown): value is string {
	if (typeof value !== 'string' || !/^(19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false;
	// The 30th of February rolls over into March.
	const ms = toMs(value);
	return Number.isFinite(ms) && fromMs(ms) === value;
}

/** The date `days` after `date`, before it where negative. */
export function addDays(date: string, days: number): string {
	return fromMs(toMs(date) + days * dayMs);
}

/** Days from `from` to `to`, negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return (toMs(to) - toMs(from)) / dayMs;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
	return new Date(toMs(date)).getUTCDay();
}

function toMs(date: string): number {
	return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8));
}

function fromMs(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}
