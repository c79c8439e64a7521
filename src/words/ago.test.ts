import { expect, test } from 'vitest';
import { agoInWords } from './ago.ts';

test.each([
	[0, 'now', '现在'],
	[59, 'now', '现在'],
	[-500, 'now', '现在'],
	[60, '1 minute ago', '1分钟前'],
	[3_599, '59 minutes ago', '59分钟前'],
	[7_300, '2 hours ago', '2小时前'],
	[86_400, 'yesterday', '昨天'],
	[864_000, '10 days ago', '10天前'],
])('%i seconds ago', (seconds, english, chinese) => {
	expect(agoInWords(1e12 - seconds * 1000, 1e12, 'en')).toBe(english);
	expect(agoInWords(1e12 - seconds * 1000, 1e12, 'zh-CN')).toBe(chinese);
});
