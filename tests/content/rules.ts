/** Rules of wording that no schema can tell. Each returns what it finds wrong with a text. */

const months =
	'January|February|March|April|May|June|July|August|September|October|November|December'.split(
		'|',
	);
/** "may" is a month only with a capital and beside a day or a year. */
const byMonth = new RegExp(
	`\\b(?:\\d{1,2} (${months.join('|')})|(${months.join('|')}) \\d{1,4})\\b`,
	'g',
);

/** What a number word may stand for: the other language may write it in digits. */
const numberWords: Record<string, number[]> = Object.fromEntries(
	Object.entries({
		0: 'zero no none midnight',
		0.5: 'half',
		1: 'a an one once first each hour day week month year',
		2: 'two twice second both half-yearly',
		3: 'three third',
		4: 'four fourth',
		5: 'five fifth',
		6: 'six sixth',
		7: 'seven seventh',
		8: 'eight eighth',
		9: 'nine ninth',
		10: 'ten tenth',
		11: 'eleven',
		12: 'twelve dozen noon',
		14: 'fourteen fortnight',
		15: 'fifteen quarter',
		16: 'sixteen',
		20: 'twenty',
		30: 'thirty',
		60: 'sixty',
		100: 'hundred',
	})
		.flatMap(([number, words]) => words.split(' ').map((word) => [word, Number(number)] as const))
		.reduce((all, [word, number]) => all.set(word, [...(all.get(word) ?? []), number]), new Map()),
);

/** The figures written in digits: 1,000 is 1000, 09:00 is 9, 1.5 万 is 15000, 19 June is 19 and 6. */
export function figures(text: string): Set<number> {
	const plain = text
		.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
		.replace(/(\d{1,2}):00/g, '$1')
		.replace(/(\d+(?:\.\d+)?) ?(万|million\b)/g, (_, n: string, unit: string) =>
			String(Number(n) * (unit === '万' ? 10_000 : 1_000_000)),
		);
	const found = [...plain.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
	for (const [, after, before] of plain.matchAll(byMonth))
		found.push(months.indexOf(after ?? before ?? '') + 1);
	return new Set(found);
}

/** Figures that one of the two languages has in digits and the other has not at all. */
export function figureFaults(en: string, zh: string): string[] {
	const english = figures(en);
	const chinese = figures(zh);
	const words = en.toLowerCase().match(/[a-z]+(-[a-z]+)*/g) ?? [];
	const parts = [...words, ...words.flatMap((word) => word.split('-'))];
	const spelt = new Set(parts.flatMap((word) => numberWords[word] ?? []));
	return [
		...[...english].filter((n) => !chinese.has(n)).map((n) => `${n} is not in the Chinese`),
		...[...chinese]
			.filter((n) => !english.has(n) && !spelt.has(n))
			.map((n) => `${n} is only in the Chinese`),
	];
}

const han = '\\p{Script=Han}';
const full = '，。：；！？、（）“”‘’《》…';
const chinesePatterns: [string, RegExp][] = [
	['half-width punctuation beside Chinese', new RegExp(`${han}[,;:?!()"']|[,;:?!()"']${han}`, 'u')],
	['full stop or comma of Latin text after Chinese', new RegExp(`${han}\\.(\\s|$)`, 'u')],
	[
		'no space between Chinese and Latin or digits',
		new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9%]${han}`, 'u'),
	],
	['two spaces', / {2}/],
	['space between two Chinese characters', new RegExp(`${han} +${han}`, 'u')],
	['space beside full-width punctuation', new RegExp(` [${full}]|[${full}] `, 'u')],
	['punctuation twice', /[，。；：、]{2}/],
	['corner quotes', /[「」『』]/],
];

/** Punctuation and spacing of a Chinese text. */
export function chineseFaults(text: string): string[] {
	return chinesePatterns.flatMap(([name, pattern]) => {
		const at = text.search(pattern);
		return at < 0 ? [] : [`${name}: ${text.slice(Math.max(0, at - 6), at + 8)}`];
	});
}

/** Terms that are wrong, foreign to the trade, or agreed otherwise (the glossary has ours). */
export const forbiddenTerms = /您|电子商务管理|入股|共位置|装箱单|通信|顶级高管/;

/** Four Latin words and more in a Chinese text, but for names. */
export function latinRuns(text: string, names: readonly string[]): string[] {
	const rest = names.reduce((left, name) => left.replaceAll(name, '·'), text);
	return rest.match(/[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*){3,}/g) ?? [];
}

/** Words that fill a sentence and say nothing. */
export const filler =
	/\b(leverag(e[sd]?|ing)|seamless(ly)?|robust(ly|ness)?|utili[sz](e[sd]?|ing|ation)|in order to|ensur(e[sd]?|ing) that|best-in-class|holistic(ally)?|empower(s|ed|ing|ment)?|streamlin(e[sd]?|ing)|synerg(y|ies|istic)|cutting-edge|crucial(ly)?|vital(ly)?)\b/i;

/** "T-30d" instead of "30 days before launch". Hours of the launch-day run sheet ("T-3 h") are not meant. */
export const dayNotation = /\b[TD][-+−–]\d+(?!\d| ?h\b| ?min\b| ?小时| ?分钟)/;

/** Web addresses and Markdown links, without the part of the address that names the language. */
export function links(text: string): string[] {
	const web = text.match(/https?:\/\/[^\s)"'，。；）]+/g) ?? [];
	const local = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href);
	return [...web, ...local].map((href) => href.replace(/^\/zh-cn\//, '/')).sort();
}

/** Ids and short numbers that a text names: `wh-print-hour`, W-15. */
export function idsIn(text: string, known: ReadonlySet<string>): string[] {
	const words = text.match(/[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+/g) ?? [];
	return [...new Set(words.filter((word) => known.has(word)))].sort();
}
