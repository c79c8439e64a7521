/** The elements that stand on nearly every page, in one file and one request. */
import '../checklist/define.ts';
import '../search/define.ts';
import { keepOffline } from '../../browser/offline.ts';
import { demand, openOnClick, readyForPaper } from './demand.ts';
import { keepLive } from './live.ts';

keepLive();
openOnClick();
readyForPaper();
keepOffline(() => demand('version'));
