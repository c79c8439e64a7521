// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import prettier from 'eslint-config-prettier/flat';
import tseslint from 'typescript-eslint';
import { rooms } from './eslint.rooms.js';

/** @type {['error', object]} What is left out on purpose is taken apart or begins with `_`. */
const unused = [
	'error',
	{ ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
];

export default defineConfig(
	globalIgnores(['dist/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/']),
	{
		files: ['**/*.{js,mjs,ts}'],
		ignores: ['**/*.astro/*'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': unused,
			// A number says in a text what it is; a spread text is its characters, as wanted.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// Types say what every browser should have; the oldest that work here lack some of it.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// `() => isOpen && close()`, `read<Table>(…)` and `load({ store, logger })` read well.
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		files: ['**/*.test.ts', 'tests/**/*.ts', '**/testing.ts'],
		rules: {
			// Tests feed wrong things on purpose, read what they wrote a line before, and drive tools
			// that come without types.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			// Playwright's fixtures without a value.
			'@typescript-eslint/no-invalid-void-type': 'off',
		},
	},
	{
		files: ['**/*.astro', '**/*.astro/*'],
		extends: [tseslint.configs.strict, astro.configs.recommended],
		rules: {
			// Astro itself makes what the parser cannot see typed: `astro check` looks at types.
			'@typescript-eslint/triple-slash-reference': 'off',
			'@typescript-eslint/no-unused-vars': unused,
			// The model was checked; in the middle of markup there is no room to say so otherwise.
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
	{
		// Nothing typed or imported becomes HTML: `elements/parts/dom.ts` builds what scripts show.
		files: ['src/**/*.{ts,astro}'],
		rules: {
			'no-restricted-properties': [
				'error',
				...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
					property,
					message: 'Text is always text: build elements with elements/parts/dom.ts.',
				})),
				{ object: 'document', property: 'write' },
			],
		},
	},
	.../** @type {import('eslint').Linter.Config[]} */ (/** @type {unknown} */ (rooms)),
	prettier,
);
