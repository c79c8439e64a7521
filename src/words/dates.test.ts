import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dateInWords, daysToLaunchInWords, dueInWords, startOffsetInWords } from './dates.ts';
import { wordsFrom, type Dictionary } from './words.ts';

const words = (language: string) => {
	const file = new URL(`../../content/i18n/${language}.json`, import.meta.url);
	return wordsFrom(JSON.parse(readFileSync(file, 'utf8')) as Dictionary, language);
};
const en = words('en');
const zh = words('zh-CN');

test.each([
	[-30, '30 days before launch', '上线前 30 天'],
	[-1, '1 day before launch', '上线前 1 天'],
	[0, 'Launch day', '上线日'],
	[1, '1 day after launch', '上线后 1 天'],
	[90, '90 days after launch', '上线后 90 天'],
])('due %i', (due, english, chinese) => {
	expect(dueInWords(due, en)).toBe(english);
	expect(dueInWords(due, zh)).toBe(chinese);
});

test.each([
	[-2, '2 days before the first day', '入职前 2 天'],
	[-1, '1 day before the first day', '入职前 1 天'],
	[0, 'First day', '入职首日'],
	[1, 'Day 2', '入职第 2 天'],
	[89, 'Day 90', '入职第 90 天'],
])('start offset %i', (offset, english, chinese) => {
	expect(startOffsetInWords(offset, en)).toBe(english);
	expect(startOffsetInWords(offset, zh)).toBe(chinese);
});

test.each([
	['2027-03-01', 'en', 'Mon, 1 Mar 2027'],
	['2027-03-01', 'en-US', 'Mon, Mar 1, 2027'],
	['2027-03-01', 'en-GB', 'Mon, 1 Mar 2027'],
	['2027-03-01', 'zh-CN', '2027年3月1日周一'],
	['2028-02-29', 'zh-CN', '2028年2月29日周二'],
])('%s in %s', (date, language, text) => {
	expect(dateInWords(date, language)).toBe(text);
});

test('the day of the week may be left out', () => {
	expect(dateInWords('2027-03-01', 'en', { weekday: false })).toBe('1 Mar 2027');
	expect(dateInWords('2027-03-01', 'zh-CN', { weekday: false })).toBe('2027年3月1日');
});

test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('a date is the same day in %s', (zone) => {
	const before = process.env['TZ'];
	process.env['TZ'] = zone;
	try {
		expect(dateInWords('2026-12-31', 'en-GB')).toBe('Thu, 31 Dec 2026');
	} finally {
		if (before === undefined) delete process.env['TZ'];
		else process.env['TZ'] = before;
	}
});

test.each([
	[40, '40 days to launch', '距上线还有 40 天'],
	[1, '1 day to launch', '距上线还有 1 天'],
	[0, 'Launch is today', '今天上线'],
	[-3, 'Launched 3 days ago', '已上线 3 天'],
])('%i days to launch in words', (days, english, chinese) => {
	expect(daysToLaunchInWords(days, en)).toBe(english);
	expect(daysToLaunchInWords(days, zh)).toBe(chinese);
});
