/** The generated content: the same pages for every system, always the same for the same number. */

export interface Task {
	/** About nine words. */
	title: string;
	/** When it is done, and why it matters: a few words each. */
	doneWhen: string;
	why: string;
}
export interface BenchPage {
	id: string;
	/** Pages are grouped by team where a system groups them. */
	group: string;
	title: string;
	description: string;
	sections: { title: string; paragraphs: string[]; tasks: Task[] }[];
}

const words =
	`account address agent answer approve archive audit balance banner basket batch brand budget call campaign
	carrier cart catalogue channel check claim click code colour confirm contract cost count customer daily data date deliver
	demand design desk discount dispatch draft edit email error event export fee field file filter finance form goal grade
	image import index invoice issue item label launch layer lead limit line link list load local log market match measure
	menu message method model month name note notice number offer open order owner pack page parcel partner pay person phone
	pick plan point post price print process product profile promise proof quality queue quote range rate read record refund
	region release repair report request return review rule sale sample scan schedule scope score screen search season section
	segment send service shelf ship shop sign size slot source stage standard start state status step stock store supplier
	support switch table target task team term test text ticket title total track train unit update value vendor view visit
	volume warehouse week work write zone`.split(/\s+/);

/** A small generator of numbers from 0 to 1 (mulberry32): the same for the same seed everywhere. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** `count` pages: 5 sections, about 650 words, 3 lists of tasks (10 each); one in twenty is about "migration". */
export function benchPages(count: number, tasks = 10): BenchPage[] {
	return Array.from({ length: count }, (_, i) => {
		const random = randomFrom(i + 1);
		const some = (length: number) =>
			Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
		const sentence = (length: number) => {
			const text = some(length);
			return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
		};
		const topic = i % 20 === 7 ? 'migration' : words[i % words.length];
		return {
			id: `page-${i + 1}`,
			group: `team-${(i % 20) + 1}`,
			title: `Page ${i + 1}: ${topic} ${some(2)}`,
			description: sentence(12),
			sections: Array.from({ length: 5 }, (_, section) => ({
				title: sentence(3).slice(0, -1),
				paragraphs: section < 3 ? [sentence(14)] : [sentence(25), sentence(25)],
				tasks: Array.from({ length: section < 3 ? tasks : 0 }, () => ({
					title: sentence(8).slice(0, -1),
					doneWhen: sentence(5),
					why: sentence(4),
				})),
			})),
		};
	});
}

/** A page as Markdown with task lists, below its front matter. */
export function markdown(page: BenchPage): string {
	return page.sections
		.map(({ title, paragraphs, tasks }) =>
			[
				`## ${title}`,
				...paragraphs,
				tasks.map((task) => `- [ ] ${task.title}: ${task.doneWhen} ${task.why}`).join('\n'),
			]
				.filter(Boolean)
				.join('\n\n'),
		)
		.join('\n\n');
}
