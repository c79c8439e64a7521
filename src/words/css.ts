/** A text as a CSS string, whatever is in it; it can also stand in a `<style>`. CSS Syntax 3, 4.3.7. */
export function cssString(text: string): string {
	return `"${text.replace(/["\\<\n\r\f\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
