import { DAY_MS, localDay, localMinutes, localWeekday, startOfLocalDay } from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';

/** When a place opens again. */
export interface NextOpening {
  /** Days from now: 0 = today. */
  readonly inDays: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM` */
  readonly time: string;
}

/** The next beginning of opening hours after an instant, within a week; undefined when there is none. */
export function nextOpening(opening: readonly Opening[], ms: number): NextOpening | undefined {
  const minutes = localMinutes(ms);
  const now = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const noon = startOfLocalDay(localDay(ms)) + DAY_MS / 2;
  for (let inDays = 0; inDays <= 7; inDays++) {
    const weekday = localWeekday(noon + inDays * DAY_MS);
    const times = opening.filter(({ days }) => days.includes(weekday)).map(({ from }) => from);
    const time = times.sort().find((from) => inDays > 0 || from > now);
    if (time !== undefined) return { inDays, weekday, time };
  }
  return undefined;
}
