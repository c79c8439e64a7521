import { cssString } from '~/words/css.ts';
import type { PageContext } from './page.ts';

/**
 * The words that styles say. Those in the margins of printed sheets are custom properties of the root
 * since `@page` rules can read nothing else of a page (`styles/print.css` has the boxes); the others
 * stand before a date that is late, or to be confirmed (`styles/checklist.css`).
 */
export function furniture(
	{ index, text, words }: Pick<PageContext, 'index' | 'text' | 'words'>,
	page: Page,
): string {
	const { title, version } = index.playbook;
	const numbers = words('print.page', { page: '\0page\0', pages: '\0pages\0' }).split('\0');
	const counted = numbers.map((part, i) => (i % 2 ? `counter(${part})` : cssString(part)));
	return rootStyle({
		'sheet-right': cssString(page.title === text(title) ? '' : page.title),
		'sheet-foot': cssString(words('footer.version', { version })),
		// The browser knows more of these: `elements/page/margins.ts`.
		'sheet-left': cssString(text(title)),
		'sheet-address': cssString(page.address && ` · ${page.address}`),
		'sheet-page': counted.join(' '),
		late: cssString(`${words('board.overdue')} · `),
		confirm: cssString(`${words('board.to-confirm')} · `),
	});
}

/** Named pages: the sheets of a list carry its name in the margin and begin a page of their own. */
export function namedPages(names: ReadonlyMap<string, string>): string {
	const titles = [...names].map(([id, name]) => [`sheet-${id}`, cssString(name)] as const);
	const rules = [...names.keys()].map(
		(id) => `@page sheet-${id}{@top-right{content:var(--sheet-${id})}}`,
	);
	return rootStyle(Object.fromEntries(titles)) + rules.join('');
}

function rootStyle(properties: Readonly<Record<string, string>>): string {
	const lines = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
	return `:root{${lines.join(';')}}`;
}

interface Page {
	title: string;
	/** Where the page is, if that is known when the site is built. */
	address: string;
}
