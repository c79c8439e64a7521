/** The shared copy's state in words, and the words for what a person can do about it. */
import type { Report } from '../../progress/sync-report.ts';
import type { Trouble, TroubleKind } from '../../progress/sync-state.ts';
import type { Words } from '../../words/words.ts';

/** How it stands, in one line: "In step with the shared copy." */
export function stateInWords({ is, edits, trouble }: Report, words: Words): string {
	if (is === 'trouble') {
		const kind = trouble && away.has(trouble.kind) ? 'away' : 'stopped';
		return edits > 0
			? words(`shared.is-${kind}-edits`, { count: edits })
			: words(`shared.is-${kind}`);
	}
	if (is === 'read-only' && edits > 0) return words('shared.is-read-only-edits', { count: edits });
	if (is === 'sending' && edits > 0) return words('shared.is-sending-edits', { count: edits });
	return words(`shared.is-${is}`);
}

/** Why, and what a person can do; '' where there is nothing to say. */
export function reasonInWords(trouble: Trouble | null, words: Words): string {
	if (!trouble) return '';
	const isHalf = trouble.kind === 'unreachable' && trouble.on === 'write';
	const key = isHalf ? 'shared.why-unreachable-write' : `shared.why-${trouble.kind}`;
	return words(key, { status: trouble.status ?? '' });
}

/** What needs only time or a network, and no person. */
const away: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
	'offline',
	'unreachable',
	'timeout',
	'busy',
	'locked',
	'server',
]);
