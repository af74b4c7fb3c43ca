import { createHash } from 'node:crypto';
import type { Reader, Tx } from './store.ts';

/**
 * Entries of the nightly root: every lawful change of what the figures are made of (retention, re-attribution,
 * review, quarantine decisions, restores), and what was certified of them. They are never changed or deleted, and each is part of the next root.
 */
export interface Entry {
  readonly kind: 'retention' | 'reattribution' | 'review' | 'quarantine' | 'restore' | 'keys' | 'certified';
  /** Local day. */
  readonly day: string;
  /** Account id, or the word for what acted. */
  readonly by: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export function entryHash(document: string): string {
  return createHash('sha256').update(`sipas-entry-1\n${document}`).digest('hex');
}

/** Records an entry in the transaction of the change itself; returns its hash. */
export async function addEntry(tx: Tx, { kind, day, by, facts }: Entry): Promise<string> {
  const document = JSON.stringify({ v: 1, kind, day, by, facts });
  const hash = entryHash(document);
  await tx
    .insertInto('entries')
    .values({ hash, kind, day, document, root: null })
    .onConflict((on) => on.column('hash').doNothing())
    .execute();
  return hash;
}

export async function allEntries(
  read: Reader,
): Promise<{ readonly hash: string; readonly document: string; readonly root: number | null }[]> {
  return read.selectFrom('entries').select(['hash', 'document', 'root']).orderBy('hash').execute();
}
