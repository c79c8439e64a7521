import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { asScript } from './head-script.ts';

test('what a module exports is kept, under its own name or another', () => {
	const code = 'var a=1;function b(){return a+1}b();export{a as one,b};\n';
	expect(runInNewContext(`${asScript(code)}pb.one + pb.b()`)).toBe(3);
});

test('a module without exports is refused', () => {
	expect(() => asScript('var a=1;')).toThrow('exports nothing');
});
