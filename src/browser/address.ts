/** The page's own address; changing what is returned changes nothing else. */
export function address(): URL {
	return new URL(location.href);
}
