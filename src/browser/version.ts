/** Whether a new version of this site is ready, or will be in a moment. */
export async function hasNewVersion(): Promise<boolean> {
	const registration = await navigator.serviceWorker.getRegistration();
	return Boolean(registration?.waiting ?? registration?.installing);
}

/** Takes the version of the site that waits to be used; the page is then loaded anew. */
export async function takeVersion(): Promise<void> {
	const { serviceWorker } = navigator;
	const waiting = (await serviceWorker.getRegistration())?.waiting;
	serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
	// Without one, another tab took it before.
	if (waiting) waiting.postMessage('skip');
	else location.reload();
}
