import { type Calendar, openingOn } from './calendar.ts';
import type { Opening } from './wire/device.ts';

/** Whether a half-day lies outside every opening time. Without opening times none does. */
export function isClosedHalfDay(opening: readonly Opening[], halfDay: string, calendar: Calendar): boolean {
  const reachesIn = ({ from, to }: Opening) => (halfDay.endsWith('AM') ? from < '12:00' : to > '12:00');
  return opening.length > 0 && !openingOn(opening, halfDay.slice(0, 10), calendar).some(reachesIn);
}
