import { expect, test } from 'vitest';
import { pageAt, pages } from './site.ts';

/** The page without what nobody reads, and without its tags. */
const said = (html: string) =>
	html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, '');

// Between a full-width bracket and a Han character, Markdown takes the second ** for stars.
test.each(pages)('bold is bold, not stars: $address', ({ html }) => {
	expect(said(html).match(/.{0,20}\*\*.{0,20}/gu) ?? []).toEqual([]);
});

test.each([
	['/teams/warehouse/', /class="team-code">Items W-\d+–W-\d+</],
	['/zh-cn/teams/warehouse/', /class="team-code">检查项 W-\d+–W-\d+</],
])('the numbers beside the title of %s say what they number', (address, numbers) => {
	expect(pageAt(address).html).toMatch(numbers);
});
