import { expect, test } from 'vitest';
import { hoursLike, openingOn, opensOn, ORDINARY, weekAhead } from './calendar.ts';

const OFFICE = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4], from: '13:30', to: '17:00' },
];
/** Thursday 31 December 2026 is worked, Friday is New Year, and Saturday 9 January is worked like a Friday. */
const calendar = new Map([
  ['2027-01-01', 0],
  ['2027-01-09', 5],
]);

test('a day off has no hours, and a day worked for another has the hours of that one', () => {
  expect(hoursLike('2026-12-31', calendar)).toBe(4);
  expect(openingOn(OFFICE, '2027-01-01', calendar)).toEqual([]);
  expect(openingOn(OFFICE, '2027-01-09', calendar)).toEqual([OFFICE[0]]);
  expect(openingOn(OFFICE, '2027-01-08', ORDINARY)).toEqual([OFFICE[0]]);
});

test('a tablet is told the coming seven days as they are, and the usual week where nothing is special', () => {
  expect(weekAhead(OFFICE, '2026-12-20', calendar)).toEqual(OFFICE);
  expect(weekAhead(OFFICE, '2026-12-28', calendar)).toEqual([
    { days: [1, 2, 3, 4], from: '07:30', to: '11:30' },
    { days: [1, 2, 3, 4], from: '13:30', to: '17:00' },
  ]);
  // the day off is over, the worked Saturday lies ahead
  expect(weekAhead(OFFICE, '2027-01-04', calendar)[0]!.days).toEqual([1, 2, 3, 4, 5, 6]);
  expect(weekAhead([], '2027-01-01', calendar)).toEqual([]);
});

test('a whole week off is closed hours, not none: where none are named a place is always open', () => {
  const off = new Map(Array.from({ length: 9 }, (_, i) => [`2027-02-${String(5 + i).padStart(2, '0')}`, 0]));
  const [hours, ...more] = weekAhead(OFFICE, '2027-02-05', off);
  expect([hours!.days, more]).toEqual([[], []]);
});

test('a place is open on the days of its hours, and always where none are named', () => {
  expect(opensOn(OFFICE, '2026-12-31', calendar)).toBe(true);
  expect(opensOn(OFFICE, '2027-01-01', calendar)).toBe(false);
  expect(opensOn(OFFICE, '2027-01-02', calendar)).toBe(false);
  expect(opensOn([], '2027-01-01', calendar)).toBe(true);
});
