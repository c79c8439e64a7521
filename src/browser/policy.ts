/**
 * Whether this page's Content-Security-Policy, its own or one that the host adds, kept back a
 * request. To a script that looks like a store that does not answer; only this event tells.
 */
export function watchPolicy(url: string): PolicyWatch {
	let isRefused = false;
	// Tests run without a page.
	const page = typeof document === 'undefined' ? undefined : document;
	const hear = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
		// Some browsers name the whole address, some its origin only.
		if (effectiveDirective === 'connect-src' && url.startsWith(blockedURI)) isRefused = true;
	};
	page?.addEventListener('securitypolicyviolation', hear);
	return {
		async hasRefused() {
			// The event is a task of its own, which may come after the request has failed.
			if (page) await new Promise((resolve) => setTimeout(resolve, 50));
			return isRefused;
		},
		end: () => page?.removeEventListener('securitypolicyviolation', hear),
	};
}

interface PolicyWatch {
	/** To be asked once the request has failed. */
	readonly hasRefused: () => Promise<boolean>;
	readonly end: () => void;
}
