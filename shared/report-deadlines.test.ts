import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';
import { dueDayOf, duePeriods } from './report-deadlines.ts';

const said = (day: string) =>
  duePeriods(day).map((period) => [period.id, period.from, period.to, dueDayOf(period)]);

test('four reports a year are due by the 20th of the last month of their period (dates by hand)', () => {
  expect(said('2026-11-30').slice(0, 4)).toEqual([
    ['report-2026-year', '2025-12-15', '2026-12-14', '2026-12-20'],
    ['report-2026-q3', '2026-06-15', '2026-09-14', '2026-09-20'],
    ['report-2026-h1', '2025-12-15', '2026-06-14', '2026-06-20'],
    ['report-2026-q1', '2025-12-15', '2026-03-14', '2026-03-20'],
  ]);
});

test('from 15 December on the calendar is that of the next year, and the year that has closed stands right behind', () => {
  expect(said('2026-12-14')[0]![0]).toBe('report-2026-year');
  expect(said('2026-12-15').map(([id]) => id)).toEqual([
    'report-2027-year',
    'report-2027-q3',
    'report-2027-h1',
    'report-2027-q1',
    'report-2026-year',
    'report-2026-q3',
    'report-2026-h1',
    'report-2026-q1',
  ]);
});

test('quý II and quý IV follow by subtraction and are due by nobody; their periods end where the longer ones do', () => {
  expect(said('2026-11-30').some(([id]) => /-q[24]$/.test(id!))).toBe(false);
  expect(readPeriod('report-2026-q2')!.to).toBe('2026-06-14');
  expect(readPeriod('report-2026-q4')!.to).toBe('2026-12-14');
});
