import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { rooms } from '../../eslint.rooms.js';

const { parser, plugin } = tseslint;
// The rules alone, without types: quick, and the files need not exist.
const linter = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [
		{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { '@typescript-eslint': plugin } },
		...rooms,
	] as NonNullable<ESLint.Options['overrideConfig']>,
});

/** What the rules say of some code in a file of src/. */
async function said(file: string, code: string): Promise<string[]> {
	const [result] = await linter.lintText(code, { filePath: `src/${file}` });
	return result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? [];
}

const forbidden: Record<string, [file: string, code: string][]> = {
	'the core knows nothing but itself': [
		['progress/x.ts', "import { z } from 'zod';"],
		['progress/x.ts', "import { readFile } from 'node:fs';"],
		['progress/x.ts', "import { store } from '../browser/store.ts';"],
		['progress/x.ts', "import { store } from '~/browser/store.ts';"],
		['progress/x.ts', "import { indexOf } from '../model/playbook.ts';"],
		['progress/x.ts', "export { indexOf } from '../model/playbook.ts';"],
		['progress/x.ts', "await import('../browser/store.ts');"],
		['progress/deeper/x.ts', "import { store } from '../../browser/store.ts';"],
	],
	'the core knows no browser, no time and no chance': [
		['progress/x.ts', "document.querySelector('b');"],
		['progress/x.ts', "localStorage.getItem('x');"],
		['progress/x.ts', 'Date.now();'],
		['progress/x.ts', 'new Date();'],
		['words/x.ts', 'Math.random();'],
		['search/x.ts', 'crypto.randomUUID();'],
	],
	'the model knows the checks of files, and nothing of the site': [
		['model/x.ts', "import { merge } from '../progress/merge.ts';"],
		['model/x.ts', "import { getEntry } from 'astro:content';"],
		['model/checks/x.ts', "import { Loader } from '../../build/playbook-loader.ts';"],
	],
	'adapters do not know who uses them': [
		['browser/x.ts', "import { announce } from '../elements/page/live.ts';"],
		['browser/x.ts', "import { csv } from '../export/csv.ts';"],
	],
	'elements leave to src/browser what the browser keeps': [
		['elements/x.ts', "localStorage.setItem('x', 'y');"],
		['elements/x.ts', "window.localStorage.setItem('x', 'y');"],
		['elements/x.ts', 'globalThis.indexedDB;'],
		['elements/x.ts', 'navigator.locks;'],
		['elements/x.ts', "location.href = '/';"],
		['elements/x.ts', 'document.location;'],
		['elements/x.ts', 'document.cookie;'],
		['elements/x.ts', 'new URL(document.URL);'],
		['elements/x.ts', 'document.documentURI;'],
		['elements/x.ts', 'document.body.baseURI;'],
		['elements/x.ts', "history.replaceState(null, '');"],
	],
	'elements fetch exports when they are asked for': [
		['elements/x.ts', "import { csv } from '../export/csv.ts';"],
		['elements/x.ts', "import { exportItems } from './export/files.ts';"],
		['elements/deeper/x.ts', "import { exportItems } from '../export/files.ts';"],
		['elements/export/x.ts', "import { exportItems } from './files.ts';"],
		['elements/x.ts', "import { renderSVG } from 'uqr';"],
		['elements/x.ts', "import { indexOf } from '../model/playbook.ts';"],
		['elements/x.ts', "import { pageContext } from '../components/page.ts';"],
	],
	'nothing imports pages, the build or tests': [
		['components/x.ts', "import { routes } from '~/build/routes.ts';"],
		['components/x.ts', "import { store } from '~/browser/store.ts';"],
		['components/x.ts', "import { PbChecklistElement } from '~/elements/checklist/checklist.ts';"],
		['routes/x.ts', "import { store } from '../browser/store.ts';"],
		['overrides/x.ts', "import { indexOf } from '~/model/playbook.ts';"],
		['build/x.ts', "import { pageContext } from '../components/page.ts';"],
		['elements/x.ts', "import { box } from '../../tests/site/fixtures.ts';"],
	],
};

const allowed: [file: string, code: string][] = [
	['progress/x.ts', "import type { Item } from '../model/playbook.ts';"],
	[
		'progress/x.ts',
		"import { merge } from './merge.ts';\nimport { words } from '../words/words.ts';",
	],
	['progress/x.ts', "new Date('2027-03-01'); Date.UTC(2027, 2, 1);"],
	['model/x.ts', "import { z } from 'zod';\nimport { parse } from 'yaml';"],
	['model/checks/x.ts', "import { nearest } from '../problem.ts';"],
	[
		'browser/x.ts',
		"localStorage.getItem('x'); navigator.locks; location.href; document.URL; Date.now();",
	],
	['elements/x.ts', "import { store } from '../browser/store.ts'; document.querySelector('b');"],
	[
		'elements/x.ts',
		"import type { Wanted } from './export/files.ts'; import('./export/files.ts');",
	],
	['elements/export/files.ts', "import { csv } from '../../export/csv.ts';"],
	['elements/print/code.ts', "import { renderSVG } from 'uqr';"],
	['components/x.ts', "import { indexOf } from '~/model/playbook.ts'; import 'astro:content';"],
	['routes/x.ts', "import type { Table } from '~/browser/tables.ts';"],
];

describe.each(Object.entries(forbidden))('%s', (_, cases) => {
	test.each(cases)('%s: %s', async (file, code) => {
		expect(await said(file, code)).toHaveLength(1);
	});
});

test.each(allowed)('allowed in %s: %s', async (file, code) => {
	expect(await said(file, code)).toEqual([]);
});

test('the script of a component registers an element and does nothing else', async () => {
	const file = 'components/Board.astro/0.ts';
	expect(await said(file, "import '~/elements/board/define.ts';")).toEqual([]);
	expect(await said(file, "import '~/elements/board/board.ts';")).toHaveLength(1);
	expect(await said(file, "document.title = 'x';")).toHaveLength(1);
});

test("the project's own configuration holds these rules", async () => {
	const config = (await new ESLint().calculateConfigForFile('src/progress/merge.ts')) as {
		rules: Record<string, unknown[]>;
	};
	const own = rooms.find(({ files }) => files[0] === 'src/progress/*.{ts,astro}');
	expect(config.rules['@typescript-eslint/no-restricted-imports']?.[1]).toEqual(
		own?.rules['@typescript-eslint/no-restricted-imports']?.[1],
	);
});
