import { settings, today } from '../../browser/settings.ts';
import { readCurrent } from '../../browser/stored.ts';
import { nameOf } from '../../progress/project.ts';
import { paint } from './paint.ts';

/**
 * Paints what there is of the page, and the rest as it is parsed, so that the first frame is right. An
 * observer, since a script after the list comes too late when the page arrives in pieces.
 */
export function paintWhileParsing(): void {
	const root = document.documentElement;
	root.classList.remove('unpainted');
	const { project } = readCurrent();
	if (!project) return;
	// The home page asks for a project, or shows it.
	root.dataset['project'] = nameOf(project);
	const view = { ...settings(), project, today: today() };
	for (const element of document.querySelectorAll('body *')) paint(element, view);
	if (document.readyState !== 'loading') return;
	const observer = new MutationObserver((records) => {
		for (const { addedNodes, target } of records) {
			for (const node of addedNodes) if (node instanceof Element) paint(node, view);
			// The facts of an item arrive part by part. Text that arrives after its element was painted
			// stands behind what was written there.
			const part =
				target instanceof Element
					? target.closest('.item-facts')
					: target.parentElement?.closest('.item-facts,output');
			if (part) paint(part, view);
		}
	});
	observer.observe(document, { childList: true, subtree: true, characterData: true });
	addEventListener('DOMContentLoaded', () => observer.disconnect());
}
