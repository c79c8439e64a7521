/** Prints a page with Firefox, which Playwright does not drive unpatched, over WebDriver BiDi. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Firefox of this machine: FIREFOX, or Debian's. */
export function findFirefox(): string | undefined {
	const paths = [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];
	return paths.find((path) => path && existsSync(path));
}

/** The page as a PDF, without background graphics; `ready` is an expression to wait for. */
export async function printWithFirefox(
	firefox: string,
	url: string,
	ready: string,
): Promise<Buffer> {
	const profile = mkdtempSync(join(tmpdir(), 'playbook-firefox-'));
	const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
	const browser = spawn(firefox, options, { stdio: ['ignore', 'ignore', 'pipe'] });
	try {
		const address = await new Promise<string>((found) => {
			let said = '';
			browser.stderr.on('data', (part) => {
				said += String(part);
				const [, listening] = /BiDi listening on (\S+)/.exec(said) ?? [];
				if (listening) found(listening);
			});
		});
		const send = await connect(`${address}/session`);
		await send('session.new', { capabilities: {} });
		const { context } = await send('browsingContext.create', { type: 'tab' });
		await send('browsingContext.navigate', { context, url, wait: 'complete' });
		const wait = `new Promise((done) => { const look = () => (${ready}) ? done() : setTimeout(look, 50); look(); })`;
		await send('script.evaluate', { target: { context }, awaitPromise: true, expression: wait });
		const { data } = await send('browsingContext.print', { context, background: false });
		return Buffer.from(data ?? '', 'base64');
	} finally {
		browser.kill();
	}
}

type Answer = Record<string, string>;

async function connect(url: string) {
	const socket = new WebSocket(url);
	await new Promise((open) => socket.addEventListener('open', open, { once: true }));
	let last = 0;
	return (method: string, params: object): Promise<Answer> => {
		const id = (last += 1);
		return new Promise((done, fail) => {
			socket.addEventListener('message', function hear({ data }) {
				const answer = JSON.parse(String(data)) as {
					id: number;
					result?: Answer;
					message?: string;
				};
				if (answer.id !== id) return;
				socket.removeEventListener('message', hear);
				if (answer.result) done(answer.result);
				else fail(new Error(`${method}: ${answer.message ?? ''}`));
			});
			socket.send(JSON.stringify({ id, method, params }));
		});
	};
}
