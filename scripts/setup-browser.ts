/**
 * `npm run setup`: sees to what the site tests need beside the packages: a Chromium, a Chinese
 * font, and poppler to look into PDFs. With "full", to the servers and engines of the longer checks
 * too. Takes what is there; else, as root on Debian or Ubuntu, installs it with apt; else lets
 * Playwright download its Chromium. Prints the browser's path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../tests/site/chromium.ts';
import { hasApt } from './apt.ts';

const named = process.env['CHROMIUM'];
if (named && !findChromium()) throw new Error(`CHROMIUM=${named}: there is no program there.`);

const missing = {
	chromium: !findChromium(),
	'fonts-noto-cjk': !answers('fc-list', ':lang=zh-cn'),
	'poppler-utils': !answers('pdftotext', '-v'),
	...(process.argv[2] === 'full' ? missingAtLength() : {}),
};
const packages = Object.entries(missing).flatMap(([name, isMissing]) => (isMissing ? name : []));
if (packages.length > 0 && hasApt) installWithApt(packages);
else if (packages.length > 0) console.log(`Not here: ${packages.join(', ')}.`);

if (!findChromium()) {
	console.log("Downloading Playwright's own Chromium (npx playwright install chromium).");
	run('npx', 'playwright', 'install', 'chromium');
}
const path = findChromium();
if (!path) throw new Error('No Chromium. Install one, or name one: CHROMIUM=/path/to/chromium');
await start(path);
console.log(path);

/** Real hosts, a real shared store and two more engines. The tests say what is missing, and in CI fail of it. */
function missingAtLength(): Record<string, boolean> {
	return {
		'nginx-light': !answers('/usr/sbin/nginx', '-v'),
		caddy: !answers('caddy', 'version'),
		apache2: !answers('/usr/sbin/apache2', '-v'),
		'firefox-esr': !answers('firefox-esr', '--version'),
		'webkit2gtk-driver': !answers('WebKitWebDriver', '--version'),
		xvfb: !existsSync('/usr/bin/xvfb-run'),
	};
}

function installWithApt(names: readonly string[]): void {
	// fontconfig answers "is there a Chinese font" the next time.
	const all = names.includes('fonts-noto-cjk') ? [...names, 'fontconfig'] : names;
	console.log(`Installing with apt, as root: ${all.join(' ')}`);
	process.env['DEBIAN_FRONTEND'] = 'noninteractive';
	if (!run('apt-get', 'update', '-q')) return;
	// One that an older release does not have must not keep the others away.
	const known = all.filter((name) => answers('apt-cache', 'show', '--no-all-versions', name));
	run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...known);
}

/** Runs a command in sight; says so and goes on when it fails, since another way may be left. */
function run(command: string, ...args: string[]): boolean {
	const isDone = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
	if (!isDone) console.error(`${command} ${args.join(' ')} did not work.`);
	return isDone;
}

/** Whether a command is there and says something. */
function answers(command: string, ...args: string[]): boolean {
	const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
	return !error && `${stdout}${stderr}`.trim() !== '';
}

/** A browser that is there may still not start: better told here than by every test. */
async function start(executablePath: string): Promise<void> {
	const browser = await chromium.launch({ executablePath, args: chromiumArguments });
	await browser.close();
}
