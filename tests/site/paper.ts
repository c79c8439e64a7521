/** Reads printed pages as paper is read: words, places and dots. Needs poppler's tools. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

type ReadCode = (dots: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

// Its types promise a default export that Node does not find.
const readCode = createRequire(import.meta.url)('jsqr') as ReadCode;

export type Format = 'A4' | 'Letter';

/** The page as a PDF, without background graphics, as browsers print unless told otherwise. */
export function print(page: Page, format: Format = 'A4'): Promise<Buffer> {
	return page.pdf({ format, printBackground: false, tagged: true, outline: true });
}

/** The words of each page in the order they were drawn, without spaces: lines break where they like. */
export function pages(pdf: Buffer): string[] {
	const text = poppler('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf).toString('utf8');
	return text.split('\f').slice(0, -1).map(squeeze);
}

export function squeeze(text: string): string {
	return text.normalize('NFKC').replace(/[\s\u00ad]/g, '');
}

/** What `pdfinfo` says, by its labels. */
export function info(pdf: Buffer): Record<string, string> {
	const lines = poppler('pdfinfo', ['-'], pdf).toString('utf8').split('\n');
	return Object.fromEntries(lines.map((line) => line.split(/:\s+/, 2) as [string, string]));
}

export interface Place {
	page: number;
	x: number;
	y: number;
	right: number;
	bottom: number;
}

/** Where a word stands, in points from the top left. */
export function placesOf(pdf: Buffer, word: string): Place[] {
	const html = poppler('pdftotext', ['-bbox', '-', '-'], pdf).toString('utf8');
	return html.split('<page ').flatMap((page, number) =>
		[
			...page.matchAll(
				/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
			),
		]
			.filter((match) => match[5] === word)
			.map(([, x, y, right, bottom]) => ({
				page: number,
				x: Number(x),
				y: Number(y),
				right: Number(right),
				bottom: Number(bottom),
			})),
	);
}

export class Picture {
	readonly #dpi: number;
	readonly width: number;
	readonly height: number;
	readonly #dots: Buffer;

	constructor(pdf: Buffer, page: number, dpi = 150) {
		const only = ['-f', `${page}`, '-l', `${page}`, '-r', `${dpi}`, '-'];
		const ppm = poppler('pdftoppm', only, pdf);
		const [head = '', width, height] =
			/^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? [];
		this.#dpi = dpi;
		this.width = Number(width);
		this.height = Number(height);
		this.#dots = ppm.subarray(head.length);
	}

	/** The share of dark dots in a rectangle given in points. */
	darkness(x: number, y: number, width: number, height: number): number {
		const at = (points: number) => Math.round((points * this.#dpi) / 72);
		let dark = 0;
		let all = 0;
		for (let row = at(y); row < at(y + height); row += 1)
			for (let column = at(x); column < at(x + width); column += 1) {
				all += 1;
				if ((this.#dots[(row * this.width + column) * 3] ?? 255) < 128) dark += 1;
			}
		return dark / all;
	}

	/** What the QR code on it says, if it can be made out. */
	code(): string | undefined {
		const dots = new Uint8ClampedArray(this.width * this.height * 4).fill(255);
		for (let i = 0; i < this.width * this.height; i += 1)
			for (let colour = 0; colour < 3; colour += 1)
				dots[i * 4 + colour] = this.#dots[i * 3 + colour] ?? 255;
		return readCode(dots, this.width, this.height)?.data;
	}
}

/**
 * What the QR code on a page says. A camera takes many pictures and needs one; of a whole page with
 * other black squares on it, one resolution alone may give none.
 */
export function codeOn(pdf: Buffer, page: number): string | undefined {
	for (const dpi of [150, 200, 300]) {
		const code = new Picture(pdf, page, dpi).code();
		if (code) return code;
	}
	return undefined;
}

function poppler(tool: string, options: string[], input: Buffer): Buffer {
	return execFileSync(tool, options, {
		input,
		maxBuffer: 1 << 28,
		stdio: ['pipe', 'pipe', 'ignore'],
	});
}
