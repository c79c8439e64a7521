/**
 * What runs in the head of every page, inline (see `build/head-script.ts`). What is exported here
 * the page's modules get from it, so that no code is sent twice.
 */
export { settings, today } from '../browser/settings.ts';
export {
	indexKey,
	isFull,
	prefix,
	projectKey,
	readCurrent,
	readIndex,
	readStored,
} from '../browser/stored.ts';
export { isObject, own } from '../progress/json.ts';
export { launchOf, statusOf } from '../progress/project.ts';
export { isRegister, valueOf } from '../progress/register.ts';
export { dateInWords } from '../words/dates.ts';
export { itemOf, itemsOf } from './item-list.ts';
export { paint } from './paint.ts';
import { paintWhileParsing } from './first-paint.ts';

paintWhileParsing();
