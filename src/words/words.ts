/** Texts of the interface: `{name}` is filled in; a key with `_one`/`_other` follows `count`. */
export type Dictionary = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
export type Words = (key: string, values?: Values) => string;

/**
 * Looks texts up in one language. `count` picks the plural form by the language's own rules.
 * An unknown key comes back as itself, so that it is seen; the tests look for it.
 */
export function wordsFrom(dictionary: Dictionary, language: string): Words {
	const rules = new Intl.PluralRules(language);
	return (key, values = {}) => {
		const count = values['count'];
		const form = typeof count === 'number' ? `${key}_${rules.select(count)}` : key;
		const text = dictionary[form] ?? dictionary[`${key}_other`] ?? dictionary[key] ?? key;
		return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
	};
}
