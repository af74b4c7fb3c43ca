import { expect, test } from 'vitest';
import type { Database } from './database.ts';
import { emptyMaps, memoryDatabase } from './memory-database.ts';
import { takeNamedStock, takeStock } from './stock.ts';

/** A database whose index has forgotten some rows; whatever is written is in the index again. */
function forgetful(forgotten: Set<string>, afterPut = () => {}): Database {
  const maps = emptyMaps();
  for (const id of ['a', 'b', 'c']) maps.outbox.set(id, { id, p: id, leaf: id, st: 'new' });
  const real = memoryDatabase(maps);
  return {
    ...real,
    use: (mode, stores, work, mostMs) =>
      real.use(
        mode,
        stores,
        (tx) =>
          work({
            ...tx,
            idsIn: async (st) => (await tx.idsIn(st)).filter((id) => !forgotten.has(id)),
            put(store, value, key) {
              if (store === 'outbox') forgotten.delete((value as { id: string }).id);
              tx.put(store, value, key);
              afterPut();
            },
          }),
        mostMs,
      ),
  };
}

test('a row that the index of states has lost is named by it again, as it was', async () => {
  const database = forgetful(new Set(['b']));
  const unsent = () => database.use('readonly', ['outbox'], (tx) => tx.idsIn('new'));
  expect(await unsent()).toEqual(['a', 'c']);
  expect((await takeStock(database)).unnamed).toEqual(['b']);
  expect((await takeNamedStock(database)).unnamed).toEqual([]);
  expect(await unsent()).toEqual(['a', 'b', 'c']);
  expect(await database.use('readonly', ['outbox'], (tx) => tx.get('outbox', 'b'))).toEqual({
    id: 'b',
    p: 'b',
    leaf: 'b',
    st: 'new',
  });
});

test('files that lose another row with every write are not written to without end', async () => {
  const forgotten = new Set(['b']);
  const database = forgetful(forgotten, () => forgotten.add('c'));
  expect((await takeNamedStock(database)).unnamed).toEqual(['c']);
});
