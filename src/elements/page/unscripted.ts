/**
 * Where a script does not come, the page is as without scripts and says that ticks are not kept: out
 * of a cache, say, it asks for the scripts of a version that the host no longer has.
 */
export function sayWhatFails(): void {
	const fail = ({ target }: Event) => {
		if ((target as HTMLScriptElement).type !== 'module') return;
		document.documentElement.classList.remove('js', 'unpainted');
		document.getElementById('pb-notice')?.removeAttribute('hidden');
	};
	addEventListener('error', fail, true);
}
