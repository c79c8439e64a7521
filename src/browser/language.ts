/** The two letters of the language the browser asks for first; '' where it does not tell. */
export function firstLanguage(): string {
	return (navigator.language || '').slice(0, 2);
}
