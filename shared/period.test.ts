import { expect, test } from 'vitest';
import {
  formerPeriod,
  addDays,
  dayBefore,
  daysOfHalfMonth,
  halfDayAt,
  halfMonthOf,
  isDay,
  isOpen,
  localDay,
  localMinutes,
  localWeekday,
  monthsUpTo,
  nextHalfMonth,
  periodsUpTo,
  readPeriod,
  reportYearOf,
  startOfLocalDay,
} from './period.ts';

const at = (iso: string) => Date.parse(iso);
const spanOf = (id: string) => {
  const { from, to, halfMonths } = readPeriod(id)!;
  return [from, to, halfMonths.length];
};

/** Every half-month of some years, made without the product's own stepping. */
const halfMonthsOf = (...years: number[]) =>
  years.flatMap((year) =>
    Array.from({ length: 24 }, (_, i) => `${year}-${String((i >> 1) + 1).padStart(2, '0')}/${(i % 2) + 1}`),
  );

test('a day is one of the calendar, and days are added across months and years', () => {
  expect(['2026-02-28', '2028-02-29'].map(isDay)).toEqual([true, true]);
  for (const text of ['2026-02-29', '2026-02-31', '1999-12-31', '2100-01-01', '31/3/2026', '2026-3-1', ''])
    expect(isDay(text)).toBe(false);
  expect([dayBefore('2026-01-01'), addDays('2028-02-28', 2)]).toEqual(['2025-12-31', '2028-03-01']);
});

test('the reporting periods of 2026 run from the 15th to the 14th, quý I and năm from December of the year before', () => {
  expect(spanOf('report-2026-q1')).toEqual(['2025-12-15', '2026-03-14', 6]);
  expect(spanOf('report-2026-h1')).toEqual(['2025-12-15', '2026-06-14', 12]);
  expect(spanOf('report-2026-q3')).toEqual(['2026-06-15', '2026-09-14', 6]);
  expect(spanOf('report-2026-year')).toEqual(['2025-12-15', '2026-12-14', 24]);
});

test('quý II and quý IV are what subtraction leaves', () => {
  const halves = (part: string) => readPeriod(`report-2026-${part}`)!.halfMonths;
  expect(spanOf('report-2026-q2')).toEqual(['2026-03-15', '2026-06-14', 6]);
  expect(spanOf('report-2026-q4')).toEqual(['2026-09-15', '2026-12-14', 6]);
  expect(halves('q2')).toEqual(halves('h1').filter((half) => !halves('q1').includes(half)));
  const firstThree = new Set([...halves('h1'), ...halves('q3')]);
  expect(halves('q4')).toEqual(halves('year').filter((half) => !firstThree.has(half)));
});

test('quý I of 2026 is made of the six half-months from 12/2 of 2025 to 3/1', () => {
  expect(readPeriod('report-2026-q1')!.halfMonths).toEqual([
    '2025-12/2',
    '2026-01/1',
    '2026-01/2',
    '2026-02/1',
    '2026-02/2',
    '2026-03/1',
  ]);
});

test('months, calendar quarters and halves of a month are unions of half-months too', () => {
  expect(spanOf('month-2026-11')).toEqual(['2026-11-01', '2026-11-30', 2]);
  expect(spanOf('quarter-2026-4')).toEqual(['2026-10-01', '2026-12-31', 6]);
  expect(readPeriod('quarter-2026-1')!.halfMonths).toEqual(halfMonthsOf(2026).slice(0, 6));
  expect(readPeriod('half-2026-11-1')!.halfMonths).toEqual(['2026-11/1']);
});

test('a period is compared with the one before of the same kind, half a year and a year with those of a year before', () => {
  const former = (id: string) => formerPeriod(readPeriod(id)!)?.id;
  expect(former('report-2026-q1')).toBe('report-2025-q4');
  expect(former('report-2026-q4')).toBe('report-2026-q3');
  expect(former('report-2026-h1')).toBe('report-2025-h1');
  expect(former('report-2026-year')).toBe('report-2025-year');
  expect(former('quarter-2026-1')).toBe('quarter-2025-4');
  expect(former('month-2026-01')).toBe('month-2025-12');
  expect(former('half-2026-03-1')).toBe('half-2026-02-2');
  expect(former('half-2026-03-2')).toBe('half-2026-03-1');
});

