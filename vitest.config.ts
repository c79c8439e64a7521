import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What needs no browser. `tests/{build,deploy,engines}` need a finished build: DIST, or dist/. */
export default defineConfig({
	resolve: { alias: { '~': fileURLToPath(new URL('src', import.meta.url)) } },
	test: {
		include: [
			'src/**/*.test.ts',
			'tests/{build,content,deploy,engines,lint,search,sync,unit}/**/*.test.ts',
		],
		// Not a measure of speed: CI may have two busy cores.
		testTimeout: 30_000,
		// CI's machine has other work at times; scripts/test.ts names what needed its second try.
		retry: process.env['CI'] ? 1 : 0,
	},
});
