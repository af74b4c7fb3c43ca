import {
  addDays,
  DAY_MS,
  daysOfHalfMonth,
  halfMonthOf,
  localDay,
  localMinutes,
  localWeekday,
  startOfLocalDay,
} from '../../shared/period.ts';

/** The days of the twelve months on which offices of Viet Nam are open, roughly: enough for invented data. */
export interface OpenDay {
  readonly day: string;
  /** 1 = Monday … 5 = Friday. */
  readonly weekday: number;
  /** Half-days that are over: of today perhaps none. */
  readonly halves: readonly ('AM' | 'PM')[];
}

export interface Calendar {
  readonly nowMs: number;
  readonly today: string;
  /** First local day of the twelve months. */
  readonly first: string;
  readonly days: readonly OpenDay[];
}

/** Holidays on fixed days of the solar calendar (Labour Code 2019, art. 112); 2/9 has a second day. */
const FIXED = new Set(['01-01', '04-30', '05-01', '09-02', '09-03']);
/** First day of the lunar year (Tết), and the 10th of its third month (Giỗ Tổ Hùng Vương). */
const LUNAR: Readonly<Record<string, readonly [tet: string, kings: string]>> = {
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-03', '04-12'],
};

/** Tết closes offices from two days before to five days after its first day. */
const TET = { before: 2, after: 5 };

export function isHoliday(day: string): boolean {
  if (isNamed(day)) return true;
  // a holiday on a weekend is made up for on the Monday after
  if (localWeekday(startOfLocalDay(day)) !== 1) return false;
  return isNamed(addDays(day, -1)) || isNamed(addDays(day, -2));
}

function isNamed(day: string): boolean {
  const year = day.slice(0, 4);
  const date = day.slice(5);
  if (FIXED.has(date)) return true;
  const [tet, kings] = LUNAR[year] ?? [];
  if (date === kings) return true;
  const offset = tet ? (startOfLocalDay(day) - startOfLocalDay(`${year}-${tet}`)) / DAY_MS : Number.NaN;
  return offset >= -TET.before && offset <= TET.after;
}

/** A half-day's visits are known when its office hours are over, minutes after midnight. */
const OVER = { AM: 11 * 60 + 30, PM: 17 * 60 };

/** Twelve months that end now; nothing in it lies in the future. */
export function calendarOf(nowMs: number): Calendar {
  const today = localDay(nowMs);
  const first = localDay(
    startOfLocalDay(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('02-29', '02-28')) + DAY_MS,
  );
  const days: OpenDay[] = [];
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const weekday = localWeekday(startOfLocalDay(day));
    if (weekday > 5 || isHoliday(day)) continue;
    const minutes = day < today ? 24 * 60 : localMinutes(nowMs);
    const halves = (['AM', 'PM'] as const).filter((half) => minutes >= OVER[half]);
    if (halves.length > 0) days.push({ day, weekday, halves });
  }
  return { nowMs, today, first, days };
}

/** When a half-month's answers have all come in: the evening of its last day, or now. */
export function closeOf({ nowMs }: Calendar, date: string): number {
  return Math.min(nowMs, timeOf(daysOfHalfMonth(halfMonthOf(date)).to, 18));
}

/** A local hour of a local day. */
export function timeOf(day: string, hour: number): number {
  return startOfLocalDay(day) + hour * 3_600_000;
}
