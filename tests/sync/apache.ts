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

const programs = ['/usr/sbin/apache2', '/usr/sbin/httpd', '/usr/local/sbin/httpd'];
const folders = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'];

/** The program, or undefined where it is not installed. */
export const apache = programs.find((path) => existsSync(path));

export interface Store {
	/** `http://127.0.0.1:port/dav/`: anyone may read, `ann` may write. */
	readonly url: string;
	/** The same for those who sign in only. */
	readonly closed: string;
	/** The folder behind `url`. */
	readonly files: string;
	start(): Promise<void>;
	/** Ends it at once, as a power cut does. */
	kill(): Promise<void>;
	remove(): Promise<void>;
}

export const user = { name: 'ann', password: 'pass:wörd' };
export const basic = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;

/** A store that is not started yet; `site` is a folder of pages to serve beside it. */
export async function newStore(site?: string, port?: number): Promise<Store> {
	const listen = port ?? (await freePort());
	const root = mkdtempSync(join(tmpdir(), 'pb-dav-'));
	const files = join(root, 'dav');
	const paths = [files, join(root, 'closed'), join(root, 'lock'), join(root, 'site')];
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
	writeFileSync(conf, configuration(root, listen, isRoot, site ?? join(root, 'site')));
	let running: ChildProcess | undefined;
	const origin = `http://127.0.0.1:${listen}`;
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

/** What deploy/webdav-apache.md says, with a place of its own. */
function configuration(root: string, port: number, isRoot: boolean, site: string): string {
	const folder = folders.find((path) => existsSync(path)) ?? '';
	const modules = [
		'mpm_event',
		'authz_core',
		'authn_core',
		'authn_file',
		'authz_user',
		'auth_basic',
	]
		.concat(['dav', 'dav_fs', 'dir', 'mime', 'alias', 'unixd'])
		.filter((name) => existsSync(`${folder}/mod_${name}.so`))
		.map((name) => `LoadModule ${name}_module ${folder}/mod_${name}.so`);
	const rule = (name: string, access: string) => `
Alias /${name}/ ${root}/${name}/
<Directory ${root}/${name}>
	Dav On
	AuthType Basic
	AuthName "Shared projects"
	AuthUserFile ${root}/people
	${access}
</Directory>`;
	return `ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/pid
ErrorLog ${root}/error.log
${modules.join('\n')}
${isRoot ? 'User www-data\nGroup www-data' : ''}
TypesConfig /etc/mime.types
DocumentRoot ${site}
DirectoryIndex index.html
DavLockDB ${root}/lock/db
LimitRequestBody 10485760
<Directory ${site}>
	Require all granted
</Directory>
${rule('dav', '<LimitExcept GET HEAD OPTIONS>\n\t\tRequire valid-user\n\t</LimitExcept>')}
${rule('closed', 'Require valid-user')}
`;
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
