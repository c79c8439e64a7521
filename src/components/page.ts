import type { AstroGlobal } from 'astro';
import { getEntry } from 'astro:content';
import { indexOf, type Playbook, type PlaybookIndex, type Team } from '~/model/playbook.ts';
import type { Language, Text } from '~/model/schema.ts';
import { wordsFrom, type Dictionary, type Words } from '~/words/words.ts';

const dictionaries = import.meta.glob<Record<string, string>>('/content/i18n/*.json', {
	eager: true,
	import: 'default',
});

/** What every component needs to know of the page it stands on. */
export interface PageContext {
	index: PlaybookIndex;
	/** BCP 47 tag of the page's language. */
	language: string;
	/** The interface's texts in that language. */
	words: Words;
	/** The same texts by key, for what is passed on to scripts. */
	dictionary: Dictionary;
	/** A text of the content in that language, or in the first language where it is missing. */
	text: (text: Text) => string;
	/** The address of a page of this site in that language: `/teams/warehouse/#wh-x`. */
	href: (path: string) => string;
	/** The team or cross-team list the page is about, if any. */
	team: Team | undefined;
}

/** The checked playbook, as the loader (`build/playbook-loader.ts`) read it last. */
export async function getPlaybook(): Promise<Playbook> {
	// Asked for so that a page is drawn anew, while developing, when the content changed.
	if (import.meta.env.DEV) await getEntry('playbook', 'playbook');
	const { playbook } = globalThis;
	if (!playbook) throw new Error('The playbook was not loaded: see the errors above.');
	return playbook;
}

/** The page's context from `Astro`. */
export async function pageContext(astro: Readonly<AstroGlobal>): Promise<PageContext> {
	const index = indexOf(await getPlaybook());
	const { lang, entry } = astro.locals.starlightRoute;
	const context = languageContext(index, lang);
	const id = entry.data.team ?? entry.data.list;
	return { ...context, team: id ? index.team(id) : undefined };
}

type LanguageContext = Omit<PageContext, 'team'>;
const contexts = new WeakMap<PlaybookIndex, Map<string, LanguageContext>>();

/** The part of a page's context that hangs on its language alone; every component asks for it. */
export function languageContext(index: PlaybookIndex, lang: string): LanguageContext {
	const known = contexts.get(index) ?? new Map<string, LanguageContext>();
	contexts.set(index, known);
	const context = known.get(lang) ?? makeContext(index, lang);
	known.set(lang, context);
	return context;
}

function makeContext(index: PlaybookIndex, lang: string): LanguageContext {
	const { languages } = index.playbook;
	const first = languages[0] as Language;
	const language = languages.find((entry) => entry.id === lang) ?? first;
	const dictionary = dictionaries[`/content/i18n/${language.id}.json`] ?? {};
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	const path = language.path ? `/${language.path}` : '';
	return {
		index,
		language: language.id,
		words: wordsFrom(dictionary, language.id),
		dictionary,
		text: (text) => text[language.id] ?? text[first.id] ?? '',
		href: (to) => `${base}${path}${to}`,
	};
}

/** Where a team's page is, or the guide a cross-team list stands on. */
export function teamPath(team: Pick<Team, 'id' | 'kind'>): string {
	if (team.kind === 'team') return `/teams/${team.id}/`;
	return `/guides/${team.id === 'team-setup' ? 'choose-your-teams' : team.id}/`;
}

/** The team of a team page; a component that needs one says so where it is missing. */
export function requireTeam({ team }: PageContext): Team {
	if (!team) throw new Error('This component needs a page with "team:" or "list:" in its header.');
	return team;
}
