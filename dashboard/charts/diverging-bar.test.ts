import { expect, test } from 'vitest';
import { divergingBar, reachOf } from './diverging-bar.ts';

test('the neutral level is split at the same place in every row', () => {
  const rows = [
    [1, 2, 7, 46, 44],
    [10, 20, 40, 20, 10],
    [0, 0, 0, 5, 5],
  ];
  const reach = reachOf(rows);
  const centre = reach.left / (reach.left + reach.right);
  for (const row of rows) {
    const pieces = divergingBar(row, reach);
    const neutral = pieces.find(({ level }) => level === 2);
    const meeting = neutral ? neutral.start + neutral.width / 2 : pieces[0]!.start;
    expect(meeting).toBeCloseTo(centre, 10);
  }
});

test('pieces follow one another without a gap, and no row leaves the drawing', () => {
  const rows = [
    [30, 20, 10, 30, 10],
    [0, 1, 2, 3, 94],
  ];
  const reach = reachOf(rows);
  for (const row of rows) {
    const pieces = divergingBar(row, reach);
    for (let i = 1; i < pieces.length; i++) {
      expect(pieces[i]!.start).toBeCloseTo(pieces[i - 1]!.start + pieces[i - 1]!.width, 10);
    }
    expect(pieces[0]!.start).toBeGreaterThanOrEqual(-1e-9);
    expect(pieces.at(-1)!.start + pieces.at(-1)!.width).toBeLessThanOrEqual(1 + 1e-9);
  }
});

test('every row has the same length, whatever its number of answers', () => {
  const reach = reachOf([[1, 1, 1, 1, 1]]);
  const length = (row: number[]) => divergingBar(row, reach).reduce((total, { width }) => total + width, 0);
  expect(length([1, 1, 1, 1, 1])).toBeCloseTo(length([100, 200, 300, 400, 500]), 10);
});

test('a row without answers has no pieces, and a level nobody chose has none', () => {
  expect(divergingBar([0, 0, 0, 0, 0], reachOf([]))).toEqual([]);
  expect(divergingBar([0, 0, 0, 3, 7], reachOf([])).map(({ level }) => level)).toEqual([3, 4]);
});
