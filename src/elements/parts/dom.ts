/** Builds elements from data. Text is always text: nothing typed or imported becomes HTML. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string | null | undefined | false;

/** An element with its attributes (true: present, false: absent) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		element.setAttribute(name, value === true ? '' : String(value));
	}
	for (const child of children)
		if (child) element.append(typeof child === 'string' ? shown(child) : child);
	return element;
}

/** Text without the marks that would turn what stands around it from right to left. */
function shown(text: string): string {
	return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

/** A button that does something. */
export function button(
	text: string,
	press: (event: MouseEvent) => unknown,
	attributes: Attributes = {},
): HTMLButtonElement {
	const made = el('button', { type: 'button', ...attributes }, text);
	made.addEventListener('click', press);
	return made;
}

/** A field under its label, with a hint that screen readers read with it. */
export function field(
	label: string,
	control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
	hint?: string,
): HTMLElement {
	if (!hint) return el('label', { class: 'field' }, el('span', {}, label), control);
	const id = `hint-${(hints += 1)}`;
	control.setAttribute('aria-describedby', id);
	return el(
		'div',
		{ class: 'field' },
		el('label', {}, el('span', {}, label), control),
		el('small', { id }, hint),
	);
}

let hints = 0;
