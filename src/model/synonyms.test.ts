import { expect, test } from 'vitest';
import { readContent } from './content.ts';
import { smallPlaybook } from './testing.ts';

const read = (text: string) =>
	readContent(new Map([...smallPlaybook(), ['content/synonyms.yaml', text]]));

test('groups of words are read by language, and may be left out', () => {
	expect(readContent(smallPlaybook()).playbook?.synonyms).toEqual([]);
	const { playbook } = read(
		'- { en: [3PL, third-party warehouse], zh-CN: [3PL, 第三方仓] }\n- { zh-CN: [加购, 购物车] }',
	);
	expect(playbook?.synonyms).toEqual([
		{ en: ['3PL', 'third-party warehouse'], 'zh-CN': ['3PL', '第三方仓'] },
		{ 'zh-CN': ['加购', '购物车'] },
	]);
});

test.each([
	['- { en: [alone] }', 'needs two words or more'],
	['- { en: [one, ""] }', 'is empty'],
	['- { de: [eins, zwei] }', 'de'],
])('%j is an error with its line', (text, message) => {
	const { playbook, problems } = read(`- { en: [a, b] }\n${text}`);
	expect(playbook).toBeUndefined();
	expect(problems.some((problem) => `${problem.message} ${problem.field}`.includes(message))).toBe(
		true,
	);
	expect(problems[0]).toMatchObject({ file: 'content/synonyms.yaml', line: 2 });
});
