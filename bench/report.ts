import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Load, measureSearch, Paint, Ticks } from './browser.ts';
import type { Build } from './builds.ts';
import { median } from './middle.ts';
import { systems } from './systems.ts';

export interface Measured {
	build?: Build;
	load?: Load;
	paint?: Paint;
	search?: Awaited<ReturnType<typeof measureSearch>>;
}
export interface Results {
	machine: string;
	/** By `system/pages`. */
	measured: Record<string, Measured>;
	ticks?: Ticks;
}

/** Odd, so that one is in the middle. */
export const paintRounds = 13;

type Column = readonly [
	head: string,
	value: (one: Measured) => number | undefined,
	digits?: number,
];

const tables: readonly (readonly [title: string, columns: readonly Column[]])[] = [
	[
		'One page, as a first visit fetches it (KB, gzip)',
		[
			['total', ({ load }) => load?.total, 1],
			['HTML', ({ load }) => load?.kinds['html'], 1],
			['CSS', ({ load }) => load?.kinds['css'], 1],
			[
				'JS',
				({ load }) => (load ? (load.kinds['js'] ?? 0) + (load.kinds['mjs'] ?? 0) : undefined),
				1,
			],
			['requests', ({ load }) => load?.requests],
			['elements', ({ load }) => load?.nodes],
		],
	],
	[
		`The same page at 4× CPU slowdown, 1.6 Mbit/s, 150 ms (ms, median of ${paintRounds}, the systems in turns)`,
		[
			['LCP', ({ paint }) => paint?.lcp],
			['FCP', ({ paint }) => paint?.fcp],
			['blocked', ({ paint }) => paint?.blocked],
			['shift', ({ paint }) => paint?.shift, 3],
		],
	],
	[
		'First search, "migration" typed half a second after opening (same line, 4× CPU, median of 3)',
		[
			['typing to result, ms', ({ search }) => search?.time],
			['KB', ({ search }) => search?.bytes, 1],
			['requests', ({ search }) => search?.requests],
		],
	],
	[
		'Cold build, 30 items a page (median of 3, the systems in turns)',
		[
			['seconds', ({ build }) => build?.wall, 1],
			['processor seconds', ({ build }) => build?.cpu, 1],
			['peak MB', ({ build }) => build?.peak],
			['output MB', ({ build }) => build?.output, 1],
			['files', ({ build }) => build?.files],
		],
	],
];

/** Writes `bench/RESULTS.md`: each figure with its ratio to plain Starlight of the same number of pages. */
export function writeReport(results: Results): void {
	const { machine, measured, ticks } = results;
	const counts = [...new Set(Object.keys(measured).map((key) => Number(key.split('/')[1])))].sort(
		(a, b) => a - b,
	);
	const blocks = tables.flatMap(([title, columns]) => [
		`## ${title}`,
		...counts.map((count) => table(measured, count, columns)),
	]);
	const versions = systems
		.filter(({ packages }) => Object.keys(packages).length > 0)
		.map(
			({ name, packages }) =>
				`- ${name}: ${Object.entries(packages)
					.map((pair) => pair.join(' '))
					.join(', ')}`,
		);
	const among = (count: number) => measured[`This site/${count}`]?.load?.total;
	const [few, many] = [among(20), among(1000)];
	const text = [
		'# Measured',
		`By \`npm run bench\` on ${machine}. Ratios are to plain Starlight. Bytes, requests and output hold on any machine; times only where nothing else ran. The load is that of the last minute.`,
		versions.join('\n'),
		...blocks,
		'## Ours alone',
		few && many
			? `- A page among 1,000 is ${(many / few).toFixed(2)}× the same page among 20.`
			: '',
		ticks ? ticksInWords(ticks) : '',
	];
	writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${text.filter(Boolean).join('\n\n')}\n`);
}

function ticksInWords({ firsts, median: middle, max, scripts, bare }: Ticks): string {
	const ms = (time: number) => time.toFixed(0);
	return [
		`- Tick to the end of the next frame on a page of 1,000 items, 4× CPU, ${firsts.length} visits in turns with the same page without its scripts`,
		`: first tick of a visit median ${ms(median(firsts))} ms (${firsts.map(ms).join(', ')})`,
		`, those after it median ${ms(middle)}, slowest ${ms(max)}`,
		`; without scripts ${ms(bare)}`,
		`; scripts fetched by ticking: ${scripts.length === 0 ? 'none' : scripts.join(', ')}.`,
	].join('');
}

function table(measured: Results['measured'], count: number, columns: readonly Column[]): string {
	const base = measured[`Starlight/${count}`] ?? {};
	const cell = (one: Measured, [, value, digits = 0]: Column) => {
		const number = value(one);
		const reference = value(base);
		if (number === undefined) return '–';
		const ratio = reference ? ` (${(number / reference).toFixed(2)}×)` : '';
		return `${number.toFixed(digits)}${ratio}`;
	};
	const rows = systems.flatMap(({ name }) => {
		const one = measured[`${name}/${count}`];
		return one ? [`| ${name} | ${columns.map((column) => cell(one, column)).join(' | ')} |`] : [];
	});
	const head = `| ${count.toLocaleString('en')} pages | ${columns.map(([title]) => title).join(' | ')} |`;
	return [head, `|${' --- |'.repeat(columns.length + 1)}`, ...rows].join('\n');
}
