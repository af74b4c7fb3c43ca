import { invariant } from '../../shared/assert.ts';
import type { Rests } from '../../shared/rotation.ts';
import { readAs } from '../device/read-as.ts';
import type { Database, SipasDb } from './database.ts';
import {
  type Entry,
  EntrySchema,
  type EntryState,
  type Keepable,
  type Meta,
  MetaSchema,
  NEW_META,
  type OutboxStore,
  RestsSchema,
  type Rotation,
} from './outbox-store.ts';

/**
 * The outbox in IndexedDB. Promised: when `keep` settles, the operating system has flushed the submission, the
 * counters and the rest of the rotation, all in one transaction. With the browsers' default durability a power
 * cut lost every submission of the last seconds; `strict` lost none.
 */
const STRICT = { durability: 'strict' } as const;

/** A high-water mark outside IndexedDB: damaged database files can open empty without any error. */
export interface Canary {
  read(): number;
  write(total: number): void;
}

async function readMetaIn(store: { get(key: 'meta'): Promise<unknown> }): Promise<Meta> {
  const meta = readAs(MetaSchema, (await store.get('meta')) ?? NEW_META);
  // Must not go on with counters that cannot be read: what they count is the only witness of a loss.
  invariant(meta, 'readable counters');
  return meta;
}

async function keepIn(db: SipasDb, submission: Keepable, rotation: Rotation): Promise<number> {
  const tx = db.transaction(['outbox', 'meta', 'rotation'], 'readwrite', STRICT);
  const { id, p, leaf, remark } = submission;
  const meta = await readMetaIn(tx.objectStore('meta'));
  // A first try that hung may have been committed after all: the same submission is kept once.
  if ((await tx.objectStore('outbox').getKey(id)) !== undefined) {
    await tx.done;
    return meta.total;
  }
  const entry: Entry = { id, p, leaf, st: 'new', ...(remark && { remark }) };
  const total = meta.total + 1;
  // Must not await anything but requests of this transaction before `done`: it would commit half-way.
  void tx.objectStore('outbox').add(entry);
  void tx.objectStore('meta').put({ ...meta, total }, 'meta');
  const rests = rotation.rests.map((rest) => [...rest]);
  void tx.objectStore('rotation').put(rests, rotation.name);
  // Must be the transaction's completion: a request's success comes before the flush.
  await tx.done;
  return total;
}

async function settleIn(db: SipasDb, states: ReadonlyMap<string, EntryState>): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite', STRICT);
  const entries = await Promise.all([...states.keys()].map((id) => tx.store.get(id)));
  for (const entry of entries) if (entry) void tx.store.put({ ...entry, st: states.get(entry.id)! });
  await tx.done;
}

async function enterEpochIn(db: SipasDb, epoch: string): Promise<void> {
  const tx = db.transaction(['outbox', 'meta'], 'readwrite', STRICT);
  const meta = await readMetaIn(tx.objectStore('meta'));
  if (meta.epoch !== null && meta.epoch !== epoch) {
    const index = tx.objectStore('outbox').index('st');
    for (const st of ['stored', 'held'] as const) {
      const entries = await index.getAll(st);
      for (const entry of entries) void tx.objectStore('outbox').put({ ...entry, st: 'new' });
    }
  }
  void tx.objectStore('meta').put({ ...meta, epoch }, 'meta');
  await tx.done;
}

export interface Outbox extends OutboxStore {
  /** What does not add up at start, in words for the heartbeat. */
  check(): Promise<string[]>;
}

export function openOutbox(database: Database, canary: Canary, onFault: (fault: string) => void): Outbox {
  return {
    async keep(submission, rotation) {
      canary.write(await database.use((db) => keepIn(db, submission, rotation)));
    },
    async readRests(name): Promise<Rests | undefined> {
      return readAs(RestsSchema, await database.use((db) => db.transaction('rotation').store.get(name)));
    },
    unsentIds: () => database.use((db) => db.transaction('outbox').store.index('st').getAllKeys('new')),
    async load(ids) {
      const stored = await database.use((db) => {
        const { store } = db.transaction('outbox');
        return Promise.all(ids.map((id) => store.get(id)));
      });
      const entries = stored
        .map((entry) => readAs(EntrySchema, entry))
        .filter((entry) => entry !== undefined);
      if (entries.length < stored.length) onFault('entry-unreadable');
      return entries;
    },
    settle: (states) => database.use((db) => settleIn(db, states)),
    readMeta: () => database.use((db) => readMetaIn(db.transaction('meta').store)),
    enterEpoch: (epoch) => database.use((db) => enterEpochIn(db, epoch)),
    async check() {
      const [meta, rows] = await database.use(async (db) => {
        return Promise.all([
          readMetaIn(db.transaction('meta').store),
          db.transaction('outbox').store.count(),
        ]);
      });
      const faults: string[] = [];
      if (rows + meta.pruned !== meta.total) faults.push(`outbox-lacks-${meta.total - meta.pruned - rows}`);
      // Local storage loses its last seconds in a power cut, so only a mark above the counter tells of loss.
      if (canary.read() > meta.total) faults.push(`outbox-lost-${canary.read() - meta.total}`);
      return faults;
    },
  };
}
