import { readContent, type Files, type Reading } from '../model/content.ts';
import { contentFiles } from './content-files.ts';

interface Last {
	files: Files;
	reading: Reading;
}

/**
 * What one build reads twice, the content loader and the search index, it parses once. Vite and the
 * configuration each have their own copy of this module: what was read last is kept beside both.
 */
declare global {
	var lastReading: Last | undefined;
}

/** The content of a project as the model reads it. */
export async function readPlaybook(root: string): Promise<Reading> {
	const files = await contentFiles(root);
	const last = globalThis.lastReading;
	if (last && isSame(last.files, files)) return last.reading;
	const reading = readContent(files);
	globalThis.lastReading = { files, reading };
	return reading;
}

function isSame(a: Files, b: Files): boolean {
	return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}
