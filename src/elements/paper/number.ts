/** Finds what a person typed from paper: "W-15", "w15", "Ｗ－１５", or "15" after another W number. */
export function findNumber<I extends { no: string }>(
	typed: string,
	items: readonly I[],
	code: string,
): I | undefined {
	const plain = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	const [, letters, figures] = /^([A-Z]*)0*(\d+)$/.exec(plain) ?? [];
	if (!figures) return undefined;
	const wanted = `${letters || code}-${figures}`;
	return items.find(({ no }) => no === wanted);
}
