import { expect, test } from 'vitest';
import { importsOf } from './search-code.ts';

test('knows what a module needs at once from what it asks for later', () => {
	const code = `import{a as b}from"./one.js";import"./two.js";export{c}from'./three.js';const d=()=>import("./later.js");`;
	expect(importsOf(code)).toEqual(['one.js', 'two.js', 'three.js']);
});
