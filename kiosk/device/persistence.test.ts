import { expect, it } from 'vitest';
import { askPersistence, mayCollect } from './persistence.ts';

const storage = (persisted: boolean, persist: boolean) =>
  ({
    persisted: async () => persisted,
    persist: async () => persist,
    estimate: async () => ({ quota: 1_000, usage: 400 }),
  }) as StorageManager;

it('asks the browser to keep the storage and reports what is free', async () => {
  expect(await askPersistence(storage(false, true))).toEqual({ persisted: true, freeBytes: 600 });
  expect(await askPersistence(storage(true, false))).toEqual({ persisted: true, freeBytes: 600 });
  expect(await askPersistence(storage(false, false))).toEqual({ persisted: false, freeBytes: 600 });
  expect(await askPersistence(undefined)).toEqual({ persisted: false, freeBytes: null });
});

it('lets only demo and training collect while the browser refuses (sentence 14)', () => {
  expect([mayCollect('real', false), mayCollect('demo', false), mayCollect('training', false)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(mayCollect('real', true)).toBe(true);
});
