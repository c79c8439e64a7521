import { describe, expect, test } from 'vitest';
import { checkAddress, firstFolder } from './address.ts';

const page = 'https://playbook.example.com/board/';
const check = (typed: string, ...stores: string[]) => checkAddress(typed, stores, 'p1', page);

describe('an address', () => {
	test('is a file of a named store; a folder gets a file', () => {
		const folder = 'https://dav.example.com/team/';
		expect(check(`${folder}launch.json`, folder)).toEqual({ address: `${folder}launch.json` });
		expect(check(` ${folder}#x `, folder)).toEqual({ address: `${folder}p1.json` });
	});

	test('may be written without the site it stands on', () => {
		const address = 'https://playbook.example.com/dav/a.json';
		expect(check('/dav/a.json', 'self')).toEqual({ address });
		expect(check('/dav/a.json', '/dav/')).toEqual({ address });
	});

	test.each([
		['https://dav.example.com/other/a.json', 'store'],
		['https://dav.example.com/team/../other/a.json', 'store'],
		['https://dav.example.com.evil.example/team/a.json', 'store'],
		['http://dav.example.com/team/a.json', 'store'],
		['/dav/a.json', 'store'],
		['https://ann:secret@dav.example.com/team/a.json', 'secret'],
		['https://dav.example.com/team/a.json?sig=secret', 'secret'],
		['javascript:alert(1)', 'no-address'],
		['https://', 'no-address'],
		[' ', 'no-address'],
	])('is refused elsewhere and with a secret in it: %s', (typed, fault) => {
		expect(check(typed, 'https://dav.example.com/team/')).toEqual({ fault });
	});

	test('begins with the first folder named', () => {
		expect(firstFolder(['self', '/dav/'], page)).toBe('https://playbook.example.com/dav/');
		expect(firstFolder(['self'], page)).toBe('');
	});
});
