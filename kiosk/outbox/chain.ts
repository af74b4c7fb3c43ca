import type { Database, StoreTx } from './database.ts';
import type { Kept } from './kept.ts';
import { entriesIn, openKey, putMeta, readMetaIn, SEAL, sealIn, sealKey } from './outbox-records.ts';
import { sealsIn } from './outbox-seals.ts';
import type { Entry, KeptSeal, Meta } from './outbox-store.ts';

/** What only the staff's page does with the chain of seals, so that no citizen loads it: enrolment and rescue. */

/** Where a device's chain of seals stands, as the server says at enrolment. */
export type ChainEnd = Pick<Meta, 'sealNo' | 'sealHash' | 'sealTotal'>;

export interface Chain {
  /** Enrolment: the chain goes on from there; seals above it are undone and their entries wait for a new one. */
  joinChain(end: ChainEnd): Promise<void>;
  /** All signed seals that are still here, for a rescue file. */
  readSeals(): Promise<KeptSeal[]>;
}

const reopened = ({ seal: _seal, ...entry }: Entry): Entry => entry;

async function joinChainIn(tx: StoreTx, end: ChainEnd): Promise<void> {
  const meta = await readMetaIn(tx);
  const numbers = (await tx.keys('meta', SEAL)).map((key) => Number(key.slice(SEAL.length)));
  const undone = new Set(numbers.filter((n) => n > end.sealNo));
  for (const n of undone) {
    const seal = (await sealIn(tx, n))!;
    for (const entry of await entriesIn(tx, seal.ids)) {
      tx.put('outbox', reopened(entry));
      tx.put('meta', 1, openKey(entry.id));
    }
    tx.remove('meta', sealKey(n));
  }
  const left = numbers.filter((n) => !undone.has(n));
  const sealPruned = Math.min(end.sealNo, ...left.map((n) => n - 1));
  putMeta(tx, { ...meta, ...end, sealSent: end.sealNo, sealPruned });
}

export function chainOf(database: Database): Chain {
  return {
    joinChain: (end) => database.use('readwrite', ['outbox', 'meta'], (tx) => joinChainIn(tx, end)),
    readSeals: () =>
      database.use('readonly', ['outbox', 'meta'], async (tx) => {
        const { sealPruned, sealNo } = await readMetaIn(tx);
        return (await sealsIn(tx, sealPruned + 1, sealNo)).filter(({ s }) => s !== '');
      }),
  };
}

/** The same for both copies of a device. */
export async function joinChain(
  { database, kept }: { readonly database: Database; readonly kept: Kept },
  end: ChainEnd,
): Promise<void> {
  const { sealNo } = await kept.readMeta();
  await chainOf(database).joinChain(end);
  const undone = Array.from({ length: Math.max(0, sealNo - end.sealNo) }, (_, i) => end.sealNo + 1 + i);
  await kept.tidy(undone);
}
