import { settings } from '../../browser/settings.ts';
import { excerpt, markWords, type Piece } from '../../search/excerpt.ts';
import type { Hit } from '../../search/rank.ts';
import type { SearchSetting } from '../../search/setting.ts';
import type { Query } from '../../search/text.ts';
import { wordsFrom } from '../../words/words.ts';

/** A result as a link: title, the words found, and where it stands. */
export function resultLink(
	{ unit }: Hit,
	queries: readonly Query[],
	setting: SearchSetting,
): HTMLAnchorElement {
	const words = wordsFrom(setting.words, settings().language);
	const link = document.createElement('a');
	link.className = 'search-result';
	link.href = unit.href;
	const team = setting.teams.find(({ id }) => id === unit.team);
	if (team) link.dataset['ink'] = team.id;
	const title = element('b', 'search-title', ...marked(markWords(unit.title, queries)));
	const text = element('span', 'search-text', ...marked(excerpt(unit.text, queries)));
	const phase = setting.phases.find(({ id }) => id === unit.phase);
	const facts = [
		unit.kind === 'item' ? phase?.name : words(`search.kind-${unit.kind}`),
		unit.level === 'essential' && words('level.essential'),
		unit.ownerName,
		!team && unit.kind !== 'page' && unit.pageTitle,
	];
	const where = element('span', 'search-facts');
	if (team) where.append(teamMark(team.mark ?? setting.mark), element('span', '', unit.teamName));
	for (const fact of facts) if (fact) where.append(element('span', '', fact));
	if (unit.no) link.append(element('span', 'search-no', ...marked(markWords(unit.no, queries))));
	link.append(title, text, where);
	return link;
}

/** A team's mark. */
export function teamMark(path: string): SVGSVGElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('class', 'mark');
	svg.setAttribute('aria-hidden', 'true');
	const line = document.createElementNS(svg.namespaceURI, 'path');
	line.setAttribute('d', path);
	svg.append(line);
	return svg;
}

/** An element with a class and content; what is typed or found is text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	className: string,
	...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	if (className) made.className = className;
	made.append(...content);
	return made;
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
	return pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text));
}
