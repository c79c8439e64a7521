import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { htmlPages } from '../../src/build/html-pages.ts';
import { writeWorker } from '../../src/build/offline.ts';

/** Where a page's faults are noted: as long as the tab is open, whatever page is in it. */
const key = 'faults-of-this-tab';

/** What the tab's pages noted so far, as an expression for the page. */
export const faults = `JSON.parse(sessionStorage.getItem('${key}') ?? '[]')`;

// No driver tells of all three in every engine: the page itself does. What could not be loaded is told
// to its element alone, on the way down.
const noting = `{
	const note = (what) => {
		const noted = ${faults};
		sessionStorage.setItem('${key}', JSON.stringify([...noted, location.pathname + ': ' + what]));
	};
	addEventListener('error', ({ message, target }) =>
		note('error: ' + (message ?? 'not loaded: ' + (target.src ?? target.href))), true);
	addEventListener('unhandledrejection', ({ reason }) => note('rejection: ' + reason));
	addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
		note('violation: ' + effectiveDirective + ' ' + blockedURI));
}`;

/** A fault of each kind. */
const faulty = `
	setTimeout(() => { throw new Error('provoked'); });
	Promise.reject(new Error('provoked'));
	document.body.append(Object.assign(document.createElement('img'), { src: 'nowhere.png' }));
	document.body.append(Object.assign(document.createElement('script'), { text: 'provoked = 1' }));
`;

/** Runs a script of the copy that does one fault of each kind, as an expression for the page. */
export const provoke = (base: string) => `document.body.append(
	Object.assign(document.createElement('script'), { src: '${base}faulty.js' }))`;

/** A copy of the build whose pages note what goes wrong in them, each from its first script on. */
export async function watchedCopy(dist: string, base: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'playbook-watched-'));
	cpSync(dist, folder, { recursive: true });
	writeFileSync(join(folder, 'faults.js'), noting);
	writeFileSync(join(folder, 'faulty.js'), faulty);
	for (const path of htmlPages(folder)) {
		const html = readFileSync(path, 'utf8');
		// Behind the policy, which lets scripts of the site run.
		const watched = html.replace(
			/<meta http-equiv="content-security-policy"[^>]*>/,
			`$&<script src="${base}faults.js"></script>`,
		);
		if (watched === html) throw new Error(`${path} has no policy to stand behind.`);
		writeFileSync(path, watched);
	}
	await writeWorker(folder);
	return folder;
}
