/** Reads from a PDF of Chromium what it takes to number a book. Its objects are not compressed. */

/** How many pages it has. */
export function pageCount(pdf: Buffer): number {
	return pagesOf(pdf.toString('latin1')).length;
}

/** The page numbers, from 1, of the places that links within the file lead to. */
export function destinations(pdf: Buffer, prefix: string): Map<string, number> {
	const text = pdf.toString('latin1');
	const pages = pagesOf(text);
	const places = text.matchAll(new RegExp(`/(${prefix}[a-z0-9-]+) \\[(\\d+) 0 R`, 'g'));
	return new Map([...places].map(([, name = '', page = '']) => [name, pages.indexOf(page) + 1]));
}

/** The numbers of the page objects; Chromium writes them in the order of the pages. */
function pagesOf(text: string): string[] {
	return [...text.matchAll(/\b(\d+) 0 obj\s*<<\/Type \/Page\s/g)].map(([, object = '']) => object);
}
