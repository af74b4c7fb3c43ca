import { expect, test } from 'vitest';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { openInterviewCounts } from './interview-counts.ts';

test('counts of a day who agreed to which text and who refused, over restarts, and keeps nothing else', async () => {
  const shelf = memoryShelf();
  let day = '2026-11-20';
  const open = () => openInterviewCounts(shelf, () => day);
  const counts = await open();
  expect(counts.totalsOf(day)).toEqual({});
  await counts.onDutyAt('q1');
  await counts.agreed('v1', false);
  await counts.agreed('v1', true);
  await counts.refused();
  const again = await open();
  expect(again.totalsOf(day)).toEqual({ agreed: { v1: 2 }, refused: 1, ownCounter: 1 });
  expect(again.duty()).toBe('q1');
  day = '2026-11-21';
  expect(again.duty(), 'asked anew each day').toBeUndefined();
  expect(again.totalsOf(day)).toEqual({});
  await again.refused();
  expect(again.totalsOf(day)).toEqual({ agreed: {}, refused: 1, ownCounter: 0 });
});

test('a consent that cannot be written is none: no question opens', async () => {
  const shelf = { read: async () => undefined, write: () => Promise.reject(new Error('full')) };
  const counts = await openInterviewCounts(shelf, () => '2026-11-20');
  await expect(counts.agreed('v1', false)).rejects.toThrow('full');
  expect(counts.totalsOf('2026-11-20')).toEqual({});
});
