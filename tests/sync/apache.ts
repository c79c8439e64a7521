/** A stock Apache with mod_dav on 127.0.0.1: its own configuration, folder, port and people. */
import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { configuration, otherFolders, otherHost, ownFolders, token } from './apache-config.ts';

const programs = ['/usr/sbin/apache2', '/usr/sbin/httpd', '/usr/local/sbin/httpd'];

/** The program, or undefined where it is not installed. */
export const apache = programs.find((path) => existsSync(path));

export interface Store {
	/** `http://127.0.0.1:port/dav/`: anyone may read, `ann` may write. */
	readonly url: string;
	/** The same for those who sign in only. */
	readonly closed: string;
	/** The folder behind `url`. */
	readonly files: string;
	/** The folder that has one for each of the other host's stores. */
	readonly others: string;
	/** What Chromium is started with to find the other host, `otherHost`, here. */
	readonly resolver: string;
	start(): Promise<void>;
	/** Ends it at once, as a power cut does. */
	kill(): Promise<void>;
	remove(): Promise<void>;
}

export const user = { name: 'ann', password: 'pass:wörd' };
export const basic = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
export const bearer = `Bearer ${token}`;

/** A store that is not started yet; `site` is a folder of pages to serve beside it. */
export async function newStore(site?: string): Promise<Store> {
	const [port, otherPort] = [await freePort(), await freePort()];
	const root = mkdtempSync(join(tmpdir(), 'pb-dav-'));
	const [files, others] = [join(root, 'dav'), join(root, 'others')];
	const paths = [...ownFolders, 'lock', 'site', 'others']
		.map((name) => join(root, name))
		.concat(otherFolders.map((name) => join(others, name)));
	for (const path of paths) mkdirSync(path);
	const isRoot = process.getuid?.() === 0;
	if (isRoot) {
		// Apache gives up root for www-data, which must get in here.
		chmodSync(root, 0o755);
		const id = (flag: string) =>
			Number(execFileSync('id', [flag, 'www-data'], { encoding: 'utf8' }));
		for (const path of paths) chownSync(path, id('-u'), id('-g'));
	}
	const hash = execFileSync('openssl', ['passwd', '-apr1', user.password], { encoding: 'utf8' });
	writeFileSync(join(root, 'people'), `${user.name}:${hash}`);
	const conf = join(root, 'httpd.conf');
	const facts = { root, port, otherPort, isRoot, site: site ?? join(root, 'site') };
	writeFileSync(conf, configuration(facts));
	let running: ChildProcess | undefined;
	const origin = `http://127.0.0.1:${port}`;
	const kill = async () => {
		const child = running;
		running = undefined;
		if (!child?.pid || child.exitCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		process.kill(-child.pid, 'SIGKILL');
		await gone;
		rmSync(join(root, 'pid'), { force: true });
	};
	return {
		url: `${origin}/dav/`,
		closed: `${origin}/closed/`,
		files,
		others,
		resolver: `--host-resolver-rules=MAP ${new URL(otherHost).host}:80 127.0.0.1:${otherPort}`,
		async start() {
			running = spawn(apache ?? 'apache2', ['-f', conf, '-DFOREGROUND'], {
				detached: true,
				stdio: 'ignore',
			});
			for (let tries = 0; tries < 100; tries += 1) {
				if (
					await fetch(`${origin}/`).then(
						() => true,
						() => false,
					)
				)
					return;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			throw new Error(`Apache does not answer: see ${root}/error.log`);
		},
		kill,
		async remove() {
			await kill();
			rmSync(root, { recursive: true, force: true });
		},
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject).listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
