import { CORE_SCHEMA, load } from 'js-yaml';
import {
	isCollection,
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	YAMLParseError,
	type Document,
} from 'yaml';
import type { z } from 'zod';
import { nearest, type Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** One YAML file of the content: its value, and where in the text each part of it stands. */
export class SourceFile {
	readonly path: string;
	readonly #text: string;
	/** Undefined where the file cannot be read, or is best explained by the parser that knows places. */
	readonly #plain: { value: unknown } | undefined;
	readonly #lines = new LineCounter();
	#parsed: Document | undefined;

	/** `path` is used in messages only; nothing is read from disk. */
	constructor(path: string, text: string) {
		this.path = path;
		this.#text = text;
		this.#plain = readFast(text);
	}

	/** Every part with its place: twelve times the work, so only where something must be said. */
	get #document(): Document {
		if (this.#parsed) return this.#parsed;
		// YAML's own search for a key that stands twice compares each with each: minutes for a long ledger.
		const options = { lineCounter: this.#lines, uniqueKeys: false };
		this.#parsed = parseDocument(this.#text, options);
		this.#findTwins(this.#parsed);
		return this.#parsed;
	}

	#findTwins(document: Document): void {
		const report = (start: number, end: number) => {
			const error = new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique');
			error.linePos = [this.#lines.linePos(start), this.#lines.linePos(end)];
			document.errors.push(error);
		};
		visit(document, {
			Map: (_, { items }) => {
				const seen = new Set<unknown>();
				for (const { key } of items) {
					if (!isScalar(key) || !key.range) continue;
					const [start, end] = key.range;
					if (seen.has(key.value)) report(start, end);
					seen.add(key.value);
				}
			},
		});
	}

	/** Faults of YAML itself: wrong indentation, a key twice, an open quote. */
	syntaxProblems(): Problem[] {
		if (this.#plain) return [];
		return this.#document.errors.map((error) => {
			const start = error.linePos?.[0];
			return {
				severity: 'error',
				file: this.path,
				...(start ? { line: start.line, column: start.col } : {}),
				field: '',
				message: syntaxMessage(error.code, error.message),
				mend: syntaxMend(error.code),
			};
		});
	}

	/** The plain value, without the texts of languages the playbook does not list. */
	value(languages: readonly string[]): unknown {
		const value = this.#plain ? this.#plain.value : (this.#document.toJS() as unknown);
		return withoutOtherLanguages(value, new Set(languages));
	}

	/** Reads the file with a schema: its value, or every problem it has. */
	read<T>(
		schema: z.ZodType<T>,
		languages: readonly string[],
	): { value: T; problems: [] } | { value?: never; problems: Problem[] } {
		const syntax = this.syntaxProblems();
		if (syntax.length > 0) return { problems: syntax };
		const result = schema.safeParse(this.value(languages));
		if (result.success) return { value: result.data, problems: [] };
		return { problems: result.error.issues.flatMap((issue) => this.#explain(issue, languages)) };
	}

	/** A problem at a place in the file; a missing key is reported at what should hold it. */
	problem(
		path: Path,
		message: string,
		mend?: string,
		severity: Problem['severity'] = 'error',
	): Problem {
		return {
			severity,
			file: this.path,
			...this.#position(path),
			field: this.#field(path),
			message,
			...(mend ? { mend } : {}),
		};
	}

	#position(path: Path): { line?: number; column?: number } {
		for (let length = path.length; length >= 0; length--) {
			const offset = this.#start(path.slice(0, length));
			if (offset === undefined) continue;
			const { line, col } = this.#lines.linePos(offset);
			return { line, column: col };
		}
		return {};
	}

	/** Where a part begins: a single value at itself, a group or list at the key that opens it. */
	#start(path: Path): number | undefined {
		const node = this.#document.getIn(path, true);
		if (isScalar(node)) return node.range?.[0];
		if (!isCollection(node)) return undefined;
		const holder = path.length > 0 && this.#document.getIn(path.slice(0, -1), true);
		const pair = isMap(holder)
			? holder.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
			: undefined;
		return isScalar(pair?.key) ? pair.key.range?.[0] : node.range?.[0];
	}

	/** Whether something stands at this place of the file. */
	has(path: Path): boolean {
		return this.#document.hasIn(path);
	}

	/** `items › wh-label-scan › en › title`: list positions become the ids that stand there. */
	#field(path: Path): string {
		const words = path.map((part, i) => {
			if (typeof part !== 'number') return String(part);
			const id = this.#document.getIn([...path.slice(0, i + 1), 'id']);
			return typeof id === 'string' ? id : `no. ${part + 1}`;
		});
		return words.join(' › ');
	}

	#missing(path: Path, languages: readonly string[]): Problem {
		const key = String(path.at(-1));
		const language = path.map(String).find((part) => languages.includes(part));
		if (language === undefined) return this.problem(path, 'is missing', `Add "${key}:" here.`);
		return this.problem(
			path,
			key === language ? `has no ${language} text` : `is missing in ${language}`,
			language === languages[0]
				? `Write it in ${language}, the playbook's first language: every text must have it.`
				: `Write it in ${language}, or set "complete: false" for ${language} in content/playbook.yaml.`,
		);
	}

	#empty(path: Path): Problem {
		if (path.length === 0) return this.problem(path, 'the file is empty', 'Put its content back.');
		return this.problem(path, 'is empty', 'Fill it in, or take the line out if it is not needed.');
	}

	/** A zod issue in the words of somebody who edits YAML and writes no code. */
	#explain(issue: z.core.$ZodIssue, languages: readonly string[]): Problem[] {
		const { path } = issue;
		const value = this.#document.getIn(path);
		if (issue.code === 'invalid_type' || issue.code === 'invalid_value') {
			if (value === undefined) return [this.#missing(path, languages)];
			if (value === null) return [this.#empty(path)];
		}
		switch (issue.code) {
			case 'unrecognized_keys':
				return issue.keys.map((key) =>
					this.problem(
						[...path, key],
						'is not a field that belongs here',
						'Check its spelling and its indentation, or take it out.',
					),
				);
			case 'invalid_type':
				return [
					this.problem(path, ownMessage(issue) ?? `should be ${kindInWords(issue.expected)}`),
				];
			case 'invalid_value': {
				const near = nearest(String(value), issue.values.map(String));
				return [
					this.problem(
						path,
						`must be one of: ${issue.values.join(', ')}`,
						near && `Did you mean "${near}"?`,
					),
				];
			}
			case 'invalid_key':
				return [this.problem(path, issue.issues[0]?.message ?? issue.message)];
			case 'too_small':
				if (issue.origin === 'array') return [this.problem(path, 'needs at least one entry')];
				return [this.problem(path, ownMessage(issue) ?? `must be ${issue.minimum} or more`)];
			case 'too_big':
				return [this.problem(path, ownMessage(issue) ?? `must be ${issue.maximum} or less`)];
			default:
				return [this.problem(path, issue.message)];
		}
	}
}

