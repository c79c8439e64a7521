import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { box } from './fixtures.ts';

// A page of a slow network arrives in pieces, which end where they end: here behind each start tag of
// a count, before the figure that stands there without a project, and within each owner's name.
let server: Server;
let slow: string;
let isWhole = false;

test.beforeAll(({ baseURL }) => {
	server = createServer((request, response) => {
		void fetch(`${baseURL}${request.url}`).then(async (found) => {
			const type = found.headers.get('Content-Type') ?? '';
			response.writeHead(found.status, { 'Content-Type': type });
			if (isWhole || !type.startsWith('text/html'))
				return response.end(Buffer.from(await found.arrayBuffer()));
			for (const piece of (await found.text()).split(/(?<=<output[^>]*>|item-owner">\w{4})/)) {
				response.write(piece);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
			return response.end();
		});
	});
	return new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			slow = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			resolve();
		});
	});
});
test.afterAll(() => {
	server.closeAllConnections();
	server.close();
});

test('counts are right on a page that arrives in pieces', async ({ page }) => {
	await page.goto(`${slow}/teams/warehouse/`);
	await box(page, 'wh-print-stress-hour').check();
	const counts = async () => {
		await page.goto(`${slow}/board/`);
		await expect(page.locator('[data-part=percent]')).toContainText('%');
		return page.locator('pb-board table output').allInnerTexts();
	};
	isWhole = false;
	const inPieces = await counts();
	isWhole = true;
	expect(inPieces).toEqual(await counts());
	expect(inPieces.length).toBeGreaterThan(50);
});

test('owners stand whole on a page that arrives in pieces', async ({ page }) => {
	await page.goto(`${slow}/teams/warehouse/`);
	await box(page, 'wh-print-stress-hour').check();
	const owners = async () => {
		await page.goto(`${slow}/teams/warehouse/`);
		await expect(box(page, 'wh-print-stress-hour')).toBeChecked();
		return page.locator('.item-owner').allInnerTexts();
	};
	isWhole = false;
	const inPieces = await owners();
	isWhole = true;
	expect(inPieces).toEqual(await owners());
	expect(inPieces.length).toBeGreaterThan(25);
});
