/** Whether `value` is an object with keys, so neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `object[key]`, never what an object inherits: `constructor` is a name like any other. */
export function own<T>(
	object: { readonly [key: string]: T } | undefined,
	key: string,
): T | undefined {
	return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** JSON with sorted keys: equal for equal content, and a fixed order to decide ties by. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	const fields = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
	return `{${fields.join(',')}}`;
}

/** Whether two values have the same content, in whatever order their keys stand. */
export function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((one, index) => isSame(one, b[index]));
	if (!isObject(a) || !isObject(b)) return false;
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
	);
}

/** An object with keys, as JSON has it. */
export type JsonObject = { readonly [key: string]: unknown };
