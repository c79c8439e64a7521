/**
 * What all scripts of a page stand on, in a file of its own (see `build/page-core.ts`): what is
 * exported here they get from it, so that no code is sent twice. Where there is a project it runs
 * before the first frame, and writes the project into the page.
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
export { itemOf, itemsOf } from './item-list.ts';
export { counts, countInWords, paint, paintNow } from './paint.ts';
import { paintWhileParsing } from './first-paint.ts';
import { fillMargins } from './margins.ts';

paintWhileParsing();
addEventListener('beforeprint', fillMargins);
