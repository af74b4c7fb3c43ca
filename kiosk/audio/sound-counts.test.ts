import { expect, it } from 'vitest';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { openSoundCounts } from './sound-counts.ts';

it('counts packs and listening per day, over restarts, and begins anew the next day', async () => {
  const shelf = memoryShelf();
  let day = '2026-11-20';
  const counts = await openSoundCounts(shelf, () => day);
  expect(counts.totalsOf(day)).toEqual({});
  counts.began('khmer');
  counts.began('khmer');
  counts.began('jrai');
  counts.heard();
  const restarted = await openSoundCounts(shelf, () => day);
  restarted.heard();
  expect(restarted.totalsOf(day)).toEqual({ packs: { khmer: 2, jrai: 1 }, heard: 2 });
  day = '2026-11-23';
  expect(restarted.totalsOf(day)).toEqual({});
  restarted.heard();
  expect(restarted.totalsOf(day)).toEqual({ packs: {}, heard: 1 });
});