/** What the text says, by a parser that knows no places; undefined where it finds a fault. */
function readFast(text: string): { value: unknown } | undefined {
	try {
		return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
	} catch {
		return undefined;
	}
}

/**
 * A copy in which every mapping that has texts in one of `languages` lost those in any other:
 * an edition in one language then needs no change in the files.
 */
function withoutOtherLanguages(value: unknown, languages: Set<string>): unknown {
	if (Array.isArray(value)) return value.map((part) => withoutOtherLanguages(part, languages));
	if (value === null || typeof value !== 'object') return value;
	const entries: [string, unknown][] = Object.entries(value);
	const sample = entries.find(([key]) => languages.has(key))?.[1];
	const kept = entries.filter(
		([key, part]) =>
			sample === undefined || languages.has(key) || !alike(part, sample) || !isLanguageTag(key),
	);
	return Object.fromEntries(
		kept.map(([key, part]) => [key, withoutOtherLanguages(part, languages)]),
	);
}

/** Both texts, or both groups of texts: `see: [...]` is a list, though `see` is Seneca's tag. */
function alike(a: unknown, b: unknown): boolean {
	return typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isLanguageTag(key: string): boolean {
	return /^[a-z]{2,3}(-[A-Z][A-Za-z]+)?$/.test(key) && languageNames.of(key) !== undefined;
}

/** What the schema itself says of an issue; undefined where zod says it in its own words. */
function ownMessage(issue: z.core.$ZodIssue): string | undefined {
	return /^(Invalid input|Too small|Too big)/.test(issue.message) ? undefined : issue.message;
}

function kindInWords(expected: string): string {
	const words: Record<string, string> = {
		string: 'a text (put it in quotes if it is a number, or holds ": ")',
		number: 'a number',
		int: 'a whole number',
		boolean: 'true or false',
		array: 'a list: one entry per line, each starting with "- "',
		object: 'a group of fields, indented under it',
		record: 'a group of fields, indented under it',
	};
	return words[expected] ?? expected;
}

function syntaxMessage(code: string, message: string): string {
	if (code === 'DUPLICATE_KEY') return 'the same field stands twice in one place';
	return `the file cannot be read here: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}`;
}

function syntaxMend(code: string): string {
	return code === 'DUPLICATE_KEY'
		? 'Keep one of the two.'
		: 'Look at this line and the one above: indentation by spaces, quotes closed, and quotes round a text that holds ": ".';
}
