import { expect, test } from 'vitest';
import { seededNumbers } from '../tests/fakes/seeded.ts';
import { change, changeSince, clearlyBelow, rank, targetState } from './compare.ts';
import { itemScore, type Score } from './score.ts';

const V1 = { p: 1324 / 1528, nEff: 83.943404 };

test('a fall from 92 to 86 percent on 300 each is a change; 92 percent on 50 against 86.6 on 84 is not (V8)', () => {
  const fall = change({ p: 0.92, nEff: 300 }, { p: 0.86, nEff: 300 });
  expect(fall.z).toBeCloseTo(2.314, 3);
  expect(fall.changed).toBe(true);
  const same = change({ p: 0.92, nEff: 50 }, V1);
  expect(same.z).toBeCloseTo(0.908, 3);
  expect(same.changed).toBe(false);
});

test('a small unanimous unit is not taken for certain', () => {
  const { z, changed } = change({ p: 1, nEff: 12 }, { p: 0.9, nEff: 300 });
  expect(z).toBeCloseTo(1.04, 2);
  expect(changed).toBe(false);
});

test('the change has a direction and is nothing between equals', () => {
  expect(change(V1, { p: 0.92, nEff: 50 }).z).toBe(-change({ p: 0.92, nEff: 50 }, V1).z);
  expect(change(V1, V1)).toEqual({ z: 0, changed: false });
  expect(change({ p: 1, nEff: 10 }, { p: 1, nEff: 10 })).toEqual({ z: 0, changed: false });
});

test('a change is said in the points between the printed figures, and called one only by the test', () => {
  const of = (satisfied: number, n: number) =>
    itemScore({ weight: 1, width: 5, levels: [0, n - satisfied, 0, satisfied, 0], noOpinion: 0 }, 'top2');
  expect(changeSince(of(276, 300), of(258, 300))).toEqual({ points: 6, state: 'up' });
  expect(changeSince(of(258, 300), of(276, 300))).toEqual({ points: -6, state: 'down' });
  expect(changeSince(of(46, 50), of(43, 50))).toEqual({ points: 6, state: 'not-clear' });
  // 91.7 - 88.9: what the reader sees, not 2.7 of the unrounded shares
  expect(changeSince(of(33, 36), of(32, 36))?.points).toBe(2.8);
  expect(changeSince(of(8, 9), of(276, 300))).toBeUndefined();
});

test('of parts only those are below the rest that all tests together tell apart', () => {
  const rest = { p: 0.9, nEff: 900 };
  const part = (p: number, nEff = 200) => [{ p, nEff }, rest] as const;
  expect(clearlyBelow([part(0.8), part(0.89), part(0.97)])).toEqual([true, false, false]);
  // alone it would pass (P = 0.03), among five it does not
  expect(clearlyBelow([part(0.84)])).toEqual([true]);
  expect(clearlyBelow([part(0.84), ...[0.9, 0.91, 0.89, 0.9].map((p) => part(p))])).toEqual(
    Array<boolean>(5).fill(false),
  );
  expect(clearlyBelow([])).toEqual([]);
});

test('of four units only the two pairs that Holm tells apart are apart, and ranks are ranges (V9)', () => {
  const { ranks, pairs: pairsOf } = rank([0.95, 0.9, 0.88, 0.8].map((p) => ({ p, nEff: 200 })));
  const pairs = pairsOf();
  const [A, B, C, D] = [0, 1, 2, 3];
  expect(pairs.map(({ higher, lower }) => [higher, lower]).slice(0, 3)).toEqual([
    [A, D],
    [B, D],
    [A, C],
  ]);
  expect(pairs[0]!.pValue).toBeCloseTo(5.7e-6, 7);
  expect(pairs[1]!.pValue).toBeCloseTo(0.0055, 4);
  expect(pairs[2]!.pValue).toBeCloseTo(0.0151, 4);
  expect(pairs.filter((pair) => pair.apart)).toEqual(pairs.slice(0, 2));
  expect(ranks).toEqual([
    { best: 1, worst: 3 },
    { best: 1, worst: 3 },
    { best: 1, worst: 4 },
    { best: 3, worst: 4 },
  ]);
  expect(pairs.some((pair) => [pair.higher, pair.lower].includes(C) && pair.apart)).toBe(false);
});

