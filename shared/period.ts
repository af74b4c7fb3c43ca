/**
 * Business time. The finest period of answers is the half-month (1-14, 15-end): reporting periods begin on
 * the 15th, calendar months on the 1st, and half-months add up to both. Nothing finer is ever served.
 */

/** Viet Nam keeps UTC+7 all year, without summer time. */
const UTC_OFFSET_MS = 7 * 3_600_000;
export const DAY_MS = 86_400_000;

/** `2026-11-20` in Asia/Ho_Chi_Minh. */
export function localDay(ms: number): string {
  return new Date(ms + UTC_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar and of this century, `2026-02-28`. */
export function isDay(text: string): boolean {
  const noon = Date.parse(`${text}T12:00:00+07:00`);
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(noon) && localDay(noon) === text;
}

/** Local minutes since midnight, 0-1439. */
export function localMinutes(ms: number): number {
  const local = new Date(ms + UTC_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The same of a time of day, `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** 1 = Monday … 7 = Sunday, local. */
export function localWeekday(ms: number): number {
  return new Date(ms + UTC_OFFSET_MS).getUTCDay() || 7;
}

/** The instant at which a local day begins. */
export function startOfLocalDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - UTC_OFFSET_MS;
}

/** The day that many days later; earlier when below zero. */
export function addDays(day: string, count: number): string {
  return localDay(startOfLocalDay(day) + count * DAY_MS);
}

export const dayBefore = (day: string): string => addDays(day, -1);
export const dayAfter = (day: string): string => addDays(day, 1);

/** The Monday of the week of a local day. Weeks are of dossiers, devices and remarks, never of answers. */
export const mondayOf = (day: string): string => addDays(day, 1 - localWeekday(startOfLocalDay(day)));

/** `20/11/2026`, in both languages: an official never has to guess which number is the month. */
export function writeDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `2026-11-20AM`: the finest time that stands beside answers. */
export function halfDayAt(ms: number): string {
  return `${localDay(ms)}${localMinutes(ms) < 720 ? 'AM' : 'PM'}`;
}

/** `2026-11/2` of a local day, half-day or half-month. */
export function halfMonthOf(date: string): string {
  if (date[7] === '/') return date;
  return `${date.slice(0, 7)}/${Number(date.slice(8, 10)) < 15 ? 1 : 2}`;
}

/** The half-month that follows. */
export function nextHalfMonth(halfMonth: string): string {
  if (halfMonth.endsWith('/1')) return `${halfMonth.slice(0, 7)}/2`;
  const [year, month] = [Number(halfMonth.slice(0, 4)), Number(halfMonth.slice(5, 7))];
  return month === 12 ? `${year + 1}-01/1` : `${year}-${String(month + 1).padStart(2, '0')}/1`;
}

/** First and last local day of a half-month. */
export function daysOfHalfMonth(halfMonth: string): { readonly from: string; readonly to: string } {
  const month = halfMonth.slice(0, 7);
  if (halfMonth.endsWith('/1')) return { from: `${month}-01`, to: `${month}-14` };
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return { from: `${month}-15`, to: `${month}-${last}` };
}

export type PeriodKind = 'report' | 'quarter' | 'month' | 'half';

/** A period is a run of half-months with a name: `report-2026-q1`, `quarter-2026-4`, `month-2026-11`, `half-2026-11-1`. */
export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly halfMonths: readonly string[];
  /** First and last local day, both inside. */
  readonly from: string;
  readonly to: string;
}

/** Reporting periods by 581/BNV-CCHC (quý I, 6 tháng, quý III, năm); quý II and IV follow by subtraction. */
const REPORTS: Readonly<Record<string, readonly [from: number, length: number]>> = {
  // months are counted from December of the year before; each month from the 15th to the next 14th
  q1: [0, 3],
  h1: [0, 6],
  q2: [3, 3],
  q3: [6, 3],
  q4: [9, 3],
  year: [0, 12],
};

/** The parts of a reporting year, as in `report-2026-q1`; the longest and latest first. */
export const REPORT_PARTS = ['year', 'q4', 'q3', 'h1', 'q2', 'q1'] as const;

const pad = (value: number) => String(value).padStart(2, '0');

function run(first: string, count: number): string[] {
  const list = [first];
  while (list.length < count) list.push(nextHalfMonth(list.at(-1)!));
  return list;
}

function period(id: string, kind: PeriodKind, halfMonths: string[]): Period {
  return {
    id,
    kind,
    halfMonths,
    from: daysOfHalfMonth(halfMonths[0]!).from,
    to: daysOfHalfMonth(halfMonths.at(-1)!).to,
  };
}

/** Reads a period's id; undefined when there is no such period. */
export function readPeriod(id: string): Period | undefined {
  const match = /^(report|quarter|month|half)-(20\d\d)-([a-z0-9-]+)$/.exec(id);
  if (!match) return undefined;
  const [, kind, yearText, part] = match as unknown as [string, PeriodKind, string, string];
  const year = Number(yearText);
  if (kind === 'report') {
    const report = Object.hasOwn(REPORTS, part) ? REPORTS[part] : undefined;
    if (!report) return undefined;
    const [skipped, months] = report;
    const first = skipped === 0 ? `${year - 1}-12/2` : `${year}-${pad(skipped)}/2`;
    return period(id, kind, run(first, months * 2));
  }
  if (kind === 'quarter' && /^[1-4]$/.test(part))
    return period(id, kind, run(`${year}-${pad(Number(part) * 3 - 2)}/1`, 6));
  if (kind === 'month' && /^(0[1-9]|1[0-2])$/.test(part))
    return period(id, kind, run(`${year}-${part}/1`, 2));
  if (kind === 'half' && /^(0[1-9]|1[0-2])-[12]$/.test(part))
    return period(id, kind, [`${year}-${part.replace('-', '/')}`]);
  return undefined;
}

/** A run of half-months that has no name, as of a campaign: counted as a whole, in no list of periods. */
export function unnamedPeriod(first: string, last: string): Period {
  const halfMonths = [first];
  while (halfMonths.at(-1)! < last) halfMonths.push(nextHalfMonth(halfMonths.at(-1)!));
  return period(`run ${first} ${last}`, 'report', halfMonths);
}

/** The reporting year to which a half-month belongs (from 15/12 it is the next year's). */
export function reportYearOf(halfMonth: string): number {
  const year = Number(halfMonth.slice(0, 4));
  return halfMonth.slice(5) === '12/2' ? year + 1 : year;
}

/** First and last local day of a reporting year. */
export function reportYearDays(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year - 1}-12-15`, to: `${year}-12-14` };
}

/**
 * The period that a figure is compared with: of the same kind and length, ending where this one begins. Six months and a year
 * are compared with the same of the year before. The two share no half-month.
 */
export function formerPeriod({ id, kind, halfMonths, from }: Period): Period | undefined {
  const long = /^report-(20\d\d)-(h1|year)$/.exec(id);
  if (long) return readPeriod(`report-${Number(long[1]) - 1}-${long[2]}`);
  const eve = dayBefore(from);
  return periodsUpTo(eve, 1).find(
    (one) => one.kind === kind && one.to === eve && one.halfMonths.length === halfMonths.length,
  );
}

/**
 * Every period that has begun on `day` and reaches into the last `months` months, the month of `day` among them:
 * newest first, reports before quarters, months, halves.
 */
export function periodsUpTo(day: string, months = 13): Period[] {
  const current = halfMonthOf(day);
  const oldest = monthsUpTo(current, months)[0]!.halfMonths[0]!;
  const ids: string[] = [];
  for (let y = Number(day.slice(0, 4)) + 1; y >= Number(oldest.slice(0, 4)); y--) {
    for (const part of REPORT_PARTS) ids.push(`report-${y}-${part}`);
    for (let q = 4; q >= 1; q--) ids.push(`quarter-${y}-${q}`);
    for (let m = 12; m >= 1; m--)
      ids.push(`month-${y}-${pad(m)}`, `half-${y}-${pad(m)}-2`, `half-${y}-${pad(m)}-1`);
  }
  const order: readonly PeriodKind[] = ['report', 'quarter', 'month', 'half'];
  return ids
    .map((id) => readPeriod(id)!)
    .filter((p) => p.halfMonths[0]! <= current && p.halfMonths.at(-1)! >= oldest)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The last `count` months that end with the month of the period's last day: the points of a trend. */
export function monthsUpTo(halfMonth: string, count: number): Period[] {
  let year = Number(halfMonth.slice(0, 4));
  let month = Number(halfMonth.slice(5, 7));
  const list: Period[] = [];
  for (let i = 0; i < count; i++) {
    list.unshift(readPeriod(`month-${year}-${pad(month)}`)!);
    month--;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return list;
}

/** A period is open until the half-month after its last one has begun. */
export function isOpen(p: Pick<Period, 'halfMonths'>, nowMs: number): boolean {
  return p.halfMonths.at(-1)! >= halfMonthOf(localDay(nowMs));
}
