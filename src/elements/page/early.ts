const changes: Event[] = [];

/** Until the modules have run: notes what is changed while the script that keeps it is on its way. */
export function noteEarlyChanges(): void {
	const note = (event: Event) => changes.push(event);
	addEventListener('change', note);
	addEventListener('DOMContentLoaded', () => removeEventListener('change', note));
}

/** Hands an element what was changed in it before its script came, as if it happened now. */
export function handOver(host: HTMLElement & EventListenerObject): void {
	for (const event of changes) if (host.contains(event.target as Node)) host.handleEvent(event);
}
