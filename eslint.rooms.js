// @ts-check
import { basename, dirname } from 'node:path/posix';

/**
 * Who may import whom, and who may say what: ARCHITECTURE.md draws it, this holds it. One entry per
 * folder of src/. `tests/lint/rooms.test.ts` shows that the rules bite.
 */

/**
 * @typedef {object} Room
 * @property {string[]} rooms Folders of src/ it may import from, beside itself and `words`.
 * @property {string[]} [types] Folders of which it may import types alone.
 * @property {string[]} [packages] Names of the packages it may import; any, if left out.
 * @property {Record<string, { rooms?: string[], packages?: string[] }>} [doors] Files that may import
 *   more. The room's other files may fetch a door by `import()` alone, so that it comes when asked for.
 * @property {'pure' | 'page' | 'browser'} world Language only; the document; what a browser keeps, too.
 */

/** @type {Record<string, Room>} */
const table = {
	words: { rooms: [], packages: [], world: 'pure' },
	model: { rooms: [], packages: ['zod', 'yaml', 'js-yaml'], world: 'pure' },
	progress: { rooms: [], types: ['model'], packages: [], world: 'pure' },
	search: { rooms: ['progress'], types: ['model'], packages: [], world: 'pure' },
	export: { rooms: ['progress'], types: ['model'], world: 'pure' },
	browser: { rooms: ['progress', 'search'], types: ['model'], packages: [], world: 'browser' },
	elements: {
		rooms: ['progress', 'browser', 'search', 'styles'],
		types: ['model'],
		packages: [],
		doors: {
			'export/files': { rooms: ['export'] },
			'share/share': { rooms: ['export'] },
			'share/link': { rooms: ['export'] },
			'print/code': { packages: ['uqr'] },
		},
		world: 'page',
	},
	components: { rooms: ['model', 'progress', 'search', 'routes', 'styles'], world: 'pure' },
	routes: {
		rooms: ['model', 'progress', 'search', 'components', 'styles'],
		types: ['browser'],
		world: 'pure',
	},
	overrides: { rooms: ['components', 'styles'], world: 'pure' },
	build: { rooms: ['model', 'search'], world: 'pure' },
	offline: { rooms: [], packages: [], world: 'browser' },
};

