import { type Calendar, opensOn } from '../shared/calendar.ts';
import { CASE_DAYS } from '../shared/case-tags.ts';
import { addDays } from '../shared/period.ts';
import type { Opening } from '../shared/wire/device.ts';

/** Monday to Friday: what the offices of a unit keep where nobody has named hours. */
const WORKING_WEEK: readonly Opening[] = [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }];
/** Longer than any holiday. */
const MOST_CLOSED_DAYS = 30;

/** Whether the offices of a unit work on a day. */
export const isWorkingDay = (day: string, calendar: Calendar): boolean =>
  opensOn(WORKING_WEEK, day, calendar);

/** By when a case is to be answered: the first working day from the fifteenth day on. */
export function dueOn(opened: string, calendar: Calendar): string {
  const usual = addDays(opened, CASE_DAYS);
  for (let i = 0; i < MOST_CLOSED_DAYS; i++) {
    const day = addDays(usual, i);
    if (isWorkingDay(day, calendar)) return day;
  }
  return usual;
}
