/// <reference types="astro/client" />

declare module 'virtual:page-core' {
	/** For an inline script. */
	export const head: string;
	/** The address of the file. */
	export const core: string;
}

/** Where projects may be shared; `build/shared-stores.ts`. */
declare const __SHARED_STORES__: readonly string[];