const kept = ['localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'location', 'history'];
const page = ['window', 'document', 'self', 'customElements', 'HTMLElement', 'matchMedia'];

/** @param {string[]} names */
const oneOf = (names) => `(?:${names.join('|')})`;

/**
 * How a file `depth` folders down in its room says an address in src/. Files of the room itself are
 * further in: `./x.ts`, or `../x.ts` from a folder of it.
 * @param {number} depth
 */
const inside = (depth) => `^(?:(?:\\.\\./){${depth}}|~/)`;

/** A package that is none of these. @param {string[]} names */
const otherPackage = (names) => `^(?![.~/]${names.map((name) => `|${name}(?:$|/)`).join('')})`;

/**
 * What a room's files may not import at all, and what they may import types of.
 * @param {string} name
 * @param {Omit<Room, 'doors' | 'world'>} room
 * @param {number} depth
 */
function borders(name, { rooms: allowed, types = [], packages }, depth) {
	const own = [name, 'words', ...allowed];
	const message = `src/${name} may import from ${own.join(', ')}`;
	const shut = [
		{
			regex: `${inside(depth)}(?!${oneOf([...own, ...types])}/)`,
			message: `${message}${types.length > 0 ? `; types from ${types.join(', ')}` : ''}.`,
		},
	];
	if (packages)
		shut.push({
			regex: otherPackage(packages),
			message: `src/${name} may import ${packages.join(' and ') || 'no'} packages.`,
		});
	const typesAlone = types.map((folder) => ({
		regex: `${inside(depth)}${folder}/`,
		message: `src/${name} may import types alone from src/${folder}.`,
	}));
	return { shut, typesAlone };
}

/** @param {Room['world']} world */
function worldRules(world) {
	if (world === 'browser') return { names: [], syntax: [] };
	const message =
		world === 'pure'
			? 'This room knows no browser: take what is needed as an argument.'
			: 'Only src/browser touches what the browser keeps: ask a function there.';
	const through = 'MemberExpression[object.name=/^(?:window|globalThis|self|document)$/]';
	const names = world === 'pure' ? [...kept, ...page] : kept;
	const selectors = [
		`${through}[property.name=/^${oneOf([...kept, 'cookie'])}$/]`,
		// The address once more, under other names.
		"MemberExpression[object.name='document'][property.name=/^(?:URL|documentURI)$/]",
		"MemberExpression[property.name='baseURI']",
	];
	return {
		names: names.map((name) => ({ name, message })),
		syntax: selectors.map((selector) => ({ selector, message })),
	};
}

/** Pure code neither knows the time nor draws lots. */
const timeless = ['words', 'model', 'progress', 'search', 'export'];
const clock = [
	"MemberExpression[object.name='Date'][property.name='now']",
	"MemberExpression[object.name='Math'][property.name='random']",
	"MemberExpression[object.name='crypto']",
	"NewExpression[callee.name='Date'][arguments.length=0]",
].map((selector) => ({ selector, message: 'The time and chance come in as arguments.' }));

/**
 * One block of flat config.
 * @param {string} name
 * @param {Room} room
 * @param {{ files: string, depth: number, ignores?: string[] }} where
 */
function block(name, room, { files, depth, ignores = [] }) {
	const { shut, typesAlone } = borders(name, room, depth);
	const { names, syntax } = worldRules(room.world);
	const doors = Object.keys(room.doors ?? {}).map((door) => ({
		// From the door's own folder, and from any other.
		regex: `(?:^\\.|/${dirname(door)})/${basename(door)}\\.ts$`,
		message: `Fetch ${door}.ts by import(), when it is asked for.`,
	}));
	const types = [...typesAlone, ...doors].map((entry) => ({ ...entry, allowTypeImports: true }));
	const fetched = [...shut, ...typesAlone].map(({ regex, message }) => ({
		selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
		message,
	}));
	return {
		files: [files],
		ignores: ['**/*.test.ts', '**/testing.ts', '**/*.astro/*', ...ignores],
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { patterns: [...shut, ...types] }],
			'no-restricted-globals': ['error', ...names],
			'no-restricted-syntax': [
				'error',
				...[...fetched, ...syntax, ...(timeless.includes(name) ? clock : [])],
			],
		},
	};
}

/** Flat config: per room the files in its folder, those in folders of it, and its doors. */
export const rooms = Object.entries(table).flatMap(([name, room]) => {
	const doors = Object.entries(room.doors ?? {}).map(([door, more]) => {
		const { doors: _, ...rest } = room;
		const wider = {
			...rest,
			rooms: [...room.rooms, ...(more.rooms ?? [])],
			...(room.packages ? { packages: [...room.packages, ...(more.packages ?? [])] } : {}),
		};
		return block(name, wider, { files: `src/${name}/${door}.ts`, depth: door.split('/').length });
	});
	return [
		block(name, room, { files: `src/${name}/*.{ts,astro}`, depth: 1 }),
		block(name, room, { files: `src/${name}/*/**/*.{ts,astro}`, depth: 2 }),
		...doors,
	];
});

/** The script of a component registers an element, and does nothing else. */
rooms.push({
	files: ['src/**/*.astro/*.{js,ts}'],
	ignores: [],
	rules: {
		'@typescript-eslint/no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						regex: '^(?!~/elements/[a-z]+/(?:(?:[a-z-]+-)?define|every-page)\\.ts$)',
						message: 'The script of a component imports the registration of its element.',
					},
				],
			},
		],
		'no-restricted-globals': ['error', ...worldRules('pure').names],
		'no-restricted-syntax': ['error'],
	},
});
