import { localWeekday, startOfLocalDay } from './period.ts';
import type { Opening } from './wire/device.ts';

/** Whether a half-day lies outside every opening time. Without opening times none does. */
export function isClosedHalfDay(opening: readonly Opening[], halfDay: string): boolean {
  const weekday = localWeekday(startOfLocalDay(halfDay.slice(0, 10)));
  const reachesIn = ({ from, to }: Opening) => (halfDay.endsWith('AM') ? from < '12:00' : to > '12:00');
  return opening.length > 0 && !opening.some((hours) => hours.days.includes(weekday) && reachesIn(hours));
}
