import { type Calendar, opensOn } from '../../shared/calendar.ts';
import { dayAfter } from '../../shared/period.ts';
import { livesOn } from '../dated-tree.ts';
import { openingOf, type ServicePoint } from '../store/organisation.ts';

/** How many days from one to another, both inside, are opening days. */
export type OpeningDays = (from: string, to: string) => number;

/** Opening days of a unit: days on which at least one of its service points is open. */
export function openingDaysOf(
  points: readonly ServicePoint[],
  calendarOf: (unit: string) => Calendar,
): OpeningDays {
  const places = points.map((point) => ({
    point,
    hours: openingOf(point, points),
    calendar: calendarOf(point.unit),
  }));
  const known = new Map<string, boolean>();
  const isOpen = (day: string) => {
    let open = known.get(day);
    if (open === undefined) {
      open = places.some(
        ({ point, hours, calendar }) => livesOn(point, day) && opensOn(hours, day, calendar),
      );
      known.set(day, open);
    }
    return open;
  };
  return (from, to) => {
    let count = 0;
    for (let day = from; day <= to; day = dayAfter(day)) if (isOpen(day)) count++;
    return count;
  };
}
