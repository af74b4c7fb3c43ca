import {
  DAY_MS,
  localDay,
  localMinutes,
  localWeekday,
  minutesOf,
  startOfLocalDay,
} from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';

/** Nobody needs to know more exactly. */
const COUNT_MOST = 400;

/**
 * Whole opening days that have passed after a local day: days on which the office was open and has closed by now.
 * Where no hours are known every day counts, to its end.
 */
export function openingDaysAfter(day: string, nowMs: number, opening: readonly Opening[]): number {
  const today = localDay(nowMs);
  let count = 0;
  let startMs = startOfLocalDay(day) + DAY_MS;
  for (let i = 0; i < COUNT_MOST && localDay(startMs) <= today; i++, startMs += DAY_MS) {
    const weekday = localWeekday(startMs);
    const hours = opening.filter(({ days }) => days.includes(weekday));
    const isOpen = opening.length === 0 || hours.length > 0;
    const closes = hours.reduce((latest, { to }) => Math.max(latest, minutesOf(to)), 0) || 24 * 60;
    const isOver = localDay(startMs) < today || localMinutes(nowMs) >= closes;
    if (isOpen && isOver) count++;
  }
  return count;
}
