/**
 * A project in the fragment of an address, which no browser sends to a server:
 * `#p=` + base64url of deflated JSON `{ by, at, list, project }`. What comes in may be anything.
 */
import { isObject } from '../progress/json.ts';
import { limits } from '../progress/limits.ts';
import type { ItemState, ProjectDocument } from '../progress/project.ts';

/** Chat apps and mail cut longer addresses off. */
export const safeLength = 30_000;
const mark = '#p=';

/** What a link carries. */
export interface Shared {
	/** The name of who shares it, or ''. */
	readonly by: string;
	/** When it was made, in milliseconds. */
	readonly at: number;
	/** The one list it carries, or null for all. */
	readonly list: string | null;
	readonly project: ProjectDocument;
}

/** What was found in a link; the project is still to be checked with `readProject`. */
export type Received =
	| (Omit<Shared, 'project'> & { readonly ok: true; readonly project: unknown })
	| { readonly ok: false; readonly code: 'damaged' | 'too-large' | 'no-decompression' };

/** The fragment that carries a project. Rejects where the browser cannot compress. */
export async function toFragment(shared: Shared): Promise<string> {
	const text = new TextEncoder().encode(JSON.stringify(shared));
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
	return mark + toBase64(bytes);
}

/** What a fragment carries, unpacked no further than a project may be long. */
export async function fromFragment(fragment: string): Promise<Received> {
	if (typeof DecompressionStream === 'undefined') return { ok: false, code: 'no-decompression' };
	if (fragment.length > limits.file) return { ok: false, code: 'too-large' };
	try {
		const bytes = fromBase64(fragment.slice(mark.length));
		const text = await inflate(bytes);
		if (text === null) return { ok: false, code: 'too-large' };
		const value: unknown = JSON.parse(text);
		if (!isObject(value)) return { ok: false, code: 'damaged' };
		const { by, at, list, project } = value;
		return {
			ok: true,
			by: typeof by === 'string' ? tidy(by) : '',
			at: Number.isSafeInteger(at) && Math.abs(at as number) < 8e15 ? (at as number) : 0,
			list: typeof list === 'string' ? list.slice(0, limits.id) : null,
			project,
		};
	} catch {
		return { ok: false, code: 'damaged' };
	}
}

/** The part of a project that one list needs: its items, and what the whole says of itself. */
export function partOf(doc: ProjectDocument, items: ReadonlySet<string>): ProjectDocument {
	const own = Object.entries(doc.items ?? {}).filter(([id]) => items.has(id));
	return { ...doc, items: Object.fromEntries(own) };
}

/** The same without its notes. */
export function withoutNotes(doc: ProjectDocument): ProjectDocument {
	const items = Object.entries(doc.items ?? {}).map(([id, state]): [string, ItemState] => {
		const { notes: _notes, ...rest } = state;
		return [id, rest];
	});
	const { writers: _writers, ...kept } = doc;
	return { ...(kept as ProjectDocument), items: Object.fromEntries(items) };
}

// A few kilobytes can unpack to gigabytes: read piece by piece, and stop at what a project may be.
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		text += decoder.decode(value, { stream: true });
		if (text.length <= limits.file) continue;
		await reader.cancel();
		return null;
	}
}

function tidy(name: string): string {
	return name.replace(/\p{C}/gu, '').trim().slice(0, limits.name);
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	// In pieces: a call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const plain = atob(text.trim().replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
