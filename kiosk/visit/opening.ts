import { localMinutes, localWeekday, minutesOf } from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';

/** Whether an instant lies outside every opening time. Without opening times nothing does. */
export function isOutsideHours(opening: readonly Opening[], ms: number): boolean {
  const [day, minutes] = [localWeekday(ms), localMinutes(ms)];
  const isOpen = opening.some(
    ({ days, from, to }) => days.includes(day) && minutes >= minutesOf(from) && minutes < minutesOf(to),
  );
  return opening.length > 0 && !isOpen;
}
