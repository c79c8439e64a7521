import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Load, measureSearch, measureTicks, Paint } from './browser.ts';
import type { Build } from './builds.ts';
import { systems } from './systems.ts';

export interface Measured {
	build?: Build;
	load?: Load;
	paint?: Paint;
	search?: Awaited<ReturnType<typeof measureSearch>>;
	/** The machine's load when its last part was measured. */
	busy?: number;
}
export interface Results {
	machine: string;
	/** By `system/pages`. */
	measured: Record<string, Measured>;
	ticks?: Awaited<ReturnType<typeof measureTicks>>;
}

type Column = readonly [
	head: string,
	value: (one: Measured) => number | undefined,
	digits?: number,
	hasNoRatio?: true,
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
		'The same page at 4× CPU slowdown, 1.6 Mbit/s, 150 ms (ms, median of 5)',
		[
			['LCP', ({ paint }) => paint?.lcp],
			['FCP', ({ paint }) => paint?.fcp],
			['blocked', ({ paint }) => paint?.blocked],
			['shift', ({ paint }) => paint?.shift, 3],
			['machine load', ({ busy }) => busy, 1, true],
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
		'Cold build, 30 items a page',
		[
			['seconds', ({ build }) => build?.wall, 1],
			['processor seconds', ({ build }) => build?.cpu, 1],
			['peak MB', ({ build }) => build?.peak],
			['output MB', ({ build }) => build?.output, 1],
			['files', ({ build }) => build?.files],
			['machine load', ({ busy }) => busy, 1, true],
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
		`By \`npm run bench\` on ${machine}. Ratios are to plain Starlight. Bytes, requests and output hold on any machine; times only where nothing else ran. The machine's load is that of the last minute, to which measuring adds 1 to 3 of its own.`,
		versions.join('\n'),
		...blocks,
		'## Ours alone',
		few && many
			? `- A page among 1,000 is ${(many / few).toFixed(2)}× the same page among 20.`
			: '',
		ticks
			? `- Tick to the end of the next frame on a page of 1,000 items, 4× CPU: first ${ticks.first.toFixed(0)} ms, median ${ticks.median.toFixed(0)}, slowest of 20 ${ticks.max.toFixed(0)}; scripts fetched by ticking: ${ticks.scripts.length === 0 ? 'none' : ticks.scripts.join(', ')}.`
			: '',
	];
	writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${text.filter(Boolean).join('\n\n')}\n`);
}

function table(measured: Results['measured'], count: number, columns: readonly Column[]): string {
	const base = measured[`Starlight/${count}`] ?? {};
	const cell = (one: Measured, [, value, digits = 0, hasNoRatio]: Column) => {
		const number = value(one);
		const reference = value(base);
		if (number === undefined) return '–';
		const ratio = reference && !hasNoRatio ? ` (${(number / reference).toFixed(2)}×)` : '';
		return `${number.toFixed(digits)}${ratio}`;
	};
	const rows = systems.flatMap(({ name }) => {
		const one = measured[`${name}/${count}`];
		return one ? [`| ${name} | ${columns.map((column) => cell(one, column)).join(' | ')} |`] : [];
	});
	const head = `| ${count.toLocaleString('en')} pages | ${columns.map(([title]) => title).join(' | ')} |`;
	return [head, `|${' --- |'.repeat(columns.length + 1)}`, ...rows].join('\n');
}