test('after the first tie nothing is apart, even a pair below its own limit', () => {
  // Ten close units and nothing clear: the plain test at 5 % would call some pairs different.
  const units = [0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.91, 0.92, 0.93].map((p) => ({ p, nEff: 150 }));
  const { pairs: pairsOf, ranks } = rank(units);
  const pairs = pairsOf();
  expect(pairs.length).toBe(45);
  expect(pairs.some((pair) => pair.pValue < 0.05)).toBe(true);
  const firstTie = pairs.findIndex((pair) => !pair.apart);
  expect(pairs.slice(firstTie).every((pair) => !pair.apart)).toBe(true);
  expect(ranks[0]).toEqual({ best: 1, worst: 10 });
});

test('well separated units have plain ranks, in the order of the list', () => {
  const { ranks } = rank([0.5, 0.9, 0.1].map((p) => ({ p, nEff: 1000 })));
  expect(ranks).toEqual([
    { best: 2, worst: 2 },
    { best: 1, worst: 1 },
    { best: 3, worst: 3 },
  ]);
});

test('one unit is first and last, and no unit has no rank', () => {
  expect(rank([V1]).ranks).toEqual([{ best: 1, worst: 1 }]);
  expect(rank([V1]).pairs()).toEqual([]);
  expect(rank([]).ranks).toEqual([]);
});

test('the ranking of two units is the change test', () => {
  for (const p of [0.8, 0.83, 0.86, 0.89, 0.92]) {
    const [a, b] = [
      { p, nEff: 120 },
      { p: 0.92, nEff: 90 },
    ];
    expect(rank([a, b]).pairs()[0]!.apart).toBe(change(a, b).changed);
  }
});

function satisfied(some: number, all: number, decimals = 1): Score {
  return itemScore(
    { weight: 1, width: 5, levels: [0, 0, all - some, 0, some], noOpinion: 0 },
    'top2',
    decimals,
  );
}

test('a target is met, not met, or cannot be told when the interval crosses it', () => {
  const middle = satisfied(46, 50); // 81.16-96.85
  expect(targetState(middle, 80)).toBe('met');
  expect(targetState(middle, 90)).toBe('cannot-tell');
  expect(targetState(middle, 95)).toBe('cannot-tell');
  expect(targetState(middle, 97)).toBe('not-met');
  expect(targetState(satisfied(9, 9), 50)).toBe('cannot-tell');
});

test('the point value alone decides nothing: 92 percent has not surely met 90, nor 88 percent surely missed it', () => {
  expect(targetState(satisfied(92, 100), 90)).toBe('cannot-tell');
  expect(targetState(satisfied(88, 100), 90)).toBe('cannot-tell');
});

test('a target is judged by the unrounded bounds, so the decimals shown change nothing', () => {
  for (const decimals of [0, 1, 2]) {
    expect(targetState(satisfied(46, 50, decimals), 81.17)).toBe('cannot-tell');
    expect(targetState(satisfied(46, 50, decimals), 81.16)).toBe('met');
    expect(targetState(satisfied(46, 50, decimals), 96.85)).toBe('not-met');
    expect(targetState(satisfied(46, 50, decimals), 96.84)).toBe('cannot-tell');
  }
});

test('everybody satisfied does not miss a target of 100', () => {
  expect(targetState(satisfied(40, 40), 100)).toBe('cannot-tell');
});

test('among ten equal units no pair is called different in 95 of 100 runs or more', () => {
  const next = seededNumbers(51);
  const runs = 1_000;
  let quiet = 0;
  for (let run = 0; run < runs; run++) {
    const units = Array.from({ length: 10 }, () => {
      const satisfied = Array.from({ length: 150 }, next).filter((chance) => chance < 0.88).length;
      return { p: satisfied / 150, nEff: 150 };
    });
    if (
      rank(units)
        .pairs()
        .every(({ apart }) => !apart)
    )
      quiet++;
  }
  expect(quiet / runs).toBeGreaterThanOrEqual(0.95);
});