test('the halves of February end on the 29th in a leap year and on the 28th in another', () => {
  expect(spanOf('half-2028-02-1')).toEqual(['2028-02-01', '2028-02-14', 1]);
  expect(spanOf('half-2028-02-2')).toEqual(['2028-02-15', '2028-02-29', 1]);
  expect(spanOf('half-2026-02-2')).toEqual(['2026-02-15', '2026-02-28', 1]);
  expect(daysOfHalfMonth('2100-02/2').to).toBe('2100-02-28');
});

test('the second half of December is followed by the first half of January', () => {
  expect(nextHalfMonth('2026-12/1')).toBe('2026-12/2');
  expect(nextHalfMonth('2026-12/2')).toBe('2027-01/1');
  const all = halfMonthsOf(2025, 2026, 2027);
  for (const [i, half] of all.slice(0, -1).entries()) expect(nextHalfMonth(half)).toBe(all[i + 1]);
});

test('the reporting year begins on 15 December and its four quarters cover it without gap or overlap', () => {
  expect([reportYearOf('2026-12/1'), reportYearOf('2026-12/2'), reportYearOf('2027-01/1')]).toEqual([
    2026, 2027, 2027,
  ]);
  for (const year of [2026, 2027]) {
    const quarters = ['q1', 'q2', 'q3', 'q4'].flatMap((q) => readPeriod(`report-${year}-${q}`)!.halfMonths);
    expect(quarters).toEqual(readPeriod(`report-${year}-year`)!.halfMonths);
    expect(new Set(quarters.map(reportYearOf))).toEqual(new Set([year]));
  }
});

test('every day of three years lies in its half-month, and the half-months in a row leave out no day', () => {
  const end = at('2029-01-01T00:00:00Z');
  for (let ms = at('2026-01-01T00:00:00Z'); ms < end; ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    const half = halfMonthOf(day);
    const { from, to } = daysOfHalfMonth(half);
    expect(from <= day && day <= to, day).toBe(true);
    const tomorrow = new Date(ms + 86_400_000).toISOString().slice(0, 10);
    expect(halfMonthOf(tomorrow)).toBe(day === to ? nextHalfMonth(half) : half);
  }
});

test('a half-month is read from a day, a half-day and itself, and changes at the 15th', () => {
  expect(['2026-11-14', '2026-11-14PM', '2026-11/1'].map(halfMonthOf)).toEqual(Array(3).fill('2026-11/1'));
  expect(['2026-11-15', '2026-11-15AM', '2026-11/2'].map(halfMonthOf)).toEqual(Array(3).fill('2026-11/2'));
});

test.each([
  'report-2026-q5',
  'report-2026-toString',
  'quarter-2026-0',
  'quarter-2026-5',
  'month-2026-13',
  'month-2026-1',
  'half-2026-11-3',
  'half-2026-11',
  'week-2026-40',
  'day-2026-11-20',
  'report-1926-q1',
  'month-2026-11 ',
  '',
])('there is no period with the id "%s"', (id) => expect(readPeriod(id)).toBeUndefined());

