import { expect, it } from 'vitest';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { openDayCounts } from './day-counts.ts';

it('adds up one day, survives a restart and begins anew the next day', async () => {
  const shelf = memoryShelf();
  let day = '2026-11-20';
  const counts = await openDayCounts(shelf, () => day);
  counts.add({ wakes: 1, starts: 1 });
  counts.add({ wakes: 0, starts: 1, abandonedAt: 3 });
  counts.add({ wakes: 0, starts: 0, abandonedAt: 1 });
  const expected = { date: day, wakes: 1, starts: 2, abandoned: [1, 0, 1] };
  expect(counts.today()).toEqual(expected);
  expect((await openDayCounts(shelf, () => day)).today()).toEqual(expected);
  day = '2026-11-21';
  expect(counts.today()).toEqual({ date: day, wakes: 0, starts: 0, abandoned: [] });
});

it('writes nothing when a step counts nothing', async () => {
  const shelf = memoryShelf();
  (await openDayCounts(shelf, () => '2026-11-20')).add({ wakes: 0, starts: 0 });
  expect(shelf.writes()).toBe(0);
});
