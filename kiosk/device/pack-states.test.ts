import { expect, it } from 'vitest';
import { areLate, packStates } from './pack-states.ts';

const language = (code: string, name: string) => ({ code, name, hash: code, voice: 'human' as const });
const offered = [language('vi', 'Tiếng Việt'), language('kho', 'Kơho')];
const HOUR_MS = 3_600_000;

it('says which languages are here, and since when the others are fetched, until they are', () => {
  const first = packStates(offered, ({ code }) => code === 'vi', [], 1_000);
  expect(first).toEqual([
    { code: 'vi', name: 'Tiếng Việt', lacksSinceMs: null },
    { code: 'kho', name: 'Kơho', lacksSinceMs: 1_000 },
  ]);
  const later = packStates(offered, () => false, first, 5_000);
  expect(later.map(({ lacksSinceMs }) => lacksSinceMs)).toEqual([5_000, 1_000]);
  expect(
    packStates(offered, () => true, later, 9_000).every(({ lacksSinceMs }) => lacksSinceMs === null),
  ).toBe(true);
  expect(packStates([], () => true, later, 9_000)).toEqual([]);
});

it('is late when a day has passed', () => {
  const states = packStates(offered, ({ code }) => code === 'vi', [], 0);
  expect(areLate(states, 24 * HOUR_MS - 1)).toBe(false);
  expect(areLate(states, 24 * HOUR_MS)).toBe(true);
});
