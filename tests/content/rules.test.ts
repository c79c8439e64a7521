import { expect, test } from 'vitest';
import {
	chineseFaults,
	dayNotation,
	figureFaults,
	filler,
	idsIn,
	latinRuns,
	links,
} from './rules.ts';

test.each([
	['Applies from 19 June 2026.', '2026 年 6 月 19 日起适用。'],
	['Mandatory since 31 March 2025', '2025 年 3 月 31 日起强制'],
	['From July 2026', '2026 年 7 月起'],
	['11.6.1 may not apply', '11.6.1 可能不适用'],
	['EUR 2 million', '200 万欧元'],
	['Say 1,200 lines', '假设 1,200 行'],
	['10,000 orders', '1 万单'],
	['Daily by 09:00', '每天 9 点前'],
	['Two people, once an hour', '2 个人，每小时 1 次'],
	['Twenty people at noon', '12 点 20 个人'],
	['99.5% or better', '不低于 99.5%'],
])('the figures agree: %s / %s', (en, zh) => {
	expect(figureFaults(en, zh)).toEqual([]);
});

test.each([
	['30 days before launch', '上线前三十天', '30 is not in the Chinese'],
	['Within 15 minutes', '15 分钟内，最多 3 次', '3 is only in the Chinese'],
	['On 19 June', '7 月 19 日', '6 is not in the Chinese'],
	['From July 2026', '2026 年 8 月起', '7 is not in the Chinese'],
	['EUR 2 million', '20 万欧元', '2000000 is not in the Chinese'],
	['0.5%', '5%', '0.5 is not in the Chinese'],
])('the figures differ: %s / %s', (en, zh, fault) => {
	expect(figureFaults(en, zh)).toContain(fault);
});

test.each([
	'上线前 30 天，IT 团队达到 99.5%。',
	'“发货”写进计划（见 W-15）：2–3 天。',
	'例：(4 + 6 + 8) ÷ 3 = 6 小时',
	'%',
])('well set: %s', (text) => {
	expect(chineseFaults(text)).toEqual([]);
});

test.each([
	['上线,开店', 'half-width punctuation'],
	['上线(开店)', 'half-width punctuation'],
	['上线前30天', 'no space between'],
	['达到 99%就行', 'no space between'],
	['IT团队', 'no space between'],
	['上线  30 天', 'two spaces'],
	['上线 开店', 'space between two Chinese'],
	['上线， 开店', 'space beside full-width'],
	['达到 99% 。', 'space beside full-width'],
	['上线，，开店', 'punctuation twice'],
	['上线.', 'full stop'],
])('badly set: %s', (text, fault) => {
	expect(chineseFaults(text).join()).toContain(fault);
});

test.each([
	['请 check with your provider 再上线', [], ['check with your provider']],
	['用 SEO、SEM 和 KPI', [], []],
	['PCI Data Security Standard 要求', ['PCI Data Security Standard'], []],
])('English left in Chinese: %s', (text, names, runs) => {
	expect(latinRuns(text, names)).toEqual(runs);
});

test.each([
	['ensure that it works', true],
	['Utilising the tool', true],
	['a vital step', true],
	['make sure it works', false],
	['revitalise', false],
])('filler in "%s": %s', (text, is) => {
	expect(filler.test(text)).toBe(is);
});

test.each([
	['by T-30d', true],
	['T+7', true],
	['D-14', true],
	['T-3 h', false],
	['T+15 min', false],
	['30 days before launch', false],
])('day notation in "%s": %s', (text, is) => {
	expect(dayNotation.test(text)).toBe(is);
});

test('links and ids', () => {
	expect(links('见[单](/zh-cn/print/#a)和 https://x.org/a，')).toEqual([
		'/print/#a',
		'https://x.org/a',
	]);
	expect(idsIn('See wh-one, W-15 and e-mail', new Set(['wh-one', 'W-15']))).toEqual([
		'W-15',
		'wh-one',
	]);
});
