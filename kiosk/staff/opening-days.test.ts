import { expect, it } from 'vitest';
import { openingDaysAfter } from './opening-days.ts';

const weekdays = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
];
/** 20 November 2026 is a Friday. */
const at = (local: string) => Date.parse(`2026-11-${local}:00+07:00`);

it.each([
  ['2026-11-20', '20T16:00', 0],
  ['2026-11-20', '22T23:59', 0],
  ['2026-11-20', '23T16:59', 0],
  ['2026-11-20', '23T17:00', 1],
  ['2026-11-20', '24T08:00', 1],
  ['2026-11-20', '24T17:00', 2],
  ['2026-11-25', '20T08:00', 0],
])('after %s, on %s, %i whole opening days have passed', (day, now, days) => {
  expect(openingDaysAfter(day, at(now), weekdays)).toBe(days);
});

it('counts every day where no hours are known', () => {
  expect(openingDaysAfter('2026-11-20', at('23T12:00'), [])).toBe(2);
});
