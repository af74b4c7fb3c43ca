/**
 * The device's one database, opened so that a dead handle is never used twice. Nothing here ever deletes it: a
 * database that cannot be opened may still be read tomorrow.
 *
 * Its IndexedDB version never rises: an upgrade is the one step that another tab can hold up for ever. New kinds of
 * records are new keys of the stores below, and a database that a newer app has upgraded is read as it is.
 */
export const STORES = ['outbox', 'meta', 'rotation', 'device'] as const;
export type StoreName = (typeof STORES)[number];

/** All that the outbox asks of a database. Reads see what was there when the transaction began. */
export interface StoreTx {
  get(store: StoreName, key: string): Promise<unknown>;
  /** What comes from outside of the database; the transaction stays open until it is there. */
  awaits<T>(outside: T | Promise<T>): Promise<T>;
  /** Keys in order; those that begin with `prefix` where one is given. */
  keys(store: StoreName, prefix?: string): Promise<string[]>;
  /** Rows of the outbox with ids behind this one, in their order, so many at most: one answer for all of them. */
  rowsAfter(id: string, most: number): Promise<unknown[]>;
  /** Ids of the entries in a state, as its index names them; without a state all that the index names. */
  idsIn(st?: string): Promise<string[]>;
  /** Entries of the outbox carry their key (`id`); values of other stores are put under one. */
  put(store: StoreName, value: unknown, key?: string): void;
  remove(store: StoreName, key: string): void;
}

export interface Database {
  /**
   * One transaction; settles when a writing one is flushed by the operating system. When the handle dies or hangs,
   * the work is done again on a new one, three tries in all: it must be one that may be done twice. Work over a whole
   * outbox says how long it may take.
   */
  use<T>(
    mode: 'readonly' | 'readwrite',
    stores: readonly StoreName[],
    work: (tx: StoreTx) => Promise<T>,
    mostMs?: number,
  ): Promise<T>;
  close(): void;
}

/** Of one large app's Safari sessions with storage errors 97.5 % repeated every try on the same dead handle. */
const TRIES = 3;
export const WATCHDOG_MS = 2_000;
/** Ten thousand entries on a slow tablet take some seconds; a handle that hangs is given up all the same. */
export const WHOLE_MS = 60_000;

export class StorageTimeout extends Error {}

/** "Full" may be corruption in disguise: who hears it asks how much is free before telling anybody to make room. */
function wordOf(error: unknown): string {
  if (error instanceof StorageTimeout) return 'hangs';
  return (error as Error).name === 'QuotaExceededError' ? 'quota' : 'fails';
}

export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageTimeout()), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const answerOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });

function createStores(db: IDBDatabase): void {
  db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('st', 'st');
  for (const name of STORES.slice(1)) db.createObjectStore(name);
}

async function transact<T>(
  db: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  stores: readonly StoreName[],
  work: (tx: StoreTx) => Promise<T>,
): Promise<T> {
  // Must be strict: with the browsers' default a power cut lost every submission of the last seconds.
  const tx = db.transaction(stores, mode, { durability: 'strict' });
  // Must be the transaction's completion: a request's success comes before the flush.
  const done = new Promise<void>((resolve, reject) => {
    tx.addEventListener('complete', () => resolve());
    // Null only when this very function gave up, and then it throws what it gave up for.
    tx.addEventListener('abort', () => reject(tx.error!));
  });
  done.catch(() => {});
  const store = (name: StoreName) => tx.objectStore(name);
  try {
    const result = await work({
      get: (name, key) => answerOf(store(name).get(key)),
      async awaits(outside) {
        let isThere = false;
        const there = () => (isThere = true);
        Promise.resolve(outside).then(there, there);
        // A transaction that is asked nothing more ends by itself.
        for (;;)
          if (isThere) return outside;
          else await answerOf(store(stores[0]!).get(''));
      },
      keys: (name, prefix = '') =>
        answerOf(store(name).getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`))) as Promise<string[]>,
      rowsAfter: (id, most) =>
        answerOf(store('outbox').getAll(IDBKeyRange.bound(id, '\uffff', true), most)) as Promise<unknown[]>,
      idsIn: (st) => answerOf(store('outbox').index('st').getAllKeys(st)) as Promise<string[]>,
      put: (name, value, key) => void store(name).put(value, key),
      remove: (name, key) => void store(name).delete(key),
    });
    // Nothing more is asked: else the flush would begin only when each put has been answered.
    tx.commit();
    await done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It was over already.
    }
    throw error;
  }
}

/** `onFault` hears in a word what went wrong; the words become faults of the heartbeat. */
export function openDatabase(
  name: string,
  onFault: (fault: string) => void,
  watchdogMs = WATCHDOG_MS,
): Database {
  let handle: Promise<IDBDatabase> | undefined;

  function drop(): void {
    const old = handle;
    handle = undefined;
    // A close of a dead handle may fail or never come; neither may hold up the next open.
    void old?.then((db) => db.close()).catch(() => {});
  }

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => createStores(request.result));
    const db = await answerOf(request);
    // Another page brings a newer schema: it must not wait for this one.
    db.addEventListener('versionchange', drop);
    db.addEventListener('close', () => {
      onFault('storage-terminated');
      drop();
    });
    return db;
  }

  return {
    async use(mode, stores, work, mostMs = watchdogMs) {
      for (let tried = 1; ; tried++) {
        try {
          handle ??= open();
          return await within(
            mostMs,
            handle.then((db) => transact(db, mode, stores, work)),
          );
        } catch (error) {
          drop();
          onFault(`storage-${wordOf(error)}`);
          if (tried === TRIES) throw error;
        }
      }
    },
    close: drop,
  };
}
