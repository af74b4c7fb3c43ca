import { expect, test } from 'vitest';
import { fraction, percentHalfUp, plus, roundHalfUp, times, toNumber } from './rational.ts';

test('a percentage is rounded half up once, from the exact fraction', () => {
  expect(percentHalfUp(fraction(1, 32), 2)).toBe(3.13); // 3.125
  expect(percentHalfUp(fraction(57, 200), 0)).toBe(29); // 28.5
  expect(percentHalfUp(fraction(2, 3), 2)).toBe(66.67);
  expect(percentHalfUp(fraction(1, 3), 1)).toBe(33.3);
  expect(percentHalfUp(fraction(0, 7), 2)).toBe(0);
  expect(percentHalfUp(fraction(7, 7), 2)).toBe(100);
});

test('it agrees with the whole-number formula of a spreadsheet for every share of up to 200 answers', () => {
  for (let all = 1; all <= 200; all++) {
    for (let some = 0; some <= all; some++) {
      const formula = Math.floor((20_000 * some + all) / (2 * all)) / 100;
      expect(percentHalfUp(fraction(some, all), 2)).toBe(formula);
    }
  }
});

test('a bound is rounded from the unrounded value: 96.845 is 96.8 although 96.85 would be 96.9', () => {
  expect(roundHalfUp(96.845, 1)).toBe(96.8);
  expect(roundHalfUp(96.85, 1)).toBe(96.9);
  expect(roundHalfUp(99.96, 1)).toBe(100);
  expect(roundHalfUp(0, 2)).toBe(0);
});

test('fractions add and multiply exactly', () => {
  expect(toNumber(plus(fraction(1, 10), fraction(1, 5)))).toBe(0.3); // in doubles 0.1 + 0.2 is not 0.3
  expect(percentHalfUp(times(fraction(1, 3), fraction(3, 1)), 2)).toBe(100);
});

test('a fraction too large for doubles is still a number', () => {
  const huge = 10n ** 400n;
  expect(toNumber(fraction(huge * 7n, huge * 8n))).toBe(0.875);
});

test('nothing is divided by zero', () => {
  expect(() => fraction(0, 0)).toThrow(RangeError);
});
