import { expect, test } from 'vitest';
import { classesOf, NO_FORMS, sumOfCounts } from './class-counts.ts';
import { NO_SIGNALS } from './submission.ts';

test('a form is tapped when it is fast and the best level throughout, and neither alone makes it so', () => {
  const best = { a: [5, 5, 5, null] as const, q: { ...NO_SIGNALS, line: 1 as const } };
  const fast = { ...NO_SIGNALS, dur: 1 as const };
  const tapped = { ...best.q, dur: 1 as const };
  expect(classesOf({ a: [...best.a], q: best.q })).toEqual({ ...NO_FORMS, forms: 1, top: 1 });
  expect(classesOf({ a: [5, 4, 5], q: fast })).toEqual({ ...NO_FORMS, forms: 1, fast: 1 });
  expect(classesOf({ a: [...best.a], q: tapped })).toEqual({
    ...NO_FORMS,
    forms: 1,
    fast: 1,
    top: 1,
    tapped: 1,
  });
  // one level throughout, but the worst: nobody in the office taps that
  expect(classesOf({ a: [1, 1, 1], q: tapped })).toEqual({ ...NO_FORMS, forms: 1, fast: 1 });
});

test('counts add up class by class', () => {
  const one = classesOf({ a: [4, 5], q: { ...NO_SIGNALS, gap: 1, run: 1, hrs: 1 } });
  expect(sumOfCounts([one, one, NO_FORMS])).toEqual({ ...NO_FORMS, forms: 2, soon: 2, repeated: 2, late: 2 });
  expect(sumOfCounts([])).toEqual(NO_FORMS);
});
