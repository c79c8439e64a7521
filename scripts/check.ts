// Reads all of content/ and says what must be mended (errors) and what is worth a look (doubts).
import { contentFiles } from '../src/build/content-files.ts';
import { readContent } from '../src/model/content.ts';
import { formatProblems } from '../src/model/problem.ts';

const strictLedger = Boolean(process.env['CI']);
const { problems } = readContent(await contentFiles(process.cwd()), { strictLedger });
const errors = problems.filter((problem) => problem.severity === 'error');
const doubts = problems.filter((problem) => problem.severity === 'doubt');
if (doubts.length > 0) console.log(`${formatProblems(doubts)}\n`);
if (errors.length > 0) console.error(`${formatProblems(errors)}\n`);
console.log(`content: ${errors.length} errors, ${doubts.length} doubts`);
process.exitCode = errors.length > 0 ? 1 : 0;
