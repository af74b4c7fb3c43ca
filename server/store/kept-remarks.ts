import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Remarks lie apart from submissions; only the hash inside the bytes names them. `body` is the original with its
 * salt, locked by a key that is not in the database; what may be shown is `masked`. The salt is locked with it: with
 * the salt at hand, masked digits could be tried one after another until the hash fits.
 */
export interface NewRemark {
  /** `rh` of the submission. */
  readonly hash: string;
  /** The locked original and salt. */
  readonly locked: string;
  readonly masked: string;
  /** Of the submission: decides when the original goes. */
  readonly halfMonth: string;
}

export async function keepRemark(tx: Tx, remark: NewRemark): Promise<void> {
  await tx
    .insertInto('remarks')
    .values({
      hash: remark.hash,
      salt: '',
      body: remark.locked,
      masked: storable(remark.masked),
      half_month: remark.halfMonth,
    })
    .onConflict((on) => on.column('hash').doNothing())
    .execute();
}

/** A text column of PostgreSQL holds every sign but this one. */
const storable = (text: string) => text.replaceAll('\u0000', '');

/** Remarks that an earlier version kept in the clear, some of them; none when all are locked. */
export async function clearRemarks(
  read: Reader,
  most: number,
): Promise<{ readonly hash: string; readonly salt: string; readonly text: string }[]> {
  return read
    .selectFrom('remarks')
    .select(['hash', 'salt', 'body as text'])
    .where('masked', 'is', null)
    .limit(most)
    .execute();
}

/** Puts the locked original in the place of the clear one. */
export async function replaceClearRemark(tx: Tx, remark: NewRemark): Promise<void> {
  await tx
    .updateTable('remarks')
    .set({ salt: '', body: remark.locked, masked: storable(remark.masked), half_month: remark.halfMonth })
    .where('hash', '=', remark.hash)
    .where('masked', 'is', null)
    .execute();
}

/** The half-month of the submissions that carry these remarks. */
export async function halfMonthsOfRemarks(
  read: Reader,
  hashes: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after = ''; found.size < hashes.size; ) {
    const rows = await read
      .selectFrom('submissions')
      .select(['id', 'p', 'half_day'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(2_000)
      .execute();
    for (const row of rows) {
      const hash = /"rh":"([0-9a-f]{64})"/.exec(Buffer.from(row.p).toString())?.[1];
      if (hash && hashes.has(hash)) found.set(hash, halfMonthOf(row.half_day));
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return found;
}

/** Remarks in quarantine that an earlier version kept in the clear: JSON, where a locked one never begins with a brace. */
export async function clearHeldRemarks(
  read: Reader,
  most: number,
): Promise<{ readonly leaf: string; readonly remark: string }[]> {
  const rows = await read
    .selectFrom('quarantine')
    .select(['leaf', 'remark'])
    .where('remark', 'like', '{%')
    .limit(most)
    .execute();
  return rows.flatMap(({ leaf, remark }) => (remark === null ? [] : [{ leaf, remark }]));
}

export async function replaceClearHeldRemark(tx: Tx, leaf: string, locked: string): Promise<void> {
  await tx
    .updateTable('quarantine')
    .set({ remark: locked })
    .where('leaf', '=', leaf)
    .where('remark', 'like', '{%')
    .execute();
}
