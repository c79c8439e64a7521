import { address } from '../../browser/address.ts';
import { copy } from '../../browser/session.ts';
import { sharing } from '../../browser/sharing.ts';
import type { SyncEvent } from '../../progress/sync.ts';
import type { Report } from '../../progress/sync-report.ts';
import type { Words } from '../../words/words.ts';
import { dialogStyles, openDialog } from '../parts/dialog.ts';
import { button, el } from '../parts/dom.ts';
import { announce } from '../page/live.ts';

/** Draws the buttons for what can be done in a state; those that stay keep the focus they have. */
export function waysOf(host: HTMLElement, report: Report, words: Words, signIn: () => void): void {
	const place = host.querySelector('.shared-ways');
	const wanted = waysIn(report);
	if (!place || place.getAttribute('data-ways') === wanted.join(' ')) return;
	place.setAttribute('data-ways', wanted.join(' '));
	const acts: Record<Way, () => unknown> = {
		retry: () => sharing().tell({ is: 'retry' }),
		'sign-in': signIn,
		'put-back': () => sharing().tell({ is: 'replace' }),
		replace: () => sharing().tell({ is: 'replace' }),
		accept: () => sharing().tell({ is: 'accept' }),
		invite: async () => {
			const { link } = sharing();
			if (!link) return;
			const invitation = address();
			invitation.hash = `shared=${encodeURIComponent(link.address)}`;
			invitation.search = '';
			const { href } = invitation;
			announce(words((await copy(href)) ? 'shared.invited' : 'shared.not-copied'));
			host
				.querySelector('.shared-where')
				?.replaceChildren(words('shared.invitation', { address: href }));
		},
		leave: () => confirmed('leave', words),
		remove: () => confirmed('remove', words),
	};
	place.replaceChildren(
		...wanted.map((way) => button(words(`shared.do-${way}`), acts[way], { class: 'quiet' })),
	);
}

type Way = 'retry' | 'sign-in' | 'put-back' | 'replace' | 'accept' | 'invite' | 'leave' | 'remove';

function waysIn({ is, trouble, wantsSignIn }: Report): Way[] {
	const ways: Way[] = [];
	if (wantsSignIn || trouble?.kind === 'forbidden' || trouble?.kind === 'redirect')
		ways.push('sign-in');
	if (trouble?.kind === 'gone') ways.push('put-back');
	if (trouble?.kind === 'damaged') ways.push('replace');
	if (
		trouble?.kind === 'no-conditions' ||
		trouble?.kind === 'no-tag' ||
		trouble?.kind === 'weak-tag'
	)
		ways.push('accept');
	ways.push(is === 'trouble' ? 'retry' : 'invite', 'leave');
	if (is === 'step' || is === 'sending') ways.push('remove');
	return ways;
}

/** Says what it means for everyone before it is done. */
async function confirmed(what: Extract<SyncEvent['is'], 'leave' | 'remove'>, words: Words) {
	await dialogStyles();
	const act = () => {
		sharing().tell({ is: what });
		dialog.close();
	};
	const dialog: HTMLDialogElement = openDialog({
		title: words(`shared.do-${what}`),
		close: words('dialog.close'),
		kind: 'shared-confirm',
		body: [
			el('p', {}, words(`shared.${what}-means`)),
			el(
				'footer',
				{},
				button(words(`shared.do-${what}`), act, { class: 'button' }),
				button(words('shared.cancel'), () => dialog.close()),
			),
		],
	});
}
