/** What tests share: a small playbook without a fault, and one change at a time to break it. */
import { expect } from 'vitest';
import { readContent } from './content.ts';
import type { Playbook } from './playbook.ts';
import type { Problem } from './problem.ts';

const playbook = `
id: small
version: "1"
title: { en: Small playbook, zh-CN: 小手册 }
summary: { en: Two teams and a list., zh-CN: 两个团队和一个清单。 }
languages:
  - { id: en, name: English, path: "" }
  - { id: zh-CN, name: 简体中文, path: zh-cn }
phases:
  - { id: prepare, en: { name: Prepare, question: Is it proven? }, zh-CN: { name: 筹备, question: 验证过吗？ } }
  - { id: launch, en: { name: Launch, question: One page? }, zh-CN: { name: 上线, question: 目标一致吗？ } }
formats:
  - { id: co-located, en: { name: Co-located }, zh-CN: { name: 同地办公 } }
  - { id: third-party, en: { name: Third party }, zh-CN: { name: 第三方 } }
markets:
  - { id: eu, en: { name: European Union }, zh-CN: { name: 欧盟 } }
  - { id: us, en: { name: United States }, zh-CN: { name: 美国 } }
teams: [marketing, warehouse]
lists: [launch-day]
`;

const warehouse = `
id: warehouse
kind: team
prefix: wh
code: W
lead: manager
en:
  name: Warehouse and fulfilment
  short-name: Warehouse
  purpose: Ship what is sold.
zh-CN:
  name: 仓储物流
  short-name: 仓储
  purpose: 卖出的都发出去。
first-hour:
  - { en: Walk the floor., zh-CN: 走一遍现场。 }
statements:
  - { id: wh-s1, text: { en: Printers count., zh-CN: 打印机很重要。 } }
format-notes:
  co-located: { en: Meet on the floor., zh-CN: 在现场碰头。 }
roles:
  - { id: manager, en: { name: Manager, responsibility: The floor }, zh-CN: { name: 经理, responsibility: 现场 } }
  - { id: print-lead, en: { name: Print lead, responsibility: Printers }, zh-CN: { name: 打印组长, responsibility: 打印机 } }
kpis:
  - id: on-time
    better: up
    sources: [label-speed]
    en: { name: On time, formula: on time ÷ all, unit: "%" }
    zh-CN: { name: 按时率, formula: 按时 ÷ 全部, unit: "%" }
story:
  id: slow-printers
  origin: brief
  handoffs: [stock-report]
  en: { title: Slow printers, what-happened: Slips were late., lesson: Test the hour. }
  zh-CN: { title: 打印机慢, what-happened: 清单出得晚。, lesson: 测满一小时。 }
handoffs:
  - id: stock-report
    to: marketing
    due: -14
    en: { what: Stock list, when: 14 days before launch, without: Mail for empty shelves }
    zh-CN: { what: 库存清单, when: 上线前 14 天, without: 没货还发邮件 }
items:
  - id: wh-stock-list
    level: essential
    phase: prepare
    due: -15
    owner: manager
    gives: [stock-report]
    en: { title: Send the stock list, why: Marketing needs it., done-when: The list is out. }
    zh-CN: { title: 发出库存清单, why: 市场团队要用。, done-when: 清单已发出。 }
  - id: wh-print-hour
    phase: prepare
    due: -21
    repeat: weekly
    owner: print-lead
    with: [marketing]
    formats: [co-located]
    markets: [eu]
    sources: [label-speed]
    en:
      title: Print for an hour
      why: Printers stop.
      done-when: An hour has passed.
      note: Planning default.
    zh-CN:
      title: 连续打印一小时
      why: 打印机会停。
      done-when: 满一小时。
      note: 规划默认值。
`;

const marketing = `
id: marketing
kind: team
prefix: mkt
code: M
en: { name: Marketing, purpose: Bring people. }
zh-CN: { name: 市场营销, purpose: 带来顾客。 }
statements:
  - { id: mkt-s1, text: { en: Look before you mail., zh-CN: 先看再发。 } }
format-notes: {}
roles:
  - { id: planner, en: { name: Planner, responsibility: Campaigns }, zh-CN: { name: 策划, responsibility: 活动 } }
kpis: []
story:
  id: empty-shelf
  origin: derived
  en: { title: Empty shelf, what-happened: Mail went out., lesson: Ask first. }
  zh-CN: { title: 空货架, what-happened: 邮件发出去了。, lesson: 先问。 }
items:
  - id: mkt-stock-check
    phase: prepare
    due: -7
    owner: planner
    takes: [stock-report]
    en: { title: Check stock before mailing, why: Empty shelves anger., done-when: Each mail is checked. }
    zh-CN: { title: 发邮件前查库存, why: 没货惹人生气。, done-when: 每封都查过。 }
`;

