/**
 * What runs in the head of every page, inline (see `build/head-script.ts`). What is exported here
 * the page's modules get from it, so that no code is sent twice.
 */
export { address } from '../../browser/address.ts';
export { settings, today } from '../../browser/settings.ts';
export {
	backupKey,
	indexKey,
	isFull,
	lastBackup,
	prefix,
	projectKey,
	readCurrent,
	readIndex,
	readStored,
} from '../../browser/stored.ts';
export { storedTheme } from '../../browser/theme.ts';
export { isObject, own } from '../../progress/json.ts';
export { addDays, daysBetween } from '../../progress/date.ts';
export { ownerOf } from '../../progress/people.ts';
export {
	launchOf,
	nameOf,
	ownDueOf,
	ownOwnerOf,
	personOf,
	startOf,
	statusOf,
} from '../../progress/project.ts';
export { isRegister, valueOf } from '../../progress/register.ts';
export { dueOn, dueState } from '../../progress/schedule.ts';
export { applies, formatsOf, hasTeam } from '../../progress/scope.ts';
export { changedSince, count, ratio } from '../../progress/summary.ts';
export { dateInWords, daysToLaunchInWords } from '../../words/dates.ts';
export { handOver } from './early.ts';
export { showTheme } from './first-look.ts';
export { itemOf, itemsOf } from './item-list.ts';
export { countInWords, paint, paintNow } from './paint.ts';
import { noteEarlyChanges } from './early.ts';
import { lookRight } from './first-look.ts';
import { paintWhileParsing } from './first-paint.ts';
import { fillMargins } from './margins.ts';

lookRight();
paintWhileParsing();
noteEarlyChanges();
addEventListener('beforeprint', fillMargins);
