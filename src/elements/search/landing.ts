import { address } from '../../browser/address.ts';

/** Opens what the address leads to, the folds it lies in and an item's own, and brings it into view. */
export function openTarget(): void {
	// Not `:target`: that is not set yet while the page's scripts run.
	const target = document.getElementById(idInAddress());
	if (!target) return;
	const folds = target.matches('.item') ? [...target.querySelectorAll('details')].slice(0, 1) : [];
	for (let fold = target.closest('details'); fold; fold = parentFold(fold)) folds.push(fold);
	for (const fold of folds) fold.open = true;
	bringIntoView(target);
	// The browser may be gliding to where the target was before the folds opened, and end beside it.
	const again = () => bringIntoView(target);
	addEventListener('scrollend', again);
	setTimeout(() => removeEventListener('scrollend', again), 800);
}

/** Decoded, as ids with other letters need it; as it stands where it is no encoding: `#%`. */
function idInAddress(): string {
	const id = address().hash.slice(1);
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}

function bringIntoView(target: Element): void {
	const { top } = target.getBoundingClientRect();
	const isCovered = top < parseFloat(getComputedStyle(target).scrollMarginTop) - 4;
	if (isCovered || top > innerHeight * 0.6) {
		target.scrollIntoView({ block: 'start', behavior: 'instant' });
	}
}

function parentFold(fold: HTMLElement): HTMLDetailsElement | null {
	return fold.parentElement?.closest('details') ?? null;
}

openTarget();
addEventListener('hashchange', openTarget);
// What is drawn while the page loads (dates, the project's bar) may push it away again.
if (document.readyState !== 'complete') addEventListener('load', openTarget, { once: true });
