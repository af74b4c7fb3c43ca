import { expect, test } from 'vitest';
import { studentT975, twoSidedP, wilson, wilsonCentre } from './interval.ts';

test("Student's t is right to nine decimals from one degree of freedom to many", () => {
  // scipy.stats.t.ppf(0.975, degrees)
  const known = {
    1: 12.706204736,
    2: 4.30265273,
    3: 3.182446305,
    4: 2.776445105,
    5: 2.570581836,
    9: 2.262157163,
    10: 2.228138852,
    29: 2.045229642,
    30: 2.042272456,
    49: 2.009575237,
    98: 1.984467455,
    99: 1.984216952,
    100: 1.983971519,
    101: 1.983731003,
    200: 1.971896224,
    1000: 1.962339081,
    100000: 1.959987708,
  };
  for (const [degrees, t] of Object.entries(known)) expect(studentT975(Number(degrees))).toBeCloseTo(t, 8);
});

test('more degrees of freedom never widen it, also where the formula changes', () => {
  for (let degrees = 2; degrees <= 150; degrees++) {
    expect(studentT975(degrees)).toBeLessThan(studentT975(degrees - 1));
  }
});

test('degrees of freedom that cannot be are refused', () => {
  expect(() => studentT975(0)).toThrow(RangeError);
  expect(() => studentT975(1.5)).toThrow(RangeError);
});

test('two-sided P-values are those of the normal distribution, far into the tail', () => {
  // 2 * scipy.stats.norm.sf(z)
  const known = [
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959964, 0.049999998192884795],
    [2.999, 0.0027086730674542115],
    [3, 0.0026997960632601866],
    [3.001, 0.0026909456501699306],
    [4.537, 5.706010659303968e-6],
    [6, 1.973175290075389e-9],
    [20, 5.507248237212311e-89],
  ] as const;
  for (const [z, p] of known) {
    expect(twoSidedP(z) / p).toBeCloseTo(1, 10);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  }
});

test("Wilson's interval holds the share and stays between nothing and everything", () => {
  for (const size of [0.5, 1, 10, 49.298649, 1e6]) {
    for (const share of [0, 0.001, 0.5, 0.92, 1]) {
      const { low, high } = wilson(share, size);
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(wilsonCentre(share, size)).toBeGreaterThan(0);
      expect(wilsonCentre(share, size)).toBeLessThan(1);
    }
  }
  expect(wilson(1, 12).high).toBe(1);
  expect(wilson(0, 12).low).toBe(0);
});
