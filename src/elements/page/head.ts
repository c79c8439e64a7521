/**
 * What runs in the head of every page, inline (see `build/page-core.ts`), before anything is drawn.
 * Short, since each page carries it: all else is in the core and the modules.
 */
import { firstLanguage } from '../../browser/language.ts';
import { noteEarlyChanges } from './early.ts';
import { showTheme } from './theme.ts';
import { sayWhatFails } from './unscripted.ts';
import { waitForCore } from './wait.ts';

const root = document.documentElement;
// What needs scripts may be shown.
root.classList.add('js');
// Does the browser ask first for another of the playbook's languages? See LanguageHint.
const first = firstLanguage();
if (!root.lang.startsWith(first)) root.dataset['wants'] = first;
showTheme();
noteEarlyChanges();
sayWhatFails();
waitForCore();
