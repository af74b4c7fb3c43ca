import type { WalkUpCode } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/** Walk-up codes as those see them who hand them out: also the ones that have ended. */
export interface ListedCode extends WalkUpCode {
  readonly counter: string | null;
  /** Local day; null of codes made before days were kept. */
  readonly made: string | null;
  readonly ends: string | null;
  readonly isRevoked: boolean;
  readonly successor: string | null;
}

export async function allCodes(read: Reader): Promise<ListedCode[]> {
  const rows = await read.selectFrom('codes').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code,
    servicePoint: row.service_point,
    field: row.field,
    campaign: row.campaign,
    isPinned: row.pinned !== 0,
    counter: row.counter,
    made: row.made,
    ends: row.ends,
    isRevoked: row.revoked !== 0,
    successor: row.successor,
  }));
}

/** Ends a code at once; true when it was in use. */
export async function revokeCode(tx: Tx, code: string, day: string): Promise<boolean> {
  const changed = await tx
    .updateTable('codes')
    .set({ revoked: 1, ends: day })
    .where('code', '=', code)
    .where('revoked', '=', 0)
    .returning('code')
    .execute();
  return changed.length > 0;
}

/** A successor takes the place of a code, which goes on until the end of a day; true when it was in use. */
export async function endCode(tx: Tx, code: string, ends: string, successor: string): Promise<boolean> {
  const changed = await tx
    .updateTable('codes')
    .set({ ends, successor })
    .where('code', '=', code)
    .where('revoked', '=', 0)
    .where('ends', 'is', null)
    .returning('code')
    .execute();
  return changed.length > 0;
}