const launchDay = `
id: launch-day
kind: cross-team
prefix: ld
code: LD
en: { name: Launch day, purpose: One page for all. }
zh-CN: { name: 上线日, purpose: 目标一致。 }
statements: []
format-notes: {}
roles:
  - { id: commander, en: { name: Commander, responsibility: The day }, zh-CN: { name: 总指挥, responsibility: 当天 } }
kpis: []
story:
  id: no-commander
  origin: derived
  en: { title: Nobody decides, what-happened: All waited., lesson: Name one. }
  zh-CN: { title: 没人拍板, what-happened: 大家都在等。, lesson: 定一个人。 }
items:
  - id: ld-first-page
    phase: launch
    due: 0
    owner: warehouse/print-lead
    en: { title: Print the first page, why: It shows., done-when: It is out. }
    zh-CN: { title: 打印第一页, why: 一看便知。, done-when: 已打出。 }
`;

const sources = `
- id: label-speed
  kind: guide
  url: https://example.org/labels
  read: yes
  checked: 2026-11-22
  en: { title: Label speed, supports: Labels per hour }
  zh-CN: { title: 面单速度, supports: 每小时面单数 }
- id: price-law
  kind: law
  market: eu
  url: https://example.org/law
  read: secondary
  checked: 2026-11-22
  en: { title: Price law, supports: Prior prices }
  zh-CN: { title: 价格法规, supports: 此前价格 }
`;

const glossary = `
- { id: packing-slip, see: [label], en: { term: packing slip, meaning: A list in the box }, zh-CN: { term: 发货清单, meaning: 箱内清单 } }
- { id: label, en: { term: label, meaning: On the box }, zh-CN: { term: 面单, meaning: 贴在箱上 } }
`;

const ledger = `
wh-stock-list: { no: W-1, added: 2026-11-22 }
wh-print-hour: { no: W-2, added: 2026-11-22, renamed-from: [wh-print-test] }
mkt-stock-check: { no: M-1, added: 2026-11-22 }
ld-first-page: { no: LD-1, added: 2026-11-22 }
wh-fax: { no: W-3, added: 2026-11-22, retired: 2026-12-01, why: Nobody has a fax. }
`;

export const paths = {
	playbook: 'content/playbook.yaml',
	warehouse: 'content/teams/warehouse.yaml',
	marketing: 'content/teams/marketing.yaml',
	launchDay: 'content/lists/launch-day.yaml',
	sources: 'content/sources.yaml',
	glossary: 'content/glossary.yaml',
	ledger: 'content/ledger.yaml',
} as const;

const texts = { playbook, warehouse, marketing, launchDay, sources, glossary, ledger };

/** Two teams and a list in English and Chinese, with a handoff: path → text, without a fault. */
export function smallPlaybook(): Map<string, string> {
	return new Map(
		Object.entries(texts).map(([name, text]) => [
			paths[name as keyof typeof texts],
			text.trimStart(),
		]),
	);
}

/** The files with one piece of text, which must be there, replaced wherever it stands in `path`. */
export function changed(
	files: ReadonlyMap<string, string>,
	path: string,
	from: string,
	to: string,
): Map<string, string> {
	const before = files.get(path) ?? '';
	if (!before.includes(from)) throw new Error(`${path} has no "${from}"`);
	return new Map(files).set(path, before.replaceAll(from, to));
}

/** The line, counted from 1, on which `text` begins in the file. */
export function lineOf(files: ReadonlyMap<string, string>, path: string, text: string): number {
	const before = files.get(path)?.split(text)[0];
	if (before === undefined || before === files.get(path))
		throw new Error(`${path} has no "${text}"`);
	return before.split('\n').length;
}

/** One change to the small playbook that breaks one rule, and what must be said of it. */
export interface Fault {
	rule: string;
	file: keyof typeof paths;
	from: string;
	to: string;
	/** The problem: where it stands (a piece of the changed file) and its words. */
	at: string;
	in?: keyof typeof paths;
	field: string;
	message: string;
	mend?: string | undefined;
	severity?: Problem['severity'];
	strictLedger?: boolean;
	/** The change cannot but cause further problems. */
	others?: boolean;
}

/** Reads the small playbook with the fault and expects this one problem of its severity. */
export function expectFault(fault: Fault): void {
	const files = changed(smallPlaybook(), paths[fault.file], fault.from, fault.to);
	const { playbook, problems } = readContent(files, { strictLedger: fault.strictLedger ?? false });
	const file = paths[fault.in ?? fault.file];
	const { severity = 'error' } = fault;
	const expected = {
		severity,
		file,
		line: lineOf(files, file, fault.at),
		field: fault.field,
		message: fault.message,
		...(fault.mend ? { mend: fault.mend } : {}),
	};
	const found = problems
		.filter((problem) => problem.severity === severity)
		.map(({ column: _, ...problem }) => problem);
	expect(found).toContainEqual(expected);
	if (!fault.others) expect(found).toHaveLength(1);
	expect(playbook === undefined).toBe(severity === 'error');
}

/** The playbook of files that must be without an error. */
export function playbookOf(files: ReadonlyMap<string, string>): Playbook {
	const { playbook, problems } = readContent(files);
	if (!playbook) throw new Error(JSON.stringify(problems, null, 2));
	return playbook;
}
