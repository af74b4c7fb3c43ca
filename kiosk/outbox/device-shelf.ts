import type { Shelf } from '../device/shelf.ts';
import type { Database } from './database.ts';

/** The device's facts, in the same database and as durable as the outbox. */
export function openDeviceShelf(database: Database): Shelf {
  return {
    read: (name) => database.use('readonly', ['device'], (tx) => tx.get('device', name)),
    write: (name, value) =>
      database.use('readwrite', ['device'], async (tx) => tx.put('device', value, name)),
  };
}
