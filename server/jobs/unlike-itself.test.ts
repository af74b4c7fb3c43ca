import { describe, expect, test } from 'vitest';
import { type ClassCounts, NO_FORMS } from '../../shared/class-counts.ts';
import { judgeDay, judgeHalfMonth, type PlaceDay, upperTail, usualOf } from './unlike-itself.ts';

const counts = (forms: number, change: Partial<ClassCounts> = {}): ClassCounts => ({
  ...NO_FORMS,
  forms,
  ...change,
});
const day = (tablets: ClassCounts, closed = 0, phones = NO_FORMS): PlaceDay => ({ tablets, phones, closed });
/** Days of a place at which one form in five is the best level throughout, and now and then somebody reads nothing. */
const honestDays = (length: number) =>
  Array.from({ length }, (_, i) => {
    const [fast, tapped] = [i % 3 === 0 ? 1 : 0, i % 9 === 0 ? 1 : 0];
    return day(counts(20, { top: 4, soon: 3, fast, tapped }));
  });
const before = honestDays(40);
const usual = usualOf(before, []);

describe('the upper tail of the beta-binomial', () => {
  test('agrees with values that can be worked out by hand', () => {
    expect(upperTail(0, 10, 0.2, 0.05)).toBe(1);
    // two forms, share 1/2, correlation 1/3: a and b are 1, each number of forms is equally likely
    expect(upperTail(1, 2, 0.5, 1 / 3)).toBeCloseTo(2 / 3, 12);
    expect(upperTail(2, 2, 0.5, 1 / 3)).toBeCloseTo(1 / 3, 12);
    // hardly alike: the binomial distribution
    expect(upperTail(10, 10, 0.5, 1e-9)).toBeCloseTo(1 / 1024, 6);
  });

  test('is heavier the more people of one day resemble each other, and stays a number for a whole half-month', () => {
    const tails = [0.01, 0.05, 0.1].map((alike) => upperTail(10, 20, 0.2, alike));
    expect(tails).toEqual(tails.toSorted((a, b) => a - b));
    const long = upperTail(900, 3_000, 0.25, 0.01);
    expect(long).toBeGreaterThan(0);
    expect(long).toBeLessThan(0.2);
  });
});

describe('a day', () => {
  test('like those before is ordinary, and one of two forms is too few to tell', () => {
    expect(judgeDay(day(counts(20, { top: 6, soon: 5, fast: 1 })), usual)).toEqual({ kind: 'ordinary' });
    expect(judgeDay(day(counts(2, { tapped: 2, fast: 2, top: 2, late: 2 })), usual)).toEqual({
      kind: 'too-few',
    });
  });

  test('with five forms that were tapped among twenty is unusual', () => {
    const tapped = day(counts(20, { tapped: 5, fast: 5, top: 8, soon: 6 }));
    expect(judgeDay(tapped, usual)).toMatchObject({ kind: 'unusual', signs: ['tapped', 'fast'] });
  });

  test('is not excused by a past in which it was always so', () => {
    const always = usualOf(
      before.map(() => day(counts(20, { tapped: 6, fast: 6, top: 9 }))),
      [],
    );
    expect(judgeDay(day(counts(20, { tapped: 6, fast: 6, top: 9 })), always).kind).toBe('unusual');
  });

  test('whose citizens like the best level is compared with their own past, and without one nothing is said', () => {
    const fond = usualOf(
      before.map(() => day(counts(20, { top: 11 }))),
      [],
    );
    const isTop = day(counts(20, { top: 13 }));
    expect(judgeDay(isTop, fond)).toEqual({ kind: 'ordinary' });
    expect(judgeDay(isTop, usual).kind).toBe('unusual');
    expect(judgeDay(isTop, usualOf([], []))).toEqual({ kind: 'ordinary' });
  });

  test('is compared with the phones of its citizens, too', () => {
    const quick = before.map(({ tablets }) => day({ ...tablets, fast: 1 }, 0, counts(5)));
    const fast = day(counts(20, { fast: 4 }));
    expect(
      judgeDay(
        fast,
        usualOf(
          quick.map(({ tablets }) => day(tablets)),
          [],
        ),
      ),
    ).toEqual({ kind: 'ordinary' });
    expect(judgeDay(fast, usualOf(quick, [])).kind).toBe('unusual');
  });

  test('on which the place is never open says so', () => {
    const judged = judgeDay(day(counts(4, { late: 4 }), 4), usual);
    expect(judged).toEqual({ kind: 'unusual', signs: ['late', 'closed'] });
    expect(judgeDay(day(counts(20), 2), usual)).toEqual({ kind: 'ordinary' });
  });
});

describe('a half-month', () => {
  const honest = honestDays(9).slice(1);
  const odd = day(counts(20, { tapped: 5, fast: 5, top: 8 }));

  test('is left alone for one odd day, and named for two', () => {
    expect(judgeHalfMonth([...honest, odd], before)).toEqual({ kind: 'ordinary' });
    expect(judgeHalfMonth([...honest, odd, odd], before)).toMatchObject({ kind: 'unusual' });
  });

  test('is judged as a whole where no day stands out', () => {
    const slight = Array.from({ length: 10 }, () => day(counts(20, { tapped: 2, fast: 2, top: 5 })));
    expect(slight.map((one) => judgeDay(one, usual).kind)).not.toContain('unusual');
    expect(judgeHalfMonth(slight, before).kind).toBe('unusual');
  });
});
