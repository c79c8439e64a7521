/** QR codes as one path each; a module of its own, fetched when something is to be printed. */
import { encode } from 'uqr';
import { address } from '../../browser/address.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The code of an address, with the four light modules around it that readers need. */
export function codeOf(address: string): SVGSVGElement {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	const drawing = document.createElementNS(svg, 'svg');
	drawing.setAttribute('viewBox', `0 0 ${size} ${size}`);
	drawing.setAttribute('aria-hidden', 'true');
	drawing.setAttribute('shape-rendering', 'crispEdges');
	const path = document.createElementNS(svg, 'path');
	path.setAttribute('d', data.map((row, y) => runs(row, y)).join(''));
	drawing.append(path);
	return drawing;
}

/** Draws the code of a page beside its title, for paper alone. */
export function drawPageCode(): void {
	const figure = document.querySelector<HTMLElement>('.page-code');
	// Behind `#` a whole project may stand, which is not for whoever finds the paper.
	const { origin, pathname, search } = address();
	const href = origin + pathname + search;
	if (!figure || figure.dataset['href'] === href) return;
	figure.dataset['href'] = href;
	figure.querySelector('svg')?.remove();
	figure.prepend(codeOf(href));
}

/** The dark stretches of a row, each as one rectangle: a tenth of one square per module. */
function runs(row: readonly boolean[], y: number): string {
	let path = '';
	for (let x = 0; x < row.length; x += 1) {
		if (!row[x]) continue;
		const start = x;
		while (row[x + 1]) x += 1;
		path += `M${start} ${y}h${x - start + 1}v1h${start - x - 1}z`;
	}
	return path;
}
