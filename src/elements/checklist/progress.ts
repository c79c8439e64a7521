import { keepLive } from '../page/live.ts';

/** `<pb-progress>`: shows how much of its items is done; `paint.ts` writes it. */
export class PbProgressElement extends HTMLElement {
	connectedCallback(): void {
		keepLive();
	}
}
