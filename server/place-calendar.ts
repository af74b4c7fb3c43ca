import type { Calendar } from '../shared/calendar.ts';
import { NATIONAL_DAYS } from './national-days.ts';
import { type WrittenDay, writtenDays } from './store/days-off.ts';
import { allUnits, type Unit, upwards } from './store/organisation.ts';
import type { Reader } from './store/store.ts';

/** What is in force at a unit: prefilled, then what units above it have written, then its own; the nearest is right. */
export function daysInForce(
  written: readonly WrittenDay[],
  units: readonly Unit[],
  unit: string,
): ReadonlyMap<string, WrittenDay | (typeof NATIONAL_DAYS)[number]> {
  const days = new Map<string, WrittenDay | (typeof NATIONAL_DAYS)[number]>(
    NATIONAL_DAYS.map((one) => [one.day, one]),
  );
  for (const { id } of upwards(units, unit).toReversed())
    for (const one of written) if (one.unit === id) days.set(one.day, one);
  return days;
}

/** The calendar of each unit. Read anew each time, because a day off must be known at once. */
export async function calendars(read: Reader): Promise<(unit: string) => Calendar> {
  const [written, units] = [await writtenDays(read), await allUnits(read)];
  const known = new Map<string, Calendar>();
  return (unit) => {
    const calendar = known.get(unit) ?? calendarOf(daysInForce(written, units, unit));
    known.set(unit, calendar);
    return calendar;
  };
}

function calendarOf(days: ReturnType<typeof daysInForce>): Calendar {
  const special = [...days.values()].filter(({ kind }) => kind !== 'usual');
  return new Map(special.map(({ day, kind, like }) => [day, kind === 'off' ? 0 : like]));
}
