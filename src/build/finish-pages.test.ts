import { expect, test } from 'vitest';
import {
	frameTables,
	hastenPage,
	keepWhole,
	policyFor,
	sealPage,
	trimPage,
} from './finish-pages.ts';

const cells = '<thead><tr><th>Team</th><th>Day</th></tr></thead>';
const names = (html: string) =>
	[...html.matchAll(/aria-labelledby="([^"]*)"/g)].map(([, name]) => name);

test('each table of the prose is named by the heading above it, in its own words', () => {
	const table = `<table>${cells}</table>`;
	const html = frameTables(`<h2 id="who">Who</h2>${table}${table}<h3 id="when">When</h3>${table}`);
	expect(names(html)).toEqual(['who', 'who who-2', 'when']);
	expect(html.match(/id="who-2"/g)).toHaveLength(1);
	expect(html).toContain('<th id="who-2">Team</th>');
});

test("a component's own table stays as it is", () => {
	const html = `<h2 id="who">Who</h2><table class="matrix">${cells}</table>`;
	expect(frameTables(html)).toBe(html);
});

test('a word with one letter before its hyphen is not broken after it', () => {
	const whole = (word: string) => `<span class="whole">${word}</span>`;
	expect(keepWhole('<td>E-commerce lead</td><p id="a">In e-commerce, by e-mail</p>')).toBe(
		`<td>${whole('E-commerce')} lead</td><p id="a">In ${whole('e-commerce')}, by ${whole('e-mail')}</p>`,
	);
});

test('a word with a hyphen stays as it is in tags, code and laid out parts', () => {
	const html =
		'<p title="e-mail">a</p><a class="button">e-mail</a><script>"e-mail"</script><li>pre-commerce</li>';
	expect(keepWhole(html)).toBe(html);
});

test("Starlight's print stylesheet, sidebar script and signature go; other scripts stay", () => {
	const kept = '<script type="module">import "/a.js"</script>';
	const html = `<meta name="generator" content="x"/><link rel="stylesheet" href="/print.css" media="print">${kept}<script type="module">const sidebar-state</script>`;
	expect(trimPage(html)).toBe(kept);
});

test('stylesheets are named before the scripts of the head, and a detour is left out', () => {
	const viewport = '<meta name="viewport" content="width=device-width"/>';
	const sheet = '<link rel="stylesheet" href="/_astro/x.css">';
	const script = (name: string) => `<script type="module" src="/_astro/${name}"></script>`;
	const later = `<template>${sheet}</template>`;
	const html = `<head>${viewport}<script>1</script>${sheet}</head>${later}${script('a.js')}${script('b.js')}`;
	expect(hastenPage(html, new Map([['a.js', 'c.js']]))).toBe(
		`<head>${viewport}<link rel="preload" as="style" href="/_astro/x.css"><script>1</script>${sheet}</head>${later}${script('c.js')}${script('b.js')}`,
	);
});

test('without a script a page is light', () => {
	const html = '<html lang="en" data-theme="dark"><p data-theme="dark">';
	expect(trimPage(html)).toBe('<html lang="en" data-theme="light"><p data-theme="dark">');
});

test('the policy allows by hash what is written in the page, and not its data', () => {
	const policy = policyFor(
		'<script>a</script><script type="application/json">{}</script><style>b</style>',
	);
	// The SHA-256 of "a" and of "b".
	expect(policy).toContain(
		"script-src 'self' 'wasm-unsafe-eval' 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='; ",
	);
	expect(policy).toContain(
		"style-src 'self' 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='; ",
	);
});

test('the policy is the first thing in the head', () => {
	expect(sealPage('<html><head><title>x</title></head></html>')).toMatch(
		/^<html><head><meta http-equiv="content-security-policy"/,
	);
});
