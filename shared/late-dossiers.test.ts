import { expect, test } from 'vitest';
import { byLateness, markOf, returnedOf, shareInPercent } from './late-dossiers.ts';

const counts = (onTime: number, late: number) => ({ early: 0, onTime, late });

test('rates on time are rounded from whole numbers to two decimals as they were published', () => {
  expect(shareInPercent(6_630, 6_688)).toBe(99.13);
  expect(shareInPercent(59_376, 60_098)).toBe(98.8);
  // half up: 1/32 is 3.125 %
  expect(shareInPercent(1, 32)).toBe(3.13);
  expect(shareInPercent(0, 0)).toBeNull();
});

test('a place is marked from 5 % and from 10 % late, by whole numbers and not by what is printed', () => {
  expect(markOf(4_999, 100_000)).toBe('none');
  expect(shareInPercent(4_999, 100_000)).toBe(5);
  expect([markOf(1, 20), markOf(99, 1_000), markOf(1, 10), markOf(0, 0)]).toEqual([
    'five',
    'five',
    'ten',
    'none',
  ]);
});

test('where one of the three is not said nothing is known of what was returned', () => {
  expect(returnedOf({ ...counts(40, 2), early: null })).toBeNull();
  expect(returnedOf(counts(40, 2))).toBe(42);
});

test('the latest stand first, but one late dossier of eight does not head the list', () => {
  const rows = {
    unknown: { ...counts(0, 0), early: null },
    nothing: counts(0, 0),
    oneOfEight: counts(7, 1),
    some: counts(390, 10),
    most: counts(95, 6),
    // the same share as `some`, of more dossiers
    alike: counts(780, 20),
  };
  const order = Object.entries(rows).toSorted(([, a], [, b]) => byLateness(a, b));
  expect(order.map(([name]) => name)).toEqual(['most', 'alike', 'some', 'oneOfEight', 'nothing', 'unknown']);
});
