import { expect, test } from 'vitest';
import { isTeamFile, readContent } from './content.ts';
import { changed, paths, smallPlaybook } from './testing.ts';

test.each(Object.values(paths).filter((path) => !isTeamFile(path)))('%s must be there', (path) => {
	const files = smallPlaybook();
	files.delete(path);
	const { playbook, problems } = readContent(files);
	expect(playbook).toBeUndefined();
	expect(problems).toEqual([
		{
			severity: 'error',
			file: path,
			field: '',
			message: 'the file is missing',
			mend: 'Put it back, or take one from another copy of the playbook.',
		},
	]);
});

test.each(Object.values(paths).filter((path) => path !== paths.playbook))(
	'%s may not be empty',
	(path) => {
		const { problems } = readContent(smallPlaybook().set(path, '# nothing yet\n'));
		expect(problems).toMatchObject([
			{ file: path, field: '', message: 'the file is empty', mend: 'Put its content back.' },
		]);
	},
);

test('without its languages nothing else can be read', () => {
	const files = changed(smallPlaybook(), paths.playbook, 'languages:', 'tongues:');
	expect(readContent(files).problems).toMatchObject([
		{
			file: paths.playbook,
			field: 'languages',
			message: 'is missing',
			mend: 'Add "languages:" here.',
		},
	]);
	const none = smallPlaybook().set(paths.playbook, 'languages: []\n');
	expect(readContent(none).problems).toMatchObject([
		{ field: 'languages', message: 'needs at least one entry' },
	]);
});

test('faults of all files are reported at once', () => {
	let files: Map<string, string> = smallPlaybook();
	files = changed(files, paths.playbook, 'version: "1"', 'version: 1');
	files = changed(files, paths.warehouse, 'due: -21', 'due: soon');
	files = changed(files, paths.warehouse, 'better: up', 'better: more');
	files = changed(files, paths.marketing, 'kpis: []\n', '');
	files = changed(files, paths.launchDay, 'code: LD', 'code: LD\ncode: L');
	files = changed(files, paths.sources, 'read: yes', 'read: maybe');
	files = changed(files, paths.glossary, 'term: label, ', '');
	files = changed(files, paths.ledger, 'no: W-1', 'no: 1');
	const { playbook, problems } = readContent(files);
	expect(playbook).toBeUndefined();
	expect(problems.map(({ file, field }) => `${file} ${field}`).sort()).toEqual([
		'content/glossary.yaml label › en › term',
		'content/ledger.yaml wh-stock-list › no',
		'content/lists/launch-day.yaml ',
		'content/playbook.yaml version',
		'content/sources.yaml label-speed › read',
		'content/teams/marketing.yaml kpis',
		'content/teams/warehouse.yaml items › wh-print-hour › due',
		'content/teams/warehouse.yaml kpis › on-time › better',
	]);
});

test('references that lead nowhere are reported at once, in all files', () => {
	let files: Map<string, string> = smallPlaybook();
	files = changed(files, paths.warehouse, 'owner: print-lead', 'owner: printer');
	files = changed(files, paths.marketing, 'phase: prepare', 'phase: later');
	files = changed(files, paths.launchDay, 'owner: warehouse/print-lead', 'owner: it/lead');
	files = changed(files, paths.glossary, 'see: [label]', 'see: [box]');
	expect(
		readContent(files)
			.problems.map(({ message }) => message)
			.sort(),
	).toEqual([
		'no glossary entry is called "box"',
		'no phase is called "later"',
		'no role is called "it/lead"',
		'no role is called "printer"',
	]);
});

test('a doubt leaves the playbook readable', () => {
	const files = changed(smallPlaybook(), paths.marketing, '    takes: [stock-report]\n', '');
	const { playbook, problems } = readContent(files);
	expect(problems.map(({ severity }) => severity)).toEqual(['doubt']);
	expect(playbook?.id).toBe('small');
});

test.each([
	['content/teams/it.yaml', true],
	['content/lists/onboarding.yml', true],
	['content/teams/old/it.yaml', false],
	['content/teams/it.yaml.bak', false],
	['content/sources.yaml', false],
])('%s is a file of a team or list: %s', (path, is) => {
	expect(isTeamFile(path)).toBe(is);
});
