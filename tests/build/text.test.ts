import { expect, test } from 'vitest';
import { pages } from './site.ts';

/** The page without what nobody reads, and without its tags. */
const said = (html: string) =>
	html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, '');

// Between a full-width bracket and a Han character, Markdown takes the second ** for stars.
test.each(pages)('bold is bold, not stars: $address', ({ html }) => {
	expect(said(html).match(/.{0,20}\*\*.{0,20}/gu) ?? []).toEqual([]);
});
