/** Files to and from the person's device. */

/** Hands a text over as a download. */
export function download(name: string, text: string, type = 'application/json'): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers begin the download only after this task.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The text of a file, or null where it is larger than `max` bytes: then it is not even read. */
export async function readText(file: File, max: number): Promise<string | null> {
	return file.size > max ? null : file.text();
}

/** A name that every system takes as a file's: "Spring launch" of a day. */
export function fileName(name: string, day: string, extension: string): string {
	const safe = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${[safe || 'project', day].join('-')}.${extension}`;
}
