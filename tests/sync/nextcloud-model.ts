/**
 * A model of Nextcloud's WebDAV on 127.0.0.1, and not the product, which these tests cannot install.
 * It has what the board meets, as written in
 * - the developer manual, client_apis/WebDAV/basic.rst: Basic (an app password) or session cookies;
 *   `OC-ETag` beside `ETag` after a write;
 * - apps/dav/lib/Connector/Sabre/File.php: a write answers with a tag in quotes, never weak, and a new
 *   one each time; a file that may not be updated is 403; one that another request holds is 423;
 * - apps/dav/lib/Connector/Sabre/Auth.php: with only a session's cookie and no request token, reads are
 *   let through and writes are 401, "CSRF check not passed";
 * - sabre/dav, Server.php and CorePlugin.php: conditions are looked at before anything else; `If-Match`
 *   on what is not there is 412; 304 and 412 carry the tag; 201 for new, 204 for changed; a missing
 *   folder is 409, in older versions 404; errors are XML;
 * - the manual again: maintenance is 503 with `X-Nextcloud-Maintenance-Mode: 1`; lib/base.php adds
 *   `Retry-After: 120`, which not every route sends;
 * - nextcloud/server issue 3131: no cross-origin headers, and a browser's OPTIONS is 401.
 * Sign-on pages (302, or HTML with 200) are not Nextcloud's own: a proxy in front of it sends them.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basic } from './apache.ts';

export interface Nextcloud {
	/** `http://127.0.0.1:port/remote.php/dav/files/ann/` */
	readonly url: string;
	/** The folder `Projects/`, by the names of its files. */
	readonly files: Map<string, { text: string; tag: string }>;
	/** How many times each status was sent. */
	readonly sent: Map<number, number>;
	/** What is the matter with it just now. */
	is: 'well' | 'locked' | 'read-only' | 'maintenance' | 'redirect' | 'sign-on page';
	/** Requests come with a session's cookie, and no password. */
	hasSession: boolean;
	/** As sabre/dav was before it said 409. */
	isOld: boolean;
	close(): Promise<void>;
}

export async function newNextcloud(): Promise<Nextcloud> {
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			answer(cloud, request, response, body);
			cloud.sent.set(response.statusCode, (cloud.sent.get(response.statusCode) ?? 0) + 1);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const cloud: Nextcloud = {
		url: `http://127.0.0.1:${port}/remote.php/dav/files/ann/`,
		files: new Map(),
		sent: new Map(),
		is: 'well',
		hasSession: false,
		isOld: false,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return cloud;
}

function answer(
	cloud: Nextcloud,
	request: IncomingMessage,
	to: ServerResponse,
	body: string,
): void {
	const { method = '', headers } = request;
	const isRead = method === 'GET';
	if (cloud.is === 'redirect') return end(to, 302, { Location: '/login' });
	if (cloud.is === 'sign-on page')
		return end(to, 200, { 'Content-Type': 'text/html' }, '<!DOCTYPE html><title>Sign in</title>');
	if (cloud.is === 'maintenance') {
		const more = { 'Retry-After': '120', 'X-Nextcloud-Maintenance-Mode': '1' };
		return fault(to, 503, 'ServiceUnavailable', more);
	}
	const challenge = { 'WWW-Authenticate': 'Basic realm="Nextcloud", charset="UTF-8"' };
	const mayPass = cloud.hasSession ? isRead : headers.authorization === basic;
	if (!mayPass) return fault(to, 401, 'NotAuthenticated', cloud.hasSession ? {} : challenge);
	const path = (request.url ?? '').replace(/^\/remote\.php\/dav\/files\/ann\//, '');
	const name = /^Projects\/([^/]+)$/.exec(path)?.[1];
	const file = name === undefined ? undefined : cloud.files.get(name);
	const status = refusedBy(headers, file?.tag, isRead);
	if (status === 304) return end(to, 304, { ETag: file?.tag ?? '' });
	if (status) return fault(to, status, 'PreconditionFailed', file ? { ETag: file.tag } : {});
	if (isRead || method === 'DELETE') {
		if (!file || name === undefined) return fault(to, 404, 'NotFound');
		if (isRead) return end(to, 200, { ETag: file.tag, ...asAttachment }, file.text);
		if (cloud.is === 'read-only') return fault(to, 403, 'Forbidden');
		cloud.files.delete(name);
		return end(to, 204);
	}
	if (method !== 'PUT') return fault(to, 501, 'NotImplemented');
	if (name === undefined)
		return cloud.isOld ? fault(to, 404, 'NotFound') : fault(to, 409, 'Conflict');
	if (cloud.is === 'read-only') return fault(to, 403, 'Forbidden');
	if (cloud.is === 'locked') return fault(to, 423, 'FileLocked');
	const tag = `"${randomBytes(16).toString('hex')}"`;
	cloud.files.set(name, { text: body, tag });
	end(to, file ? 204 : 201, { ETag: tag, 'OC-ETag': tag, 'OC-FileId': '00000042ocmodel' });
}

/** What the conditions say; 0: go on. */
function refusedBy(headers: IncomingMessage['headers'], tag: string | undefined, isRead: boolean) {
	const ifMatch = headers['if-match'];
	if (ifMatch !== undefined && (tag === undefined || (ifMatch !== '*' && !has(ifMatch, tag))))
		return 412;
	const ifNone = headers['if-none-match'];
	if (ifNone === undefined || tag === undefined) return 0;
	if (ifNone !== '*' && !has(ifNone, tag)) return 0;
	return isRead ? 304 : 412;
}

/** By the letter, as sabre/dav compares. */
function has(list: string, tag: string): boolean {
	return list.split(',').some((one) => one.trim() === tag);
}

const asAttachment = {
	'Content-Type': 'application/json',
	'Content-Disposition': 'attachment; filename="launch.json"',
};

function fault(to: ServerResponse, status: number, name: string, more = {}): void {
	const text = `<?xml version="1.0" encoding="utf-8"?>
<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>${name}</s:exception></d:error>`;
	end(to, status, { 'Content-Type': 'application/xml; charset=utf-8', ...more }, text);
}

function end(to: ServerResponse, status: number, headers = {}, text = ''): void {
	to.writeHead(status, headers).end(status === 304 ? undefined : text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}
