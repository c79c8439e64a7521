/// <reference types="astro/client" />

declare module 'virtual:head-script' {
	const code: string;
	export default code;
}

/** Where projects may be shared; `build/shared-stores.ts`. */
declare const __SHARED_STORES__: readonly string[];
