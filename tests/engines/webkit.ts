import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import {
	Builder,
	By,
	Capabilities,
	error,
	until,
	type WebDriver,
	type WebElement,
} from 'selenium-webdriver';
import type { Engine, Starter } from './engine.ts';

const driverPath = '/usr/bin/WebKitWebDriver';
const waiting = 15_000;

/** WebKitGTK, the engine of Safari as Debian has it, over WebDriver and a virtual screen. */
export const webkit: Starter = {
	name: 'WebKitGTK',
	install: 'apt-get install webkit2gtk-driver xvfb',
	isHere: () =>
		existsSync(driverPath) && existsSync('/usr/bin/Xvfb') && miniBrowser() !== undefined,
	async start() {
		const screen = spawn(
			'Xvfb',
			['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
			{
				stdio: ['ignore', 'pipe', 'ignore'],
			},
		);
		const [line] = (await once(screen.stdout, 'data')) as [Buffer];
		const env = {
			...process.env,
			DISPLAY: `:${line.toString().trim()}`,
			// Neither a container nor root has what its sandbox needs.
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
			WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		};
		const port = 20_000 + (process.pid % 20_000);
		const host = spawn(driverPath, [`--port=${port}`], { stdio: 'ignore', env });
		await answering(port);
		const capabilities = new Capabilities()
			.setBrowserName('MiniBrowser')
			.set('webkitgtk:browserOptions', { binary: miniBrowser(), args: ['--automation'] });
		const driver = await new Builder()
			.usingServer(`http://127.0.0.1:${port}`)
			.withCapabilities(capabilities)
			.build();
		return engine(driver, [host, screen]);
	},
};

function miniBrowser(): string | undefined {
	const folders = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
	return folders
		.flatMap((folder) =>
			['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}`),
		)
		.map((folder) => `${folder}/MiniBrowser`)
		.find((path) => existsSync(path));
}

async function engine(driver: WebDriver, helpers: ChildProcess[]): Promise<Engine> {
	const found = (selector: string) => driver.wait(until.elementLocated(By.css(selector)), waiting);
	const seen = async (selector: string) =>
		driver.wait(until.elementIsVisible(await found(selector)), waiting);
	const clickOnce = async (element: WebElement) => {
		// What is below the fold is first drawn when it is scrolled to; the driver does not wait for that.
		await driver.executeAsyncScript(
			`arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
			requestAnimationFrame(() => setTimeout(arguments[1], 100));`,
			element,
		);
		await element.click();
	};
	const capabilities = await driver.getCapabilities();
	return {
		name: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
		go: (url) => driver.get(url),
		reload: () => driver.navigate().refresh(),
		click: async (selector) => {
			// A list that is drawn anew between the look and the click is looked at again, as a person would.
			for (let left = 5; ; left -= 1) {
				try {
					await clickOnce(await seen(selector));
					return;
				} catch (reason) {
					if (left === 0 || !(reason instanceof error.StaleElementReferenceError)) throw reason;
				}
			}
		},
		type: async (selector, text) => (await seen(selector)).sendKeys(text),
		choose: async (selector, path) => (await found(selector)).sendKeys(path),
		read: <T>(expression: string) => driver.executeScript<T>(`return ${expression}`),
		async stop() {
			await driver.quit();
			for (const helper of helpers) helper.kill();
		},
	};
}

/** The driver says nothing when it is ready: ask until it answers. */
async function answering(port: number): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		try {
			await fetch(`http://127.0.0.1:${port}/status`);
			return;
		} catch (error) {
			if (tries > 100) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}
