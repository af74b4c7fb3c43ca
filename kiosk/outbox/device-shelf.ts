import type { Database } from './database.ts';

/** The device's facts, in the same database and as durable as the outbox. */
export function openDeviceShelf(database: Database) {
  return {
    read: (name: string): Promise<unknown> => database.use((db) => db.transaction('device').store.get(name)),
    write: (name: string, value: unknown): Promise<void> =>
      database.use(async (db) => {
        const tx = db.transaction('device', 'readwrite', { durability: 'strict' });
        void tx.store.put(value, name);
        await tx.done;
      }),
  };
}
