import { localMinutes, localWeekday } from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether an instant lies outside every opening time. Without opening times nothing does. */
export function isOutsideHours(opening: readonly Opening[], ms: number): boolean {
  const [day, minutes] = [localWeekday(ms), localMinutes(ms)];
  const isOpen = opening.some(
    ({ days, from, to }) => days.includes(day) && minutes >= minutesOf(from) && minutes < minutesOf(to),
  );
  return opening.length > 0 && !isOpen;
}
