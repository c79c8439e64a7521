import { kept } from '../../browser/kept.ts';

/**
 * Where there is a project the first frame waits for the core, which paints it: by now it is in the
 * browser's cache. `unpainted` is for browsers that do not know `blocking`.
 */
export function waitForCore(): void {
	const { index = '', core = '' } = document.currentScript?.dataset ?? {};
	if (!kept(index)) return;
	document.documentElement.classList.add('unpainted');
	const script = document.createElement('script');
	script.type = 'module';
	script.src = core;
	script.setAttribute('blocking', 'render');
	document.head.append(script);
}
