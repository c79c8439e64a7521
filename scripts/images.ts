// Draws the icons and the share images into public/, from the mark and the names in content/.
// Run by hand when one of them changes: npm run images.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { parse } from 'yaml';
import { chromiumArguments, findChromium } from '../tests/site/chromium.ts';

interface Names {
	languages: { id: string }[];
	title: Record<string, string>;
	summary: Record<string, string>;
}
const { languages, title, summary } = parse(
	await readFile('content/playbook.yaml', 'utf8'),
) as Names;
const mark = await readFile('public/favicon.svg', 'utf8');
const inks = [
	'a8325a',
	'2b5ea8',
	'0f7173',
	'7a3fa0',
	'a34d0b',
	'37403f',
	'566b16',
	'1e6f94',
	'7b5a12',
];

const browser = await chromium.launch({
	executablePath: findChromium() ?? chromium.executablePath(),
	args: chromiumArguments,
});
const page = await browser.newPage();

async function draw(path: string, width: number, height: number, html: string): Promise<void> {
	await page.setViewportSize({ width, height });
	await page.setContent(`<!doctype html><meta charset="utf-8"><style>*{margin:0}</style>${html}`);
	await page.screenshot({ path });
}

await mkdir('public/share', { recursive: true });
for (const size of [180, 192, 512])
	await draw(`public/icon-${size}.png`, size, size, mark.replace('<svg ', `<svg width="${size}" `));
for (const { id } of languages) {
	const stripes = inks.map((ink) => `<i style="flex:1;background:#${ink}"></i>`).join('');
	await draw(
		`public/share/${id}.png`,
		1200,
		630,
		`<div lang="${id}" style="height:630px;box-sizing:border-box;border-top:24px solid #1d1c1a;background:#f6f3ec;color:#1d1c1a;font-family:'Helvetica Neue',Arial,'Noto Sans CJK SC',sans-serif;position:relative">
			<div style="padding:72px 80px"><div style="width:96px">${mark}</div>
			<h1 style="font-size:84px;line-height:1.15;margin-top:40px">${title[id]}</h1>
			<p style="font-size:38px;line-height:1.4;margin-top:28px;color:#57534a">${summary[id]}</p></div>
			<div style="display:flex;position:absolute;inset:auto 0 0;height:28px">${stripes}</div>
		</div>`,
	);
}
await browser.close();
