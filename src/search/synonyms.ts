/** Other words for the same thing, from `content/synonyms.yaml`. */
import { fold, readQuery, type Query } from './text.ts';

/** Words that mean the same: those to look for, and those that may be typed besides. */
export interface SynonymGroup {
	readonly words: readonly string[];
	/** The group's words in other languages. */
	readonly typed: readonly string[];
}

const most = 6;

/** The query and, where it holds a word of a group, the same query with each of the other words. */
export function expand(typed: string, groups: readonly SynonymGroup[]): Query[] {
	const query = readQuery(typed);
	const texts = new Set([query.text]);
	for (const { words, typed } of groups) {
		const all = [...new Set([...words, ...typed].map(fold))];
		// The longest first: "third-party warehouse" before "warehouse".
		const inQuery = all
			.sort((a, b) => b.length - a.length)
			.flatMap((word) => placeOf(query.text, word) ?? [])[0];
		if (!inQuery) continue;
		for (const text of [...texts])
			for (const word of words.map(fold))
				if (word !== inQuery && texts.size < most)
					texts.add(text.replace(inQuery, ` ${word} `).replace(/\s+/g, ' ').trim());
	}
	const queries = [...texts].map((text, i) => (i === 0 ? query : readQuery(text)));
	return queries.filter(({ terms }) => terms.length > 0);
}

/** Where a text holds a word, one of Latin letters also in its plural; whole words only. */
function placeOf(text: string, word: string): string | undefined {
	if (!/^[a-z0-9]/.test(word)) return text.includes(word) ? word : undefined;
	const core = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
	return new RegExp(`(?<![a-z0-9])${core}(?:e?s)?(?![a-z0-9])`).exec(text)?.[0];
}
