import type { Calendar } from '../../shared/calendar.ts';
import { sumOfCounts } from '../../shared/class-counts.ts';
import { isClosedHalfDay } from '../../shared/opening-hours.ts';
import { halfMonthOf, monthsUpTo } from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';
import type { Said } from '../said/said.ts';
import { calendars } from '../place-calendar.ts';
import { findingsSince, putFinding } from '../store/findings.ts';
import { openingOf, servicePoints } from '../store/organisation.ts';
import { countHalfDays, type HalfDayCounts } from '../store/place-days.ts';
import type { Store } from '../store/store.ts';
import { judgeHalfMonth, type PlaceDay } from './unlike-itself.ts';

/** The four half-months before tell what is usual. */
const BEFORE = 4;
/** Tablets may deliver late: the half-month before the last is looked at with it. */
const JUDGED = 2;
/** No smaller cell is judged, and none is judged anew for less: two findings never differ by one to nine forms. */
const FORMS_LEAST = 10;

/**
 * Judges the last two half-months of every service point that have ended, as of a local day; a sentence with what came
 * of it. Open ones are never judged: a finding would tell of the form that came last.
 */
export async function judgePlaces(store: Store, day: string): Promise<Said> {
  const ended = halfMonthsBefore(halfMonthOf(day));
  const cells = await countHalfDays(store.read, ended);
  const known = await findingsSince(store.read, ended[BEFORE]!);
  let [judged, unusual] = [0, 0];
  const calendarOf = await calendars(store.read);
  const points = await servicePoints(store.read);
  for (const point of points) {
    const { id, unit } = point;
    const [opening, calendar] = [openingOf(point, points), calendarOf(unit)];
    const own = cells.filter(({ place }) => place === id);
    for (const halfMonth of ended.slice(BEFORE)) {
      const days = daysOf(own, [halfMonth], opening, calendar);
      const { forms } = sumOfCounts(days.map(({ tablets }) => tablets));
      const last = known.find((one) => one.servicePoint === id && one.halfMonth === halfMonth);
      if (forms < FORMS_LEAST || Math.abs(forms - (last?.forms ?? 0)) < FORMS_LEAST) continue;
      const at = ended.indexOf(halfMonth);
      const judgement = judgeHalfMonth(days, daysOf(own, ended.slice(at - BEFORE, at), opening, calendar));
      const signs = judgement.kind === 'unusual' ? judgement.signs : [];
      await store.write((tx) => putFinding(tx, { servicePoint: id, halfMonth, forms, signs }));
      judged += 1;
      unusual += signs.length > 0 ? 1 : 0;
    }
  }
  return ({ night }) => night.places(judged, unusual);
}

/** Those to be judged and what they are compared with, the oldest first. */
function halfMonthsBefore(current: string): string[] {
  const reach = monthsUpTo(current, (BEFORE + JUDGED) / 2 + 1).flatMap(({ halfMonths }) => halfMonths);
  return reach.filter((halfMonth) => halfMonth < current).slice(-BEFORE - JUDGED);
}

/** The days of one place in these half-months. */
function daysOf(
  cells: readonly HalfDayCounts[],
  halfMonths: readonly string[],
  opening: readonly Opening[],
  calendar: Calendar,
): PlaceDay[] {
  const within = cells.filter(({ halfDay }) => halfMonths.includes(halfMonthOf(halfDay)));
  const days = new Set(within.map(({ halfDay }) => halfDay.slice(0, 10)));
  const sumWhere = (wanted: (cell: HalfDayCounts) => boolean) =>
    sumOfCounts(within.filter(wanted).map(({ counts }) => counts));
  return [...days].map((day) => {
    const isTablet = ({ channel, halfDay }: HalfDayCounts) => channel === 'kiosk' && halfDay.startsWith(day);
    return {
      tablets: sumWhere(isTablet),
      phones: sumWhere(({ channel, halfDay }) => channel === 'qr' && halfDay.startsWith(day)),
      closed: sumWhere((cell) => isTablet(cell) && isClosedHalfDay(opening, cell.halfDay, calendar)).forms,
    };
  });
}
