/**
 * What is done inside a page before it becomes a PDF. These functions are sent to the browser as
 * they are: they may use nothing from outside themselves.
 */

/** A page of the site that becomes a chapter. */
export interface Chapter {
	/** Its anchor in the book. */
	id: string;
	/** Its address on the site, with the base path. */
	path: string;
}

export interface Book {
	title: string;
	summary: string;
	/** Version, licence, address: the lines at the foot of the cover. */
	facts: string[];
	/** The heading of the contents. */
	contents: string;
	chapters: Chapter[];
}

/** Replaces the page by cover, contents and the main part of every chapter's page. */
export async function bindBook({ title, summary, facts, contents, chapters }: Book): Promise<void> {
	const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') =>
		Object.assign(document.createElement(tag), { className, textContent: text });
	const cover = make('section', 'cover');
	const lines = facts.filter(Boolean).map((fact) => make('p', 'cover-fact', fact));
	cover.append(make('h1', '', title), make('p', 'lead', summary), ...lines);
	const nav = make('nav', 'book-contents');
	const list = make('ol', '');
	nav.append(make('h2', '', contents), list);
	const rules: string[] = [];
	const articles = await Promise.all(
		chapters.map(async ({ id, path }) => {
			const response = await fetch(path);
			if (!response.ok) throw new Error(`The built site has no page ${path}.`);
			const page = new DOMParser().parseFromString(await response.text(), 'text/html');
			const main = page.querySelector('main');
			const name = main?.querySelector('h1')?.textContent?.trim() ?? '';
			const article = make('article', 'chapter');
			article.id = id;
			article.dataset['path'] = path;
			article.style.setProperty('page', id);
			article.append(...(main?.childNodes ?? []));
			rules.push(`@page ${id} { @top-right { content: ${JSON.stringify(name)} } }`);
			return { article, name };
		}),
	);
	for (const { article, name } of articles) {
		const link = Object.assign(make('a', '', name), { href: `#${article.id}` });
		const line = make('li', '');
		line.append(link, make('span', 'leader'), make('span', 'book-page', '000'));
		list.append(line);
	}
	document.body.replaceChildren(cover, nav, ...articles.map(({ article }) => article));
	document.title = title;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`${rules.join('\n')}
		@page cover { @top-left { content: none; border: 0 } @top-right { content: none; border: 0 } @bottom-left { content: none } @bottom-right { content: none } }
		.cover { page: cover; padding-top: 70mm; }
		.cover h1 { font-size: 34pt; border-top: 6pt solid #000; padding-top: 8mm; }
		.cover .lead { font-size: 14pt; max-width: 130mm; text-wrap: balance; margin: 6mm 0 70mm; }
		.cover-fact { font-size: 10pt; }
		.book-contents { page: contents; }
		.book-contents h2 { font-size: 18pt; padding-bottom: 3mm; border-bottom: 2.25pt solid #000; }
		.book-contents ol { list-style: none; padding: 0; }
		.book-contents li { display: flex; gap: 2mm; padding: 2mm 0; border-bottom: 0.6pt solid #8a8a8a; font-size: 11pt; }
		.leader { flex: 1; }
		.book-page { font-variant-numeric: tabular-nums; }
		.page-head::after { content: none !important; }
		.chapter { display: block; }`);
	document.adoptedStyleSheets.push(sheet);
}

/** Writes the page numbers into the contents. */
export function numberContents(pages: Record<string, number>): void {
	for (const line of document.querySelectorAll('.book-contents li')) {
		const id = line.querySelector('a')?.hash.slice(1) ?? '';
		const number = line.querySelector('.book-page');
		if (number) number.textContent = String(pages[id] ?? '');
	}
}

/**
 * Links within the file stay links. Those to other pages lead to the site if its address is known;
 * else they are left as plain words, since they would lead nowhere.
 */
export function keepOwnLinks(siteIsKnown: boolean): void {
	const chapters = new Map(
		[...document.querySelectorAll<HTMLElement>('.chapter')].map(({ id, dataset }) => [
			dataset['path'] ?? '',
			id,
		]),
	);
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
		if (link.origin !== location.origin) continue;
		const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
		const own = chapters.get(link.pathname);
		if (target && (own || link.pathname === location.pathname))
			link.setAttribute('href', link.hash);
		else if (own) link.setAttribute('href', `#${own}`);
		else if (!siteIsKnown) link.removeAttribute('href');
	}
}
