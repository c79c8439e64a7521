/** What is told and kept with a store that answers as Nextcloud does: nextcloud-model.ts says how. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { session } from '../../src/browser/remote.ts';
import { readProject } from '../../src/progress/file.ts';
import { newProject } from '../../src/progress/new-project.ts';
import { statusOf, type ProjectDocument } from '../../src/progress/project.ts';
import { basic } from './apache.ts';
import { Client, until } from './client.ts';
import { newNextcloud, type Nextcloud } from './nextcloud-model.ts';

const start = newProject({ id: 'p1', playbook: 'commerce-teams', name: 'Spring' }, [1, 'a']);

describe('a model of Nextcloud', { timeout: 60_000 }, () => {
	let cloud: Nextcloud;
	let clients: Client[];
	beforeEach(async () => {
		cloud = await newNextcloud();
		clients = [];
	});
	afterEach(async () => {
		for (const client of clients) client.kill();
		await cloud.close();
	});

	const join = (creates = false, more: { authorization?: string; address?: string } = {}) => {
		const address = `${cloud.url}Projects/launch.json`;
		const facts = { address, authorization: basic, creates, ...more };
		const client = new Client(`w${clients.length}`, start, facts);
		clients.push(client);
		return client;
	};
	/** A file that is there, and somebody in step with it. */
	const inStep = async () => {
		const client = join(true);
		await until(() => client.report.is === 'step');
		return client;
	};
	const stored = (): ProjectDocument => {
		const read = readProject(cloud.files.get('launch.json')?.text ?? '');
		if (!read.ok) throw new Error(JSON.stringify(read.errors));
		return read.project;
	};
	const isUp = (id: string | undefined) => statusOf(stored(), id ?? '').is === 'done';

	test('keeps every tick of five people who write at once', async () => {
		await inStep();
		for (let more = 0; more < 4; more += 1) join();
		await until(() => clients.every(({ report }) => report.is === 'step'));
		for (let ticks = 0; ticks < 5; ticks += 1) for (const client of clients) client.tick();
		const all = clients.flatMap(({ ticks }) => ticks);
		await until(
			() => clients.every((client) => (client.look(), client.isInStep(all))),
			50_000,
			500,
		);
		expect(all.filter((id) => !isUp(id))).toEqual([]);
		expect(all).toHaveLength(25);
		// They did meet, and the store did say so.
		expect(cloud.sent.get(412)).toBeGreaterThan(5);
		expect(cloud.sent.get(304)).toBeGreaterThan(0);
	});

	test('says that a file is locked, and takes what waited once it is free', async () => {
		const ann = await inStep();
		cloud.is = 'locked';
		ann.tick();
		await until(() => ann.report.trouble?.kind === 'locked');
		expect(ann.report).toMatchObject({ is: 'trouble', wantsSignIn: false });
		expect(isUp(ann.ticks[0])).toBe(false);
		cloud.is = 'well';
		await until(() => ann.report.is === 'step');
		expect(isUp(ann.ticks[0])).toBe(true);
	});

	test('asks for a sign-in, and a wrong app password is sent once only', async () => {
		await inStep();
		const ben = join(false, { authorization: 'Basic d3Jvbmc6d3Jvbmc=' });
		await until(() => ben.report.trouble?.kind === 'sign-in');
		ben.tick();
		ben.look();
		ben.look();
		// Whoever signs in rightly meanwhile is served, so that there was time for a second one.
		const cem = join();
		await until(() => cem.report.is === 'step');
		expect(ben.requests).toBe(1);
	});

	test.each([false, true])('has no folder of this name, older version: %s', async (isOld) => {
		cloud.isOld = isOld;
		const ann = join(true, { address: `${cloud.url}No/launch.json` });
		await until(() => ann.report.trouble?.kind === 'no-folder');
		expect(ann.report.trouble?.status).toBe(isOld ? 404 : 409);
	});

	test('is read only where the share is, which the first write finds out', async () => {
		await inStep();
		const before = cloud.files.get('launch.json')?.text;
		cloud.is = 'read-only';
		const ben = join();
		await until(() => ben.report.is === 'step');
		ben.tick();
		await until(() => ben.report.is === 'read-only');
		expect(ben.report).toMatchObject({ edits: 2, wantsSignIn: false });
		expect(cloud.files.get('launch.json')?.text).toBe(before);
	});

	test('lets a session of its own pages read and not write: the recipe has Basic only', async () => {
		await inStep();
		cloud.hasSession = true;
		const ben = join(false, { authorization: session });
		await until(() => ben.report.is === 'read-only');
		expect(ben.report).toMatchObject({ wantsSignIn: true });
	});

	test.each([
		['redirect', 'redirect'],
		['sign-on page', 'html'],
	] as const)('behind a sign-on that ended (%s) loses nothing', async (is, kind) => {
		const ann = await inStep();
		cloud.is = is;
		ann.tick();
		await until(() => ann.report.trouble?.kind === kind);
		expect(isUp(ann.ticks[0])).toBe(false);
		expect(ann.report.edits).toBe(2);
		cloud.is = 'well';
		ann.remote.tell({ is: 'retry' });
		await until(() => ann.report.is === 'step');
		expect(isUp(ann.ticks[0])).toBe(true);
	});

	test('in maintenance is left alone for as long as it asks', async () => {
		const ann = await inStep();
		cloud.is = 'maintenance';
		ann.tick();
		await until(() => ann.report.trouble?.kind === 'busy');
		expect(ann.report.trouble).toMatchObject({ status: 503, after: 120 });
		const { requests } = ann;
		ann.look();
		ann.tick();
		expect(ann.requests).toBe(requests);
	});

	test('lets no page of another site in, which is why the recipe puts it behind this one', async () => {
		const asked = await fetch(`${cloud.url}Projects/launch.json`, {
			method: 'OPTIONS',
			headers: { Origin: 'https://playbook.example', 'Access-Control-Request-Method': 'PUT' },
		});
		expect(asked.status).toBe(401);
		expect([...asked.headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
	});
});
