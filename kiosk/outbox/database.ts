import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry, Meta } from './outbox-store.ts';

/**
 * The device's one database, opened so that a dead handle is never used twice. Its schema changes only by
 * adding, and nothing here ever deletes it: a database that cannot be opened may still be read tomorrow.
 */

export interface SipasSchema extends DBSchema {
  outbox: { key: string; value: Entry; indexes: { st: string } };
  meta: { key: 'meta'; value: Meta };
  rotation: { key: string; value: number[][] };
  /** Facts about the device: enrolment, questionnaires, counters of the day. */
  device: { key: string; value: unknown };
}
/** Without idb's shortcuts, which the build leaves out: everything goes through a transaction. */
export type SipasDb = Pick<IDBPDatabase<SipasSchema>, 'transaction' | 'close'>;
export const SCHEMA_VERSION = 1;

export interface Database {
  /** Runs work on an open handle; when the handle dies or hangs, on a new one, three tries in all. */
  use<T>(work: (db: SipasDb) => Promise<T>): Promise<T>;
  close(): void;
}

/** Of one large app's Safari sessions with storage errors 97.5 % repeated every try on the same dead handle. */
const TRIES = 3;
const WATCHDOG_MS = 2_000;

export class StorageTimeout extends Error {}

export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageTimeout(`no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function upgrade(db: IDBPDatabase<SipasSchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('st', 'st');
    db.createObjectStore('meta');
    db.createObjectStore('rotation');
    db.createObjectStore('device');
  }
}

/** `onFault` hears in a word what went wrong; the words become faults of the heartbeat. */
export function openDatabase(
  name: string,
  onFault: (fault: string) => void,
  watchdogMs = WATCHDOG_MS,
): Database {
  let handle: Promise<SipasDb> | undefined;

  function drop(): void {
    const old = handle;
    handle = undefined;
    // A close of a dead handle may fail or never come; neither may hold up the next open.
    void old?.then((db) => db.close()).catch(() => {});
  }

  function open(): Promise<SipasDb> {
    const opening = openDB<SipasSchema>(name, SCHEMA_VERSION, {
      upgrade,
      blocked: () => onFault('storage-blocked'),
      // Another page brings a newer schema: it must not wait for this one.
      blocking: drop,
      terminated: () => {
        onFault('storage-terminated');
        drop();
      },
    });
    handle = opening;
    return opening;
  }

  return {
    async use(work) {
      for (let tried = 1; ; tried++) {
        try {
          return await within(watchdogMs, (handle ?? open()).then(work));
        } catch (error) {
          drop();
          onFault(`storage-${error instanceof StorageTimeout ? 'hangs' : 'fails'}`);
          if (tried === TRIES) throw error;
        }
      }
    },
    close: drop,
  };
}