test('the local day begins at 17:00 UTC, seven hours before the UTC day does', () => {
  expect(localDay(at('2026-11-20T16:59:59.999Z'))).toBe('2026-11-20');
  expect(localDay(at('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
  expect(localDay(at('2026-11-21T00:00:00Z'))).toBe('2026-11-21');
  expect(startOfLocalDay('2026-11-21')).toBe(at('2026-11-20T17:00:00Z'));
  expect(localMinutes(startOfLocalDay('2026-11-21'))).toBe(0);
  expect(localMinutes(startOfLocalDay('2026-11-21') - 1)).toBe(1439);
});

test('the year, too, changes at local midnight', () => {
  expect(localDay(at('2026-12-31T16:59:59Z'))).toBe('2026-12-31');
  expect(localDay(at('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
});

test('noon begins the afternoon, midnight the morning of the next day', () => {
  expect(halfDayAt(at('2026-11-20T11:59:59.999+07:00'))).toBe('2026-11-20AM');
  expect(halfDayAt(at('2026-11-20T12:00:00+07:00'))).toBe('2026-11-20PM');
  expect(halfDayAt(at('2026-11-20T23:59:59+07:00'))).toBe('2026-11-20PM');
  expect(halfDayAt(at('2026-11-21T00:00:00+07:00'))).toBe('2026-11-21AM');
});

test('weekdays count from Monday 1 to Sunday 7 by the local day', () => {
  expect(localWeekday(at('2026-11-20T09:00:00+07:00'))).toBe(5);
  expect(localWeekday(at('2026-11-22T16:59:59Z'))).toBe(7);
  expect(localWeekday(at('2026-11-22T17:00:00Z'))).toBe(1);
});

test('a period stays open until the half-month after its last one has begun, local time', () => {
  const q1 = readPeriod('report-2026-q1')!;
  expect(isOpen(q1, at('2026-03-14T23:59:59.999+07:00'))).toBe(true);
  expect(isOpen(q1, at('2026-03-15T00:00:00+07:00'))).toBe(false);
  expect(isOpen(readPeriod('half-2026-11-2')!, at('2026-12-01T00:00:00+07:00'))).toBe(false);
  expect(isOpen(readPeriod('report-2026-year')!, at('2026-03-15T00:00:00+07:00'))).toBe(true);
});

test('the periods up to a day are reports, quarters, months and halves, each newest first', () => {
  const list = periodsUpTo('2026-11-20');
  const kinds = list.map(({ kind }) => kind);
  expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual(['report', 'quarter', 'month', 'half']);
  for (const kind of ['quarter', 'month', 'half']) {
    const starts = list.filter((p) => p.kind === kind).map(({ from }) => from);
    expect(starts).toEqual([...starts].sort().toReversed());
  }
  const reports = list.filter((p) => p.kind === 'report').map(({ id }) => id);
  expect(reports).toEqual([
    ...['year', 'q4', 'q3', 'h1', 'q2', 'q1'].map((part) => `report-2026-${part}`),
    ...['year', 'q4'].map((part) => `report-2025-${part}`),
  ]);
});

test('the periods up to a day hold thirteen months with their halves, and none that has not begun', () => {
  const list = periodsUpTo('2026-11-20');
  const months = list.filter(({ kind }) => kind === 'month').map(({ id }) => id);
  expect(months).toHaveLength(13);
  expect([months[0], months.at(-1)]).toEqual(['month-2026-11', 'month-2025-11']);
  expect(list.filter(({ kind }) => kind === 'half')).toHaveLength(26);
  expect(list.filter(({ kind }) => kind === 'quarter').map(({ id }) => id)).toEqual([
    'quarter-2026-4',
    'quarter-2026-3',
    'quarter-2026-2',
    'quarter-2026-1',
    'quarter-2025-4',
  ]);
  for (const { from, id } of list) expect(from <= '2026-11-20', id).toBe(true);
  const first = periodsUpTo('2026-11-14').map(({ id }) => id);
  expect(first).toContain('half-2026-11-1');
  expect(first).not.toContain('half-2026-11-2');
});

test('from 15 December on the periods of the next reporting year are there', () => {
  expect(periodsUpTo('2026-12-14').some(({ id }) => id.startsWith('report-2027'))).toBe(false);
  const ids = periodsUpTo('2026-12-15').map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual(['report-2027-year', 'report-2027-h1', 'report-2027-q1']);
});

test('any number of months back is covered, however many years that is', () => {
  for (const months of [1, 2, 12, 13, 36, 37, 60]) {
    const list = periodsUpTo('2026-01-20', months);
    const expected = monthsUpTo('2026-01/2', months).map(({ id }) => id);
    expect(list.filter(({ kind }) => kind === 'month').map(({ id }) => id)).toEqual(expected.toReversed());
  }
});

test('the months of a trend end with the month asked for and cross the year', () => {
  expect(monthsUpTo('2026-02/1', 4).map(({ id }) => id)).toEqual([
    'month-2025-11',
    'month-2025-12',
    'month-2026-01',
    'month-2026-02',
  ]);
});
