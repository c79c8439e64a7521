import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/browser/remote.ts';
import { readProject } from '../../src/progress/file.ts';
import { newProject } from '../../src/progress/new-project.ts';
import { notesOf } from '../../src/progress/notes.ts';
import { statusOf, type ProjectDocument } from '../../src/progress/project.ts';
import { apache, basic, newStore, type Store } from './apache.ts';
import { Client, until } from './client.ts';

const isFull = Boolean(process.env['TEST_FULL']);
const seconds = isFull ? 60 : 20;

// Nobody is to believe that this was tested where it was not.
test.skipIf(!process.env['CI'])('Apache is installed where it must be', () => {
	expect(apache).toBeDefined();
});

describe.skipIf(!apache)('a stock Apache with mod_dav', { timeout: 240_000 }, () => {
	let store: Store;
	beforeAll(async () => {
		store = await newStore();
		await store.start();
	});
	afterAll(() => store.remove());

	const start = newProject({ id: 'p1', playbook: 'commerce-teams', name: 'Spring' }, [1, 'a']);
	const fileOf = (name: string) => readFileSync(join(store.files, name), 'utf8');
	const projectIn = (name: string): ProjectDocument => {
		const read = readProject(fileOf(name));
		if (!read.ok) throw new Error(JSON.stringify(read.errors));
		return read.project;
	};

	test(`keeps every tick of ten people for ${seconds} seconds, with everyone killed in a write and two power cuts`, async () => {
		const address = `${store.url}ten.json`;
		const clients = Array.from({ length: 10 }, (_, index) => {
			return new Client(`w${index}`, start, {
				address,
				authorization: basic,
				creates: index === 0,
			});
		});
		const ticks = () => Math.random() < 0.3;
		const ticking = setInterval(() => clients.filter(ticks).forEach((one) => one.tick()), 200);
		const part = seconds * 200;
		const deaths: Promise<void>[] = [];
		for (let cut = 0; cut < 2; cut += 1) {
			await pause(part);
			// Each dies at its next write, and is opened again.
			deaths.push(
				...clients.map(async (client) => {
					await client.killInWrite();
					await cutOff(address);
					client.open();
				}),
			);
			await pause(part);
			await store.kill();
			await pause(1500);
			await store.start();
		}
		await pause(part);
		clearInterval(ticking);

		const ticked = clients.flatMap(({ ticks }) => ticks);
		expect(ticked.length).toBeGreaterThan(seconds * 5);
		// As a person does who comes back to the page.
		for (const client of clients) client.look();
		await Promise.all(deaths);
		await until(() => clients.every((client) => client.isInStep(ticked)), 120_000);
		for (const doc of [projectIn('ten.json'), ...clients.map(({ doc }) => doc)]) {
			const missing = ticked.filter(
				(id) => statusOf(doc, id).is !== 'done' || !notesOf(doc, id)[0],
			);
			expect(missing).toEqual([]);
		}
		// A power cut leaves Apache's own unfinished file behind, under another name.
		const left = readdirSync(store.files).filter((name) => !name.startsWith('.davfs.tmp'));
		expect(left).toEqual(['ten.json']);
		for (const client of clients) client.kill();
	});

	test('lets anyone read, and says that writing needs a sign-in', async () => {
		writeFileSync(join(store.files, 'read.json'), JSON.stringify(start));
		const reader = new Client('w1', start, { address: `${store.url}read.json` });
		await until(() => reader.report.is === 'read-only');
		expect(reader.report).toMatchObject({ wantsSignIn: true, edits: 0 });
		reader.tick();
		await pause(1500);
		expect(fileOf('read.json')).toBe(JSON.stringify(start));
		expect(reader.report).toMatchObject({ is: 'read-only' });
		reader.kill();
	});

	test('wants a sign-in where it wants one to read, and a wrong password is not tried twice', async () => {
		const client = new Client('w1', start, {
			address: `${store.closed}a.json`,
			authorization: 'Basic d3Jvbmc6d3Jvbmc=',
		});
		await until(() => client.report.trouble?.kind === 'sign-in');
		const { requests } = client;
		client.tick();
		client.look();
		await pause(3000);
		expect(client.requests).toBe(requests);
		client.kill();
	});

	test('has no folder for a file, and is told so', async () => {
		const address = `${store.url}no/such/folder.json`;
		const client = new Client('w1', start, { address, authorization: basic, creates: true });
		await until(() => client.report.trouble?.kind === 'no-folder');
		client.kill();
	});

	test('loses the shared copy only to who removes it, and gets it back from who says so', async () => {
		const facts = { address: `${store.url}gone.json`, authorization: basic };
		const ann = new Client('w1', start, { ...facts, creates: true });
		await until(() => ann.report.is === 'step');
		const ben = new Client('w2', start, facts);
		await until(() => ben.report.is === 'step');
		ann.remote.tell({ is: 'remove' });
		await until(() => ann.report.is === 'removed');
		expect(readdirSync(store.files)).not.toContain('gone.json');
		ben.tick();
		ben.look();
		await until(() => ben.report.trouble?.kind === 'gone');
		expect(readdirSync(store.files)).not.toContain('gone.json');
		ben.remote.tell({ is: 'replace' });
		await until(() => ben.report.is === 'step');
		expect(statusOf(projectIn('gone.json'), ben.ticks[0] ?? '').is).toBe('done');
		ben.kill();
	});

	test('answers each kind of request as the protocol expects', async () => {
		const address = `${store.url}facts.json`;
		const status = async (...request: Parameters<typeof ask>) => {
			const event = await ask(...request);
			return event.is === 'answered' ? event.answer.status : event.why;
		};
		const write = { do: 'write', text: '{}' } as const;
		expect(await status(address, { do: 'read', unless: null }, null)).toBe(404);
		expect(await status(address, { do: 'probe' }, null)).toBe(401);
		expect(await status(address, { do: 'probe' }, basic)).toBe(412);
		expect(await status(address, { ...write, condition: 'absent' }, basic)).toBe(201);
		expect(await status(address, { ...write, condition: 'absent' }, basic)).toBe(412);
		expect(await status(address, { ...write, condition: { tag: '"old"' } }, basic)).toBe(412);
		expect(await status(store.url.slice(0, -1), { do: 'read', unless: null }, null)).not.toBe(200);
	});

	/** Half of a write, then silence: what a closed laptop leaves on the line. */
	async function cutOff(address: string): Promise<void> {
		const { port, pathname } = new URL(address);
		const event = await ask(address, { do: 'read', unless: null }, basic);
		const tag = event.is === 'answered' ? event.answer.tag : null;
		const head = `PUT ${pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic}\r\nContent-Length: 9999`;
		const socket = connect(Number(port), '127.0.0.1');
		socket.on('error', () => undefined);
		socket.write(
			`${head}${tag && !tag.startsWith('W') ? `\r\nIf-Match: ${tag}` : ''}\r\n\r\n{"half":`,
		);
		await pause(150);
		socket.destroy();
	}
});

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
