/** The search itself: a dialog over Pagefind's index. Fetched only when somebody wants to search. */

interface Pagefind {
	init(): Promise<void>;
	debouncedSearch(query: string): Promise<{ results: Result[] } | null>;
}
interface Result {
	data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}

let engine: Promise<Pagefind> | undefined;

/** Fetches Pagefind, which then loads its index in the background. */
export function startEngine(): Promise<Pagefind> {
	return (engine ??= (async () => {
		const path = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/pagefind.js`;
		const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
		await pagefind.init();
		return pagefind;
	})());
}

/** Opens the dialog that the page holds ready. */
export function openSearch(): void {
	const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
	if (!dialog || dialog.open) return;
	if (!dialog.dataset['ready']) {
		dialog.dataset['ready'] = 'yes';
		const input = dialog.querySelector('input');
		input?.addEventListener('input', () => void search(dialog, input.value));
		dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
		dialog.querySelector('form')?.addEventListener('submit', (event) => {
			event.preventDefault();
			dialog.querySelector<HTMLAnchorElement>('li a')?.click();
		});
		dialog.querySelector('button')?.addEventListener('click', () => dialog.close());
		dialog.querySelector('ol')?.addEventListener('click', () => dialog.close());
	}
	dialog.showModal();
	void startEngine().catch(() => say(dialog, 'failed'));
}

async function search(dialog: HTMLDialogElement, query: string): Promise<void> {
	const list = dialog.querySelector('ol');
	if (!list) return;
	if (!query.trim()) {
		list.replaceChildren();
		say(dialog, 'hint');
		return;
	}
	try {
		const found = await (await startEngine()).debouncedSearch(query);
		// Null: a later key was typed meanwhile.
		if (!found) return;
		const pages = await Promise.all(found.results.slice(0, 12).map((result) => result.data()));
		list.replaceChildren(...pages.map(row));
		say(dialog, found.results.length > 0 ? 'results' : 'none', { query, count: found.results.length });
	} catch {
		say(dialog, 'failed');
	}
}

function row({ url, excerpt, meta }: Awaited<ReturnType<Result['data']>>): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = url;
	const title = document.createElement('b');
	title.textContent = meta.title ?? '';
	const text = document.createElement('p');
	text.append(...marked(excerpt));
	link.append(title, text);
	item.append(link);
	return item;
}

/** Pagefind's excerpt as nodes: its own marks, and nothing else of HTML. */
function marked(excerpt: string): Node[] {
	const plain = (html: string) =>
		new DOMParser().parseFromString(html, 'text/html').documentElement.textContent;
	return excerpt
		.replaceAll('</mark><mark>', '')
		.split(/(<mark>.*?<\/mark>)/)
		.map((part) => {
			if (!part.startsWith('<mark>')) return document.createTextNode(plain(part));
			const mark = document.createElement('mark');
			mark.textContent = plain(part);
			return mark;
		});
}

function say(dialog: HTMLDialogElement, what: string, values: Record<string, string | number> = {}) {
	const region = dialog.querySelector<HTMLElement>('[role=status]');
	if (!region) return;
	const key = what === 'results' && values['count'] === 1 ? 'one' : what;
	const text = region.dataset[key] ?? region.dataset[what] ?? '';
	region.textContent = text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
