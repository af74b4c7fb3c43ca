import { type Database, STORES, type StoreName } from './database.ts';

export type Maps = Readonly<Record<StoreName, Map<string, unknown>>>;

export const emptyMaps = () =>
  Object.fromEntries(STORES.map((name) => [name, new Map<string, unknown>()])) as Record<
    StoreName,
    Map<string, unknown>
  >;

/**
 * A database in plain memory: what a device works on when its own cannot be opened at all (then the journal is the
 * only copy that lasts), and what the simulator runs the outbox over. Transactions run one after another, whole or
 * not at all.
 */
export function memoryDatabase(maps: Maps = emptyMaps()): Database {
  let before: Promise<unknown> = Promise.resolve();

  async function run<T>(work: Parameters<Database['use']>[2]): Promise<T> {
    const writes: (() => void)[] = [];
    const keys = (store: StoreName) => [...maps[store].keys()].sort();
    const result = await work({
      get: async (store, key) => maps[store].get(key),
      awaits: async (outside) => outside,
      keys: async (store, prefix = '') => keys(store).filter((key) => key.startsWith(prefix)),
      rowsAfter: async (id, most) =>
        keys('outbox')
          .filter((key) => key > id)
          .slice(0, most)
          .map((key) => maps.outbox.get(key)),
      idsIn: async (st) =>
        keys('outbox').filter(
          (key) => st === undefined || (maps.outbox.get(key) as { st?: unknown }).st === st,
        ),
      put: (store, value, key = (value as { id: string }).id) => {
        writes.push(() => maps[store].set(key, value));
      },
      remove: (store, key) => {
        writes.push(() => maps[store].delete(key));
      },
    });
    for (const write of writes) write();
    return result as T;
  }

  return {
    use(_mode, _stores, work) {
      const mine = before.then(() => run(work));
      before = mine.catch(() => {});
      return mine as Promise<never>;
    },
    close: () => {},
  };
}
