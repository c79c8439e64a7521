/** The real servers with the recipes of `deploy/`, each on free ports of 127.0.0.1. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasApt } from '../../scripts/apt.ts';

export interface Recipe {
	readonly name: string;
	readonly install: string;
	/** Whether this machine may do without it. */
	readonly mayBeMissing?: boolean;
	/** Writes the recipe for these places into their folder, and starts the server with it. */
	run(places: Places): ChildProcess;
}

interface Places {
	/** Holds the certificate and, in `root`, the site. */
	folder: string;
	/** Where the site stands: `''` or `/some/path`. */
	base: string;
	/** For HTTPS. */
	port: number;
	/** For HTTP, where the recipe has it. */
	plainPort: number;
}

export interface Running extends Places {
	/** The files it serves, to be changed. */
	site: string;
	pid: number;
	stop(): Promise<void>;
}

export const nginx: Recipe = {
	name: 'nginx',
	install: 'apt-get install nginx-light',
	run({ folder, base, port, plainPort }) {
		const recipe = readFileSync('deploy/nginx.conf', 'utf8')
			.replace('listen 80', `listen 127.0.0.1:${plainPort}`)
			.replace('listen 443', `listen 127.0.0.1:${port}`)
			.replaceAll(/.*listen \[::\].*\n/g, '')
			.replaceAll('/etc/ssl/playbook', folder)
			.replace('root /srv/playbook', `root ${folder}/root`)
			.replace('404 /404.html', `404 ${base}/404.html`);
		const user = process.getuid?.() === 0 ? 'user root;' : '';
		const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
			.map((name) => `${name}_temp_path ${folder}/${name};`)
			.join('\n');
		writeFileSync(
			join(folder, 'nginx.conf'),
			`${user} worker_processes 1; pid ${folder}/pid; error_log stderr warn; events {}
			http { include /etc/nginx/mime.types; access_log off; ${temporary}\n${recipe} }`,
		);
		const settings = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
		return spawn('nginx', [...settings, '-g', 'daemon off;'], { stdio: 'inherit' });
	},
};

export const caddy: Recipe = {
	name: 'caddy',
	install: 'apt-get install caddy',
	// Where apt has it, scripts/setup-browser.ts sees to it; elsewhere it is no everyday program.
	mayBeMissing: !hasApt,
	run({ folder, base, port }) {
		const recipe = readFileSync('deploy/Caddyfile', 'utf8')
			.replace('playbook.example.com {', `https://127.0.0.1:${port} {\n\tbind 127.0.0.1`)
			.replace('{\n\tbind', `{\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem\n\tbind`)
			.replace('root * /srv/playbook', `root * ${folder}/root`)
			.replace('rewrite * /404.html', `rewrite * ${base}/404.html`);
		const own = '{\n\tadmin off\n\tauto_https disable_redirects\n}\n';
		writeFileSync(join(folder, 'Caddyfile'), own + recipe);
		const settings = ['--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
		const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
		return spawn('caddy', ['run', ...settings], {
			stdio: process.env['DEBUG'] ? 'inherit' : 'ignore',
			env,
		});
	},
};

export const isHere = ({ name }: Recipe) => spawnSync(name, ['-v']).error === undefined;

/** Serves a copy of a build until it is stopped. */
export async function start(recipe: Recipe, dist: string, base = ''): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), `playbook-${recipe.name}-`));
	const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	const out = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
	execFileSync('openssl', ['req', '-x509', ...key, ...out, ...subject], { stdio: 'ignore' });
	chmodSync(folder, 0o755);
	mkdirSync(join(folder, 'root'));
	const site = join(folder, 'root', base);
	cpSync(dist, site, { recursive: true });
	const [port, plainPort] = [await freePort(), await freePort()];
	const places = { folder, base, port, plainPort };
	const server = recipe.run(places);
	const stop = async () => {
		const gone = new Promise((resolve) => server.once('exit', resolve));
		if (server.exitCode === null && server.kill()) await gone;
		rmSync(folder, { recursive: true, force: true });
	};
	for (let tries = 0; !(await listens(port)); tries += 1) {
		if (tries < 100 && server.exitCode === null) await pause(100);
		else {
			await stop();
			throw new Error(`${recipe.name} does not take its recipe, or not in ten seconds.`);
		}
	}
	return { ...places, site, pid: server.pid ?? 0, stop };
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

function listens(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1')
			.once('connect', () => resolve(true))
			.once('error', () => resolve(false));
		socket.once('close', () => socket.destroy()).once('connect', () => socket.end());
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
		});
	});
}
