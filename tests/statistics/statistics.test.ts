import { expect, test } from 'vitest';
import { changesFound, coverage, equalUnitsLeftEqual, moodFor } from './measure-figures.ts';

/** The long runs are `npm run statistics` (docs/statistics-record.md); these few notice that something has gone wrong. */
const USUAL = { leaning: 1.6, alike: 0.15 };
const peopleAt = (percent: number) => ({ ...USUAL, mood: moodFor(percent, USUAL, 3_000) });

test('the interval holds the truth in 94 of 100 surveys or more, where that of single answers does in fewer than 90', () => {
  const found = coverage('express', peopleAt(87), ['I', 'II', 'all'], {
    n: 60,
    runs: 200,
    everybody: 30_000,
  });
  for (const { held } of found) expect(held).toBeGreaterThanOrEqual(94);
  expect(found[1]!.naiveHeld).toBeLessThan(90);
});

test('a fall of six points between two periods of 300 forms is mostly found, and where nothing fell mostly nothing is', () => {
  const before = peopleAt(92);
  expect(changesFound(before, peopleAt(86), 300, 50)).toBeGreaterThanOrEqual(70);
  expect(changesFound(before, before, 300, 50)).toBeLessThanOrEqual(10);
});

test('among ten equal units no pair is called different in 95 of 100 runs or more', () => {
  expect(equalUnitsLeftEqual(10, 80, peopleAt(87), 40)).toBeGreaterThanOrEqual(95);
});
