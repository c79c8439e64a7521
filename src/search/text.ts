/** Texts as search compares them, and the words of a query. */

const han = /\p{Script=Han}/u;

/**
 * Full width to half, capitals to small, accents off, one kind of space. `at[i]` is where the
 * character at `i` of the folded text stands in the original.
 */
export function foldWithPlaces(text: string): { folded: string; at: number[] } {
	let folded = '';
	const at: number[] = [];
	let place = 0;
	for (const letter of text) {
		const plain = foldLetter(letter);
		for (let i = 0; i < plain.length; i++) at.push(place);
		folded += plain;
		place += letter.length;
	}
	at.push(place);
	return { folded, at };
}

/** The folded text alone; the whole at once is far quicker than letter by letter. */
export function fold(text: string): string {
	return foldLetter(text);
}

function foldLetter(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[‘’]/g, "'")
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s/g, ' ');
}

/** One word of a query: letters and digits, or a run of Han characters. */
export interface Term {
	readonly text: string;
	readonly isHan: boolean;
}

/** A query as it is compared. */
export interface Query {
	/** As typed, folded, single spaces. */
	readonly text: string;
	readonly terms: readonly Term[];
}

/** Words that say nothing when there are others. */
const small = new Set(
	'a an and are as at be by can do does for from get has have how i if in into is it its me my of on or our should so that the their there they this to us was we what when where which who why will with you your'.split(
		' ',
	),
);
const asking =
	/为什么|什么时候|怎么样|怎么办|怎么|怎样|如何|什么|哪些|哪个|多少|几个|需要|应该|可以|谁来|谁|吗|呢|(?<!目)的(?!确)/g;

/** Reads a query: `SKU库存` is two words, "who approves the campaign" is approves + campaign. */
export function readQuery(typed: string): Query {
	const text = fold(typed).replace(/\s+/g, ' ').trim();
	const all = words(text);
	const telling = all.flatMap(({ text, isHan }): Term[] => {
		if (!isHan) return small.has(text) ? [] : [{ text, isHan }];
		const parts = text.replace(asking, ' ').split(' ').filter(Boolean);
		return parts.map((part) => ({ text: part, isHan }));
	});
	return { text, terms: unique(telling.length > 0 ? telling : all) };
}

function words(text: string): Term[] {
	// A hyphen, point or slash inside a word holds it together: W-15, e-mail, go/no-go, 1.5.
	const runs = text.matchAll(
		/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}]|(?<=[\p{L}\p{N}])[-.'/&](?=[\p{L}\p{N}]))+/gu,
	);
	return [...runs].map(([run]) => ({ text: run, isHan: han.test(run) }));
}

function unique(terms: Term[]): Term[] {
	return [...new Map(terms.map((term) => [term.text, term])).values()];
}

/** The part of an English word that its forms share; what follows may be anything. */
export function stem(word: string): string {
	if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
	const cut = word
		.replace(/(?<=[a-z]{2})ies$/, '')
		.replace(/(?<=[a-z](?:s|x|z|ch|sh))es$/, '')
		.replace(/(?<=[a-z]{2}[^isu])s$/, '')
		.replace(/(?<=[a-z]*[aeiouy][a-z]+)ing$|(?<=[a-z]{2}[^e])ed$/, '')
		.replace(/([bdgmnprt])\1$/, '$1')
		.replace(/(?<=[a-z]{4})[ey]$/, '');
	return cut.length < 3 ? word : cut;
}

/** A run of Han characters as words, so that it is found where the text splits it otherwise. */
export function segments(run: string): string[] {
	if (run.length < 3) return [run];
	const segmenter = (Intl as { Segmenter?: typeof Intl.Segmenter }).Segmenter;
	if (!segmenter) return pairs(run);
	return [...new segmenter('zh', { granularity: 'word' }).segment(run)].map(
		({ segment }) => segment,
	);
}

/** Each two neighbouring characters. */
export function pairs(run: string): string[] {
	return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
	return words(fold(text)).map((word) => word.text);
}
