import { invariant } from '../../shared/assert.ts';
import type { Standing, Submission } from '../../shared/submission.ts';
import { insertMany, selectMany } from './many.ts';
import { bytesOfStored, packSubmission } from './packed-submission.ts';
import { placeNamed } from './quarantine.ts';
import type { Reader, Tx } from './store.ts';
import { SUBMISSION_ID } from './submission-ids.ts';

/**
 * Submissions, and the quarantine for what could not be taken. Ids are never pruned: the table is the check
 * for duplicates. Nothing here is ever changed by a device: the first bytes under an id stay.
 */

export interface NewSubmission {
  readonly id: string;
  readonly p: string;
  /** What the bytes say, where they have been read. */
  readonly submission?: Submission;
  readonly halfDay: string;
  readonly standing: Standing;
}

const submissionsById = selectMany<{ id: string; p: Uint8Array }>('submissions', ['id', 'p'], 'id', 'uuid');

/** Stored bytes by id, for those of the ids that are known. */
export async function knownSubmissions(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await submissionsById(read, ids);
  return new Map(rows.map((row) => [row.id, bytesOfStored(row)]));
}

const insertNew = insertMany(
  'submissions',
  { id: 'uuid', p: 'bytea', half_day: 'text', standing: 'text' },
  'on conflict (id) do nothing returning id',
);

/** Inserts what is new and returns the ids that were: the database decides, not a check before it. */
export async function insertSubmissions(tx: Tx, list: readonly NewSubmission[]): Promise<Set<string>> {
  invariant(
    list.every(({ id }) => SUBMISSION_ID.test(id)),
    'ids have been read as such',
  );
  const rows = await insertNew(
    tx,
    list.map(({ id, p, submission, halfDay, standing }) => ({
      id,
      p: packSubmission(id, p, submission),
      half_day: halfDay,
      standing,
    })),
  );
  return new Set(rows.map(({ id }) => id as string));
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
