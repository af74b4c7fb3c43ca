import type { Rests } from '../../shared/rotation.ts';
import { readAs } from '../device/read-as.ts';
import type { Database, StoreTx } from './database.ts';
import { sealsOf } from './outbox-seals.ts';
import { entriesIn, openKey, putMeta, readMetaIn } from './outbox-records.ts';
import {
  type Entry,
  type EntryState,
  type EntryStore,
  type Keepable,
  type OutboxStore,
  RestsSchema,
  type Rotation,
} from './outbox-store.ts';

/**
 * The outbox over a database of the device. Promised: when `keep` settles, the operating system has flushed the
 * submission, the counters and the rest of the rotation, all in one transaction.
 */

async function keepIn(tx: StoreTx, submission: Keepable, rotation: Rotation): Promise<number> {
  const { id, p, remark } = submission;
  const [meta, known, leaf] = await Promise.all([
    readMetaIn(tx),
    tx.get('outbox', id),
    tx.awaits(submission.leaf),
  ]);
  // A first try that hung may have been committed after all: the same submission is kept once.
  if (known !== undefined) return meta.total;
  const entry: Entry = { id, p, leaf, st: 'new', ...(remark && { remark }) };
  const total = meta.total + 1;
  tx.put('outbox', entry);
  tx.put('meta', 1, openKey(id));
  putMeta(tx, { ...meta, total });
  tx.put('rotation', rotation.rests, rotation.name);
  return total;
}

async function settleIn(tx: StoreTx, states: ReadonlyMap<string, EntryState>): Promise<void> {
  const entries = await Promise.all([...states.keys()].map((id) => tx.get('outbox', id)));
  for (const entry of entries as (Entry | undefined)[])
    if (entry) tx.put('outbox', { ...entry, st: states.get(entry.id)! });
}

export function openOutbox(database: Database, onFault: (fault: string) => void): OutboxStore {
  const entries: EntryStore = {
    keep: (submission, rotation) =>
      database.use('readwrite', ['outbox', 'meta', 'rotation'], (tx) => keepIn(tx, submission, rotation)),
    async readRests(name): Promise<Rests | undefined> {
      return readAs(
        RestsSchema,
        await database.use('readonly', ['rotation'], (tx) => tx.get('rotation', name)),
      );
    },
    unsentIds: () => entries.idsIn('new'),
    idsIn: (st) => database.use('readonly', ['outbox'], (tx) => tx.idsIn(st)),
    async load(ids) {
      const found = await database.use('readonly', ['outbox'], (tx) => entriesIn(tx, ids));
      if (found.length < ids.length) onFault('entry-unreadable');
      return found;
    },
    settle: (states) => database.use('readwrite', ['outbox'], (tx) => settleIn(tx, states)),
    readMeta: () => database.use('readonly', ['meta'], readMetaIn),
  };
  return { ...entries, ...sealsOf(database) };
}
