import { expect, test } from 'vitest';
import { seededNumbers } from '../tests/fakes/seeded.ts';
import { forecastCount, outlookOf, type Stretch } from './forecast.ts';

const even = (count: number, days: number, times: number): Stretch[] =>
  Array.from({ length: times }, () => ({ count, days }));

test('what comes is the rate of the last opening days, with the interval of Krishnamoorthy and Peng widened by t', () => {
  // six times 10 forms on 10 days, 30 days to come: ratio 1/2; t₅² = 6.608, no dispersion beyond chance
  const forecast = forecastCount(even(10, 10, 6), 30);
  const wide = 2.570582 ** 2;
  const centre = 0.5 * (60 + wide / 2);
  const half = Math.sqrt(wide * 0.5 * (60 * 1.5 + wide / 8));
  expect(forecast).toEqual({ expected: 30, low: Math.floor(centre - half), high: Math.ceil(centre + half) });
  expect([forecast!.low, forecast!.high]).toEqual([14, 49]);
});

test('stretches that differ more than chance says make the interval wider, and never the expected number', () => {
  const same = forecastCount(even(20, 10, 4), 20)!;
  const spread = forecastCount(
    [2, 38, 5, 35].map((count) => ({ count, days: 10 })),
    20,
  )!;
  expect(spread.expected).toBe(same.expected);
  expect(spread.high - spread.low).toBeGreaterThan(2 * (same.high - same.low));
  expect(spread.low).toBe(0);
});

test('with fewer than three stretches of opening days nothing is forecast; where nothing came little is', () => {
  expect(forecastCount(even(50, 10, 2), 20)).toBeUndefined();
  expect(forecastCount([...even(50, 10, 2), { count: 9, days: 0 }], 20)).toBeUndefined();
  expect(forecastCount(even(0, 10, 6), 20)).toEqual({ expected: 0, low: 0, high: 3 });
  expect(forecastCount(even(50, 10, 3), 0)).toEqual({ expected: 0, low: 0, high: 0 });
});

test('the whole interval decides whether the plan is kept, at risk or missed', () => {
  const forecast = { expected: 30, low: 20, high: 40 };
  expect(outlookOf(100, 100, 5, undefined)).toBe('reached');
  expect(outlookOf(100, 80, 5, forecast)).toBe('enough');
  expect(outlookOf(101, 80, 5, forecast)).toBe('at-risk');
  expect(outlookOf(120, 80, 5, forecast)).toBe('at-risk');
  expect(outlookOf(121, 80, 5, forecast)).toBe('short');
  expect(outlookOf(121, 80, 5, undefined)).toBe('unknown');
  expect(outlookOf(121, 120, 0, undefined)).toBe('short');
});

/** Sum of independent exponentials below the length: a Poisson count. */
function poisson(mean: number, next: () => number): number {
  let count = -1;
  for (let sum = 0; sum < mean; count++) sum -= Math.log(1 - next());
  return count;
}

test('of simulated offices whose half-months differ, the interval holds what comes in 94 runs of 100 or more', () => {
  const next = seededNumbers(7);
  for (const [perDay, spread, known] of [
    [1, 0, 6],
    [8, 0.15, 6],
    [30, 0.25, 6],
    [8, 0.15, 3],
  ] as const) {
    let held = 0;
    const runs = 2_000;
    for (let run = 0; run < runs; run++) {
      // each half-month has a pace of its own around that of the office
      const pace = () => perDay * Math.max(0.1, 1 + spread * Math.sqrt(12) * (next() - 0.5));
      const counts = Array.from({ length: known + 2 }, () => poisson(pace() * 10, next));
      const forecast = forecastCount(
        counts.slice(0, known).map((count) => ({ count, days: 10 })),
        20,
      )!;
      const came = counts[known]! + counts[known + 1]!;
      if (came >= forecast.low && came <= forecast.high) held++;
    }
    expect(held / runs, `${perDay} a day`).toBeGreaterThan(0.94);
  }
});
