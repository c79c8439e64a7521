/** The elements that stand on nearly every page, in one file and one request. */
import './checklist-define.ts';
import './progress-define.ts';
import './search-define.ts';
import './theme-define.ts';
