import { invariant } from '../../shared/assert.ts';
import { readAs } from '../device/read-as.ts';
import type { StoreTx } from './database.ts';
import {
  type Entry,
  EntrySchema,
  type KeptSeal,
  type Meta,
  NEW_META,
  StoredMetaSchema,
} from './outbox-store.ts';

/** How the records of the outbox lie in the stores of the database. */

/** In `meta`: the counters, and under names of their own the entries that wait for a seal and the seals. */
export const META = 'meta';
export const openKey = (id: string) => `open ${id}`;
export const OPEN = openKey('');
export const sealKey = (n: number) => `seal ${n}`;
export const SEAL = 'seal ';

export async function readMetaIn(tx: StoreTx): Promise<Meta> {
  const stored = await tx.get('meta', META);
  if (stored === undefined) return NEW_META;
  const meta = readAs(StoredMetaSchema, stored);
  // Must not go on with counters that cannot be read: what they count is the only witness of a loss.
  invariant(meta, 'readable counters');
  const known = { ...NEW_META, ...(meta as Partial<Meta>) };
  return { ...known, sealHash: known.sealHash ?? NEW_META.sealHash };
}

export const putMeta = (tx: StoreTx, meta: Meta) => tx.put('meta', meta, META);

/** Entries that are there and can be read. */
export async function entriesIn(tx: StoreTx, ids: readonly string[]): Promise<Entry[]> {
  const stored = await Promise.all(ids.map((id) => tx.get('outbox', id)));
  return stored.map((entry) => readAs(EntrySchema, entry)).filter((entry) => entry !== undefined);
}

/** Written by this app alone, under the strict rule that a record is whole or not there. */
export const sealIn = (tx: StoreTx, n: number) => tx.get('meta', sealKey(n)) as Promise<KeptSeal | undefined>;

export const openIdsIn = async (tx: StoreTx) =>
  (await tx.keys('meta', OPEN)).map((key) => key.slice(OPEN.length));
