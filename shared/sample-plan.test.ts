import { expect, test } from 'vitest';
import { formsForMargin, planForms, slovin } from './sample-plan.ts';

test("Slovin's formula gives the forms for 200 to 10,000 transactions at 5 percent", () => {
  expect([200, 500, 2000, 10_000].map((transactions) => slovin(transactions))).toEqual([134, 223, 334, 385]);
});

test('an exact result is not rounded up by one, and no transaction needs no form', () => {
  expect(slovin(400)).toBe(200);
  expect(slovin(0)).toBe(0);
  expect(slovin(10_000, 3)).toBe(1000);
});

test('the forms for a margin of 5 or 3 points follow the expected percentage', () => {
  expect([92, 84, 50].map((percent) => formsForMargin(percent, 5))).toEqual([114, 207, 385]);
  expect([92, 84, 50].map((percent) => formsForMargin(percent, 3))).toEqual([315, 574, 1068]);
});

test('a small population needs fewer forms and never more than it has', () => {
  expect(formsForMargin(50, 5, 1000)).toBe(278); // 384.16 / (1 + 383.16 / 1000)
  expect(formsForMargin(50, 5, 1e9)).toBe(385);
  for (const population of [10, 100, 500])
    expect(formsForMargin(50, 5, population)).toBeLessThanOrEqual(population);
});

test('a plan asks for forms of each unit and field, and says how many would do for all together', () => {
  const rows = [
    { unit: 'u1', field: 'ht', population: 2000 },
    { unit: 'u1', field: 'dd', population: 500 },
    { unit: 'u2', field: null, population: 0 },
  ];
  const plan = { formula: 'slovin', errorPoints: 5, expectedPercent: 50, rows } as const;
  expect(planForms(plan)).toEqual({ rows: [334, 223, 0], sum: 557, population: 2500, together: 345 });
  expect(planForms({ ...plan, formula: 'margin' }).rows).toEqual([323, 218, 0]);
  expect(planForms({ ...plan, rows: [] })).toEqual({ rows: [], sum: 0, population: 0, together: 0 });
});
