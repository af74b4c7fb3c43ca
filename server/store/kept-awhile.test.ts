import { afterEach, expect, test, vi } from 'vitest';
import { keepAwhile } from './kept-awhile.ts';
import { openSqlite } from './store.ts';

/** Counts what is read; `changes` stands for works that have ended. */
function counted() {
  const state = { changes: 0, reads: [] as string[], fails: false };
  const get = keepAwhile({ changes: () => state.changes }, async (key: string) => {
    state.reads.push(key);
    const found = `${key} after ${state.changes}`;
    await Promise.resolve();
    if (state.fails) throw new Error('away');
    return found;
  });
  return { state, get };
}

afterEach(() => vi.useRealTimers());

test('what was asked for is not read again within a second', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { state, get } = counted();
  expect([await get('a'), await get('a'), await get('b')]).toEqual(['a after 0', 'a after 0', 'b after 0']);
  vi.advanceTimersByTime(1_000);
  await get('a');
  expect(state.reads).toEqual(['a', 'b']);
  vi.advanceTimersByTime(1);
  await get('a');
  expect(state.reads).toEqual(['a', 'b', 'a']);
});

test('it is read anew as soon as a work has ended, also where the reading began before', async () => {
  const { state, get } = counted();
  const before = get('a');
  state.changes = 1;
  expect(await get('a')).toBe('a after 1');
  expect(await before).toBe('a after 0');
  expect(await get('a')).toBe('a after 1');
});

test('a reading that failed is tried again by the next one who asks', async () => {
  const { state, get } = counted();
  state.fails = true;
  await expect(get('a')).rejects.toThrow('away');
  state.fails = false;
  expect(await get('a')).toBe('a after 0');
});

test('works that bring forms leave what is kept, others do not, also when they fail', async () => {
  const store = await openSqlite(':memory:');
  let reads = 0;
  const get = keepAwhile(store, async () => ++reads);
  await get('');
  await store.write(async () => {}, 'forms');
  expect(await get('')).toBe(1);
  await store.write(async () => {});
  expect(await get('')).toBe(2);
  await expect(store.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await get('')).toBe(3);
  await store.close();
});
