import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
	addNote,
	rename,
	setDue,
	setOwner,
	setPerson,
	setScope,
	setStatus,
	tick,
} from './change.ts';
import { isSame } from './json.ts';
import { merge } from './merge.ts';
import type { ProjectDocument } from './project.ts';
import { statuses } from './statuses.ts';
import type { Stamp } from './register.ts';
import { report } from './sync-report.ts';
import { World, type Random, type WorldFacts } from './sync-world.ts';
import { project } from './testing.ts';

const runs = process.env['TEST_FULL'] ? 10 : 1;

/** Any edit of the page; notes never meet another of their id, all else often does. */
function edit(doc: ProjectDocument, stamp: Stamp, random: Random): ProjectDocument {
	const id = `item-${random(4)}`;
	const name = ['Ann', 'Ben', '仓库', ''][random(4)] as string;
	const edits = [
		() => tick(doc, { id, rev: 1 + random(2) }, random(3) > 0, stamp),
		() => setStatus(doc, id, { is: statuses[random(5)] ?? 'todo', rev: 1, why: name }, stamp),
		() => addNote(doc, id, `n-${stamp[1]}-${stamp[0]}`, `note ${stamp[0]}`, stamp),
		() => setOwner(doc, id, name, stamp),
		() => setDue(doc, id, `2027-0${1 + random(9)}-11`, stamp),
		() => setPerson(doc, `it/role-${random(2)}`, name, stamp),
		() => rename(doc, `Launch ${random(9)}`, stamp),
		() => setScope(doc, { teams: { it: random(2) > 0 }, level: 'all' }, stamp),
	];
	return (edits[random(edits.length)] as () => ProjectDocument)();
}

const anyWorld = (habits: Partial<WorldFacts>) =>
	fc.record({
		seed: fc.integer(),
		people: fc.integer({ min: 2, max: 10 }),
		chaos: fc.constantFrom(0, 0.1, 0.3, 0.6),
		tags: fc.constantFrom('apache', 'apache', 'strong', 'put', 'letter', 'gzip'),
		conditions: fc.constant('kept'),
		isCareless: fc.constant(false),
		start: fc.constant(project()),
		edit: fc.constant(edit),
		...Object.fromEntries(Object.entries(habits).map(([key, value]) => [key, fc.constant(value)])),
	}) as fc.Arbitrary<WorldFacts>;

function everyWorld(habits: Partial<WorldFacts>, numRuns: number, check: (world: World) => void) {
	fc.assert(
		fc.property(anyWorld(habits), (facts) => check(new World(facts))),
		{ numRuns: numRuns * runs },
	);
}

function convergesIn(world: World): void {
	world.run(45_000);
	expect(world.settle()).toBe(true);
	expect(world.held && isSame(world.held, world.all)).toBe(true);
	for (const { wrote, local } of world.people)
		expect(isSame(merge(local, wrote), local)).toBe(true);
}

vi.setConfig({ testTimeout: 120_000 * runs });

test('everyone has everything in the end, and no write ever takes anything away', () => {
	everyWorld({}, 700, (world) => {
		convergesIn(world);
		expect(world.losses).toBe(0);
	});
});

test('a store that checks a condition and writes seconds later is brought to hold everything', () => {
	everyWorld({ conditions: 'racy' }, 300, convergesIn);
});

test('so is a store without conditions or tags, where people said to use it all the same', () => {
	everyWorld({ conditions: 'ignored', isCareless: true }, 200, convergesIn);
	everyWorld({ conditions: 'ignored', tags: 'none', isCareless: true }, 200, convergesIn);
});

test('nothing is written to a store without conditions before somebody said so', () => {
	everyWorld({ conditions: 'ignored', chaos: 0 }, 100, (world) => {
		world.run(45_000);
		world.settle(200_000);
		expect(world.writes).toBe(0);
		const kinds = world.people.map(({ sync }) => report(sync).trouble?.kind);
		for (const kind of kinds) expect(['no-conditions', 'gone']).toContain(kind);
		for (const { wrote, local } of world.people)
			expect(isSame(merge(local, wrote), local)).toBe(true);
	});
});

test('nothing is written where there is no tag to make a condition of', () => {
	everyWorld({ tags: 'none', chaos: 0 }, 100, (world) => {
		world.run(45_000);
		world.settle(200_000);
		// The first write needs none: there must be no file.
		expect(world.writes).toBe(1);
	});
});

test('it asks gently: more seldom the longer nothing happens, and not at all when hidden', () => {
	everyWorld({ chaos: 0, people: 3 }, 50, (world) => {
		world.run(45_000);
		expect(world.settle()).toBe(true);
		const count = () => world.people.reduce((sum, { requests }) => sum + requests, 0);
		world.run(600_000);
		const before = count();
		world.run(600_000);
		expect((count() - before) / 3).toBeLessThanOrEqual(11);
	});
});
