import { type Period, readPeriod, reportYearOf, halfMonthOf } from './period.ts';

/**
 * Which reports are due, and when (581/BNV-CCHC): quý I, 6 tháng, quý III and the year, each by the 20th of its last month.
 * Quý II and quý IV follow by subtraction, and nobody asks for a report of nine months: quý III is what is due in September.
 */
export const DUE_PARTS = ['q1', 'h1', 'q3', 'year'] as const;

/** Whether a report of a period is due at all. */
export const isDuePeriod = (id: string): boolean =>
  DUE_PARTS.some((part) => /^report-20\d\d-(.+)$/.exec(id)?.[1] === part);

const DUE_DAY = '20';

/** The last day on which the report of a reporting period is in time. */
export const dueDayOf = ({ to }: Pick<Period, 'to'>): string => `${to.slice(0, 8)}${DUE_DAY}`;

/** Periods a report of which is due: those of the reporting year of the day, and of the year before; the newest first. */
export function duePeriods(day: string): Period[] {
  const year = reportYearOf(halfMonthOf(day));
  return [year, year - 1].flatMap((one) =>
    DUE_PARTS.map((part) => readPeriod(`report-${one}-${part}`)!).toReversed(),
  );
}

/** Steps at which somebody is reminded, each from the day on: the period has closed, two days are left, the day has passed. */
export const REMINDER_STEPS = ['closed', 'soon', 'overdue'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];
