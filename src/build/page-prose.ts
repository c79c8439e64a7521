import { parse } from 'ultrahtml';
import { querySelector } from 'ultrahtml/selector';

/** A heading with the text below it, up to the next heading. */
export interface Section {
	id: string;
	title: string;
	text: string;
}

/** What a reader reads of a finished page, without what search takes from the playbook itself. */
export interface PageProse {
	title: string;
	description: string;
	/** What stands before the first heading. */
	opening: string;
	sections: Section[];
	/** A page of its own tools (home, board, print): its parts are not worth finding. */
	isTool: boolean;
	/** Every id that can be linked to. */
	ids: Set<string>;
}

/** The parser's nodes, as far as they are read here; its own types allow anything. */
interface Node {
	/** 0: the document, 1: an element, 2: a text. */
	type: number;
	name?: string;
	value?: string;
	attributes?: Record<string, string>;
	children?: Node[];
}

/** Parts drawn from the playbook's data, and controls. */
const drawn = new Set(
	'glossary handoffs item items kpis list matrix matrix-frame needs-js phase phases roles sources team-cards'.split(
		' ',
	),
);
const silent = new Set(
	'button dialog form nav noscript output progress script select style summary svg template'.split(
		' ',
	),
);
const blocks = /^(?:blockquote|d[dlt]|div|figure|h\d|li|[ou]l|p|section|t[dhr]|table|tbody|thead)$/;

/** Reads a built page; undefined for one that is not to be found. */
export function readProse(html: string): PageProse | undefined {
	const [opening = ''] = /<main\b[^>]*>/.exec(html) ?? [];
	if (!opening.includes('data-pagefind-body')) return undefined;
	// Lists of items are most of a page and not read here: without them parsing is many times faster.
	const part = html.slice(html.indexOf(opening), html.indexOf('</main>'));
	const main = parse(part.replace(/<ol class="items".*?<\/ol>/gs, '')) as Node;
	const sections: Section[] = [];
	const prose = find(main, '.prose');
	const first = { text: '' };
	let current: { text: string } = first;
	const walk = (node: Node): void => {
		if (node.type === 2) current.text += node.value ?? '';
		if (node.type !== 0 && node.type !== 1) return;
		const { name = '', attributes = {}, children = [] } = node;
		if (isSkipped(name, attributes)) return;
		const heading = /^h[23]$/.test(name) && attributes['id'];
		if (heading) {
			const section = { id: heading, title: textOf(node), text: '' };
			sections.push(section);
			current = section;
			return;
		}
		for (const child of children) walk(child);
		if (blocks.test(name)) current.text += ' ';
	};
	if (prose) walk(prose);
	const h1 = find(main, 'h1');
	const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
	return {
		title: h1 ? textOf(h1) : '',
		description: decode(description),
		opening: tidy(first.text),
		sections: sections.map((section) => ({ ...section, text: tidy(section.text) })),
		isTool: !/<html[^>]*\sdata-has-sidebar/.test(html),
		ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)),
	};
}

function find(root: Node, selector: string): Node | null {
	return querySelector(root as Parameters<typeof querySelector>[0], selector);
}

function isSkipped(name: string, attributes: Record<string, string>): boolean {
	if (silent.has(name) || attributes['data-pagefind-ignore'] !== undefined) return true;
	return (attributes['class'] ?? '').split(/\s+/).some((word) => drawn.has(word));
}

function textOf(node: Node): string {
	if (node.type === 2) return tidy(node.value ?? '');
	return tidy((node.children ?? []).map(textOf).join(''));
}

function tidy(text: string): string {
	return decode(text).replace(/\s+/g, ' ').trim();
}

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decode(text: string): string {
	return text.replace(
		/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
		(whole, hex?: string, decimal?: string, name?: string) => {
			if (name) return names[name] ?? whole;
			return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
		},
	);
}
