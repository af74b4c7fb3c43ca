import { describe, expect, test } from 'vitest';
import type { FlagCounts } from '../../shared/wire/cohort-review.ts';
import { tellable } from './flags-to-tell.ts';

const counts = (forms: number, flagged = 0): FlagCounts => {
  return { forms, flagged, dur: flagged, gap: 0, line: 0, run: 0, cell: 0, hrs: 0 };
};
const dated = (...list: readonly (readonly [string, number])[]) =>
  new Map(list.map(([date, forms]) => [date, counts(forms)]));

describe('what is told of flagged forms', () => {
  test('under ten forms nothing is told, from ten on each class of the half-month', () => {
    expect(tellable(undefined, counts(9, 9), dated(['2026-11-03AM', 9]))).toBeUndefined();
    expect(tellable(undefined, counts(40, 3), new Map())?.all).toEqual(counts(40, 3));
  });

  test('half-days are told from ten forms on, and what is left beside them is nobody or ten', () => {
    const told = (...list: readonly (readonly [string, number])[]) =>
      Object.keys(
        tellable(undefined, counts(list.reduce((n, [, more]) => n + more, 0)), dated(...list))!.halfDays,
      );
    expect(told(['2026-11-03AM', 12], ['2026-11-03PM', 4], ['2026-11-04AM', 6])).toEqual(['2026-11-03AM']);
    expect(told(['2026-11-03AM', 12], ['2026-11-04AM', 31], ['2026-11-04PM', 4])).toEqual(['2026-11-04AM']);
    expect(told(['2026-11-03AM', 12], ['2026-11/1', 11])).toEqual(['2026-11-03AM']);
    expect(told(['2026-11-03AM', 12], ['2026-11/1', 5])).toEqual([]);
  });

  test('what comes late moves the whole by ten forms or not at all, and no half-day', () => {
    const before = { all: counts(40, 3), halfDays: { '2026-11-03AM': counts(20, 2) } };
    expect(tellable(before, counts(49, 12), dated(['2026-11-03AM', 29]))).toBeUndefined();
    expect(tellable(before, counts(50, 13), dated(['2026-11-03AM', 30]))).toEqual({
      all: counts(50, 13),
      halfDays: before.halfDays,
    });
  });
});
