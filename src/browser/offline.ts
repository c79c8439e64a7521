/**
 * Once the page has loaded and rests, asks the browser to keep the site for use without a network.
 * `changed` is called when a new version is ready. Where it is refused, the site needs the network.
 */
export function keepOffline(changed: () => void): void {
	const keep = async () => {
		try {
			const { connection, serviceWorker } = navigator as Navigator & {
				connection?: { saveData: boolean };
			};
			if (connection?.saveData) return;
			serviceWorker.onmessage = changed;
			const path = `${import.meta.env.BASE_URL}service-worker.js`;
			if ((await serviceWorker.register(path)).waiting) changed();
		} catch {}
	};
	addEventListener('load', () => (self.requestIdleCallback ?? setTimeout)(() => void keep()));
}
