import { expect, test } from 'vitest';
import type { FrameRow } from '../store/planned-calls.ts';
import { allocate, drawSample, strataOfFrame, takeAll } from './draw-sample.ts';

const row = (point: string, field: string, n: number, change: Partial<FrameRow> = {}): FrameRow => ({
  point,
  field,
  code: `HS-${String(n).padStart(4, '0')}`,
  returned: '2026-11-10',
  isLate: false,
  hasNumber: true,
  drawn: null,
  isSuppressed: false,
  ...change,
});
const some = (count: number, point: string, field: string, change: Partial<FrameRow> = {}) =>
  Array.from({ length: count }, (_, i) => row(point, field, i, change));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('what cannot be drawn is counted by its reason, and each dossier once', () => {
  const rows = [
    ...some(10, 'p1', 'ht'),
    row('p1', 'ht', 20, { hasNumber: false }),
    row('p1', 'ht', 21, { drawn: 'sample' }),
    row('p1', 'ht', 22, { isSuppressed: true, hasNumber: false, drawn: 'sample' }),
  ];
  const [stratum] = strataOfFrame(rows, 'sample');
  expect(stratum!.counts).toMatchObject({ population: 13, noNumber: 1, drawnBefore: 1, suppressed: 1 });
  expect(stratum!.reachable).toHaveLength(10);
});

test('late dossiers are a list of their own, and being on it keeps nobody out of the sample', () => {
  const rows = [...some(3, 'p1', 'ht'), row('p1', 'ht', 30, { isLate: true, drawn: 'late' })];
  expect(strataOfFrame(rows, 'sample')[0]!.reachable).toHaveLength(4);
  expect(strataOfFrame(rows, 'late')).toMatchObject([
    { counts: { population: 1, drawnBefore: 1 }, reachable: [] },
  ]);
  const sampled = [
    row('p1', 'ht', 31, { isLate: true, drawn: 'sample' }),
    row('p1', 'ht', 32, { isLate: true }),
  ];
  expect(takeAll(strataOfFrame(sampled, 'late')).drawn.map(({ code }) => code)).toEqual(['HS-0032']);
});

test('strata are drawn in proportion, at least one of each, whole numbers by the largest remainder', () => {
  const full = (population: number) => ({ population, reachable: population });
  expect(allocate([full(500), full(300), full(200)], 100)).toEqual([50, 30, 20]);
  // 33.3, 33.3, 33.3: the first by their order
  expect(allocate([full(100), full(100), full(100)], 100)).toEqual([34, 33, 33]);
  // a tiny one gets its one, the others share the rest
  expect(allocate([full(990), full(9), full(1)], 100)).toEqual([98, 1, 1]);
  expect(allocate([{ population: 1_000, reachable: 5 }, full(1_000)], 100)).toEqual([5, 95]);
  expect(allocate([full(10), { population: 40, reachable: 0 }], 5)).toEqual([5, 0]);
  expect(allocate([full(3), full(4), full(5)], 2), 'fewer than strata').toEqual([1, 1, 1]);
  expect(allocate([full(3), full(4)], 100), 'more than there are').toEqual([3, 4]);
  expect(allocate([], 10)).toEqual([]);
});

test('allocations of any sizes add up, and no stratum gets less than one or more than it has', () => {
  let state = 7;
  const below = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
  for (let round = 0; round < 300; round++) {
    const strata = Array.from({ length: 1 + below(30) }, () => {
      const population = 1 + below(400);
      return { population, reachable: below(population + 1) };
    });
    const wanted = 1 + below(600);
    const drawn = allocate(strata, wanted);
    const filled = strata.filter(({ reachable }) => reachable > 0).length;
    const reachable = sum(strata.map((one) => one.reachable));
    expect(sum(drawn)).toBe(Math.min(reachable, Math.max(wanted, filled)));
    strata.forEach((one, i) => {
      expect(drawn[i]).toBeGreaterThanOrEqual(Math.min(1, one.reachable));
      expect(drawn[i]).toBeLessThanOrEqual(one.reachable);
    });
  }
});

test('the same list and seed draw the same dossiers, in whatever order they come; another seed draws others', () => {
  const rows = [...some(60, 'p1', 'ht'), ...some(40, 'p1', 'dd'), ...some(50, 'p2', 'ht')];
  const drawn = (list: readonly FrameRow[], seed: string) =>
    drawSample(strataOfFrame(list, 'sample'), 30, seed).drawn.map(
      ({ point, field, code }) => `${point} ${field} ${code}`,
    );
  const first = drawn(rows, 'a1');
  expect(first).toHaveLength(30);
  expect(new Set(first).size).toBe(30);
  expect(drawn(rows.toReversed(), 'a1')).toEqual(first);
  expect(drawn(rows, 'a2')).not.toEqual(first);
});

test('over many seeds every dossier of a stratum is drawn about equally often', () => {
  const strata = strataOfFrame(some(10, 'p1', 'ht'), 'sample');
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed++)
    for (const { code } of drawSample(strata, 3, String(seed)).drawn)
      counts.set(code, (counts.get(code) ?? 0) + 1);
  // 600 expected each, standard deviation 20.5
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(90);
});
