import { DAY_MS, localDay, localWeekday, startOfLocalDay } from './period.ts';
import type { Opening } from './wire/device.ts';

/**
 * Days that are not like their weekday: closed (0), or open with the hours of another weekday, as a Saturday that is
 * worked for a Monday. One list serves alarms, tablets and the search for odd half-days, so that all agree.
 */
export type Calendar = ReadonlyMap<string, number>;
export const ORDINARY: Calendar = new Map();

/** Whose hours a local day has: 1 = Monday … 7 = Sunday, 0 = closed. */
export function hoursLike(day: string, calendar: Calendar): number {
  return calendar.get(day) ?? localWeekday(startOfLocalDay(day));
}

/** Opening times of one local day. */
export function openingOn(opening: readonly Opening[], day: string, calendar: Calendar): Opening[] {
  const weekday = hoursLike(day, calendar);
  return opening.filter(({ days }) => days.includes(weekday));
}

/** Whether a place is open on a day; one that has named no hours always is. */
export function opensOn(opening: readonly Opening[], day: string, calendar: Calendar): boolean {
  const isNamed = opening.some(({ days }) => days.length > 0);
  return !isNamed || openingOn(opening, day, calendar).length > 0;
}

const WEEK = 7;
/** Hours of a place that is closed the whole week; no hours at all would mean that nobody has named any. */
const CLOSED: Opening = { days: [], from: '00:00', to: '00:00' };

/**
 * The week of a place as its next seven days really are, `day` among them. A tablet knows weekdays only and asks for
 * its settings at each round, so it is given the days off as closed weekdays, week by week.
 */
export function weekAhead(opening: readonly Opening[], day: string, calendar: Calendar): Opening[] {
  const plain = opening.map(({ days, from, to }) => ({ days: [...days], from, to }));
  const week = Array.from({ length: WEEK }, (_, i) => localDay(startOfLocalDay(day) + i * DAY_MS));
  if (opening.length === 0 || !week.some((one) => calendar.has(one))) return plain;
  const open = plain.map((hours) => ({
    ...hours,
    days: week
      .filter((one) => hours.days.includes(hoursLike(one, calendar)))
      .map((one) => localWeekday(startOfLocalDay(one)))
      .sort((a, b) => a - b),
  }));
  const left = open.filter(({ days }) => days.length > 0);
  return left.length > 0 ? left : [CLOSED];
}
