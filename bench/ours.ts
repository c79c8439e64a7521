/** This site with generated content: one team file and one page per generated page, English alone. */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BenchPage } from './pages.ts';
import { files, type System } from './project.ts';

const root = resolve(import.meta.dirname, '..');
const copied = [
	'src',
	'public',
	'astro.config.mjs',
	'content.config.ts',
	'tsconfig.json',
	'package.json',
];
/** The phases of the playbook that hold the three lists of a page. */
const phases = ['prepare', 'launch', 'run'];

export const ours: System = {
	name: 'This site',
	packages: {},
	write(folder, pages) {
		for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
		rmSync(join(folder, 'content'), { recursive: true, force: true });
		mkdirSync(join(folder, 'content/lists'), { recursive: true });
		const phase = (id: string) => `  - { id: ${id}, en: { name: ${id}, question: Is it done? } }\n`;
		files(folder, {
			'content/playbook.yaml': `id: bench
version: "1"
title: { en: Bench }
summary: { en: Generated pages. }
languages: [{ id: en, name: English, path: "" }]
phases:
${phases.map(phase).join('')}formats: [{ id: co-located, en: { name: Co-located } }]
markets: []
teams: [${pages.map(({ id }) => id).join(', ')}]
lists: []
`,
			'content/sources.yaml': '[]\n',
			'content/glossary.yaml': '[]\n',
			'content/ledger.yaml': pages.map(ledger).join(''),
			'content/i18n/en.json': readFileSync(join(root, 'content/i18n/en.json'), 'utf8'),
			'content/docs/index.mdx': '---\ntitle: Bench\ntemplate: splash\n---\n\nStart here.\n',
			'content/docs/404.mdx': '---\ntitle: Not here\ntemplate: splash\n---\n\nNot here.\n',
			'content/docs/search.mdx': readFileSync(join(root, 'content/docs/search.mdx'), 'utf8'),
			...Object.fromEntries(
				pages.map((page, i) => [`content/teams/${page.id}.yaml`, team(page, i)]),
			),
			...Object.fromEntries(pages.map((page) => [`content/docs/teams/${page.id}.md`, prose(page)])),
		});
	},
	build: ['node_modules/.bin/astro', 'build'],
	out: 'dist',
	caches: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
	address: ({ id }) => `/teams/${id}/`,
	search: {
		open: '.search-open',
		box: '.search-dialog input',
		result: '#search-list [role=option]',
	},
};

/** Letters for a number, since ids and codes of teams hold no figures: A, B, … AA. */
function letters(no: number): string {
	const rest = Math.floor(no / 26);
	return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (no % 26));
}

const tasksOf = ({ sections }: BenchPage) =>
	sections
		.filter(({ tasks }) => tasks.length > 0)
		.flatMap(({ tasks }, i) => tasks.map((task) => ({ task, phase: phases[i] })));
const itemId = (page: BenchPage, i: number) => `${page.id}-item-${i + 1}`;

function ledger(page: BenchPage, no: number): string {
	return tasksOf(page)
		.map((_, i) => `${itemId(page, i)}: { no: ${letters(no)}-${i + 1}, added: 2026-11-22 }\n`)
		.join('');
}

function team(page: BenchPage, no: number): string {
	const text = JSON.stringify;
	const items = tasksOf(page).map(
		({ task, phase }, i) => `  - id: ${itemId(page, i)}
    level: essential
    phase: ${phase}
    due: -7
    owner: lead
    en: { title: ${text(task.title)}, why: ${text(task.why)}, done-when: ${text(task.doneWhen)} }
`,
	);
	return `id: ${page.id}
kind: team
prefix: ${page.id}
code: ${letters(no)}
en: { name: ${text(page.title)}, purpose: ${text(page.description)} }
statements: []
format-notes: {}
roles: [{ id: lead, en: { name: Lead, responsibility: The list } }]
kpis: []
story: { id: ${page.id}-story, origin: derived, handoffs: [], en: { title: None, what-happened: Nothing., lesson: None. } }
items:
${items.join('')}`;
}

/** The words of the others' pages; the lists come after them, as on every page in Markdown. */
function prose(page: BenchPage): string {
	const sections = page.sections.map(
		({ title, paragraphs }) => `## ${title}\n\n${paragraphs.join('\n\n')}`,
	);
	return `---
title: ${JSON.stringify(page.title)}
description: ${page.description}
team: ${page.id}
---

${sections.join('\n\n')}
`;
}
