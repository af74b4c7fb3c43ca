import type { Standing } from '../../shared/submission.ts';
import { bytesOfStored, packSubmission } from './packed-submission.ts';
import { placeNamed } from './quarantine.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Submissions, and the quarantine for what could not be taken. Ids are never pruned: the table is the check
 * for duplicates. Nothing here is ever changed by a device: the first bytes under an id stay.
 */

export interface NewSubmission {
  readonly id: string;
  readonly p: string;
  readonly halfDay: string;
  readonly standing: Standing;
}

/** Stored bytes by id, for those of the ids that are known. */
export async function knownSubmissions(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('submissions')
    .select(['id', 'p'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, bytesOfStored(row)]));
}

/** Inserts what is new and returns the ids that were: the database decides, not a check before it. */
export async function insertSubmissions(tx: Tx, list: readonly NewSubmission[]): Promise<Set<string>> {
  const inserted = new Set<string>();
  for (let i = 0; i < list.length; i += 500) {
    const rows = await tx
      .insertInto('submissions')
      .values(
        list.slice(i, i + 500).map(({ id, p, halfDay, standing }) => ({
          id,
          p: packSubmission(id, p),
          half_day: halfDay,
          standing,
        })),
      )
      .onConflict((on) => on.column('id').doNothing())
      .returning('id')
      .execute();
    for (const row of rows) inserted.add(row.id);
  }
  return inserted;
}

export async function countSubmissions(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('submissions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What was set aside: `held` could not be taken, `conflict` came under a known id with other bytes. */
export interface SetAside {
  readonly leaf: string;
  readonly kind: 'held' | 'conflict';
  readonly reason: string;
  readonly p: string;
  /** The locked original, see store/kept-remarks.ts. */
  readonly remark: string | undefined;
}

/** Keeps bytes aside, once per leaf; true when they were not there yet. */
export async function setAside(tx: Tx, item: SetAside): Promise<boolean> {
  const named = placeNamed(item.p);
  const rows = await tx
    .insertInto('quarantine')
    .values({
      leaf: item.leaf,
      kind: item.kind,
      reason: item.reason,
      p: Buffer.from(item.p),
      remark: item.remark ?? null,
      named_point: named.point,
      named_half_month: named.halfMonth,
    })
    .onConflict((on) => on.column('leaf').doNothing())
    .returning('leaf')
    .execute();
  return rows.length > 0;
}

export async function isSetAside(read: Reader, leaf: string): Promise<boolean> {
  const row = await read.selectFrom('quarantine').select('leaf').where('leaf', '=', leaf).executeTakeFirst();
  return row !== undefined;
}

export async function countSetAside(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('quarantine')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
