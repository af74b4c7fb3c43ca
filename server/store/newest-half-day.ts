import { daysOfHalfMonth } from '../../shared/period.ts';
import { putSetting, raiseSetting, setting } from './settings.ts';
import type { Reader, Tx } from './store.ts';

/**
 * The newest half-day of any submission ever taken, kept beside the submissions so that nobody has to look for it: a
 * server whose clock is before it would teach every tablet a wrong time.
 */
const NAME = 'newest-half-day';

export function newestHalfDay(read: Reader): Promise<string | undefined> {
  return setting(read, NAME);
}

/** In the transaction that takes submissions of these business dates (half-days or half-months). */
export async function noteHalfDays(tx: Tx, dates: readonly string[]): Promise<void> {
  if (dates.length === 0) return;
  const halfDays = dates.map((date) => (date.includes('/') ? `${daysOfHalfMonth(date).from}AM` : date));
  await raiseSetting(
    tx,
    NAME,
    halfDays.reduce((newest, next) => (next > newest ? next : newest)),
  );
}

/** A clock that once ran ahead left half-days of the future: from now on this one counts as the newest. */
export function acceptClock(tx: Tx, halfDay: string): Promise<void> {
  return putSetting(tx, NAME, halfDay);
}
