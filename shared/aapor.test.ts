import { expect, test } from 'vitest';
import { countCases, ratesOf } from './aapor.ts';

const rates = (counts: Parameters<typeof ratesOf>[0]) =>
  Object.fromEntries(
    ratesOf(counts).map(({ code, numerator, denominator }) => [code, [numerator, denominator]]),
  );

test('rates follow AAPOR’s formulae, with who is not eligible outside and whoever nobody tried inside', () => {
  expect(rates({ I: 50, P: 10, R: 15, NC: 20, O: 5, NE: 8, UO: 0 })).toEqual({
    RR1: [50, 100],
    RR2: [60, 100],
    CON1: [80, 100],
    REF1: [15, 100],
    COOP1: [50, 80],
  });
  expect(rates({ I: 50, P: 10, R: 15, NC: 20, O: 5, NE: 8, UO: 25 }).RR1).toEqual([50, 125]);
  expect(rates({ I: 0, P: 0, R: 0, NC: 0, O: 0, NE: 3, UO: 0 }).RR1, 'nothing to divide').toEqual([0, 0]);
});

test('cases are counted by the group of their outcome', () => {
  const outcomes = [
    'COMPLETE',
    'PARTIAL',
    'REFUSED',
    'BREAKOFF',
    'BUSY',
    'CALLBACK',
    'PROXY',
    'WRONG',
    null,
  ] as const;
  expect(countCases(outcomes)).toEqual({ I: 1, P: 1, R: 2, NC: 1, O: 2, NE: 1, UO: 1 });
});

test('a rate is rounded half up to one decimal, and below ten cases only counted', () => {
  const RR1 = (I: number, NC: number) => ratesOf({ I, P: 0, R: 0, NC, O: 0, NE: 0, UO: 0 })[0]!.percent;
  expect(RR1(1, 15)).toBe(6.3);
  expect(RR1(13, 11)).toBe(54.2);
  expect(RR1(10, 0)).toBe(100);
  expect(RR1(4, 5)).toBeNull();
});
