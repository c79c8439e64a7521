import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssString } from './css.ts';

/** As CSS Syntax 3 reads a string: an escape is up to six hexadecimal digits and one space. */
function read(css: string): string {
	return css
		.slice(1, -1)
		.replace(/\\([0-9a-f]{1,6}) ?/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}

test('a text is the same text in CSS', () => {
	expect(cssString('Spring "1" \\ </style>\n')).toBe('"Spring \\22 1\\22  \\5c  \\3c /style>\\a "');
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => read(cssString(text)) === text));
});

test('nothing in it ends the string or the style', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const inside = cssString(text).slice(1, -1);
			return !/["<\n\r\f\0]/.test(inside);
		}),
	);
});
