import { expect, test } from 'vitest';
import { openSqlite } from './store.ts';
import { settingOnce, setting } from './settings.ts';

test('a write that is asked for right after another one has resolved is carried out too', async () => {
  const store = await openSqlite(':memory:');
  for (let i = 0; i < 20; i++) {
    await store.write((tx) => settingOnce(tx, `name ${i}`, 'value'));
  }
  expect(await setting(store.read, 'name 19')).toBe('value');
  await store.close();
});

test('a work that fails takes no other work of its group with it', async () => {
  const store = await openSqlite(':memory:');
  const results = await Promise.allSettled([
    store.write((tx) => settingOnce(tx, 'before', '1')),
    store.write(async (tx) => {
      await settingOnce(tx, 'half', 'done');
      throw new Error('broken on purpose');
    }),
    store.write((tx) => settingOnce(tx, 'after', '2')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await setting(store.read, 'before')).toBe('1');
  expect(await setting(store.read, 'half')).toBeUndefined();
  expect(await setting(store.read, 'after')).toBe('2');
  await store.close();
});

test('closing waits for the writes that are queued', async () => {
  const store = await openSqlite(':memory:');
  const writes = Array.from({ length: 200 }, (_, i) => store.write((tx) => settingOnce(tx, `n${i}`, 'x')));
  await store.close();
  expect((await Promise.allSettled(writes)).every(({ status }) => status === 'fulfilled')).toBe(true);
});
