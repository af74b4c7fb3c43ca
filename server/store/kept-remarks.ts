import { decodeSubmission } from '../../shared/submission.ts';
import { bytesOfStored } from './packed-submission.ts';
import { placesBy, allReattributions } from './reattribution.ts';
import type { Reader, Tx } from './store.ts';
import { behind } from './submission-ids.ts';

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
  /** Where it was said; null = nothing says so any more, and nobody is ever shown it. */
  readonly place: RemarkPlace | null;
}

export interface RemarkPlace {
  readonly point: string;
  /** Monday of the first week in which somebody may read it. */
  readonly shownFrom: string;
}

const placeColumns = (place: RemarkPlace | null) => ({
  service_point: place?.point ?? null,
  shown_from: place?.shownFrom ?? NEVER,
});
/** After every Monday. */
const NEVER = '9999';

export async function keepRemark(tx: Tx, remark: NewRemark): Promise<void> {
  await tx
    .insertInto('remarks')
    .values({
      hash: remark.hash,
      salt: '',
      body: remark.locked,
      masked: storable(remark.masked),
      half_month: remark.halfMonth,
      ...placeColumns(remark.place),
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
    .set({
      salt: '',
      body: remark.locked,
      masked: storable(remark.masked),
      half_month: remark.halfMonth,
      ...placeColumns(remark.place),
    })
    .where('hash', '=', remark.hash)
    .where('masked', 'is', null)
    .execute();
}

/** Where and when what carries these remarks was answered: service point, and half-day or half-month. */
export async function originsOfRemarks(
  read: Reader,
  hashes: ReadonlySet<string>,
): Promise<Map<string, { readonly point: string; readonly date: string }>> {
  const found = new Map<string, { readonly point: string; readonly date: string }>();
  const placeOf = placesBy(await allReattributions(read));
  for (let after: string | undefined; found.size < hashes.size; ) {
    const rows = await read
      .selectFrom('submissions')
      .select(['id', 'p', 'half_day'])
      .where(behind(after))
      .orderBy('id')
      .limit(2_000)
      .execute();
    for (const row of rows) {
      const p = bytesOfStored(row);
      const hash = /"rh":"([0-9a-f]{64})"/.exec(p)?.[1];
      if (!hash || !hashes.has(hash)) continue;
      const sp = decodeSubmission(p)?.sp;
      if (sp !== undefined) found.set(hash, { point: placeOf(sp, row.half_day), date: row.half_day });
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return found;
}

/** Masked remarks that an earlier version kept without saying where and when they were made. */
export async function remarksWithoutPlace(read: Reader): Promise<string[]> {
  const rows = await read
    .selectFrom('remarks')
    .select('hash')
    .where('shown_from', 'is', null)
    .where('masked', '!=', '')
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function placeRemark(tx: Tx, hash: string, place: RemarkPlace | null): Promise<void> {
  await tx.updateTable('remarks').set(placeColumns(place)).where('hash', '=', hash).execute();
}

/**
 * Takes the masked texts out that may be read in the week of a Monday. What is left of each is its locked original: a
 * text that lay in two places would join a case to a submission.
 */
export async function takeWaitingRemarks(
  tx: Tx,
  monday: string,
): Promise<{ readonly point: string; readonly text: string }[]> {
  const rows = await tx
    .selectFrom('remarks')
    .select(['service_point as point', 'masked as text'])
    .where('shown_from', '<=', monday)
    .execute();
  await tx
    .updateTable('remarks')
    .set({ masked: '', service_point: null, shown_from: null })
    .where('shown_from', '<=', monday)
    .execute();
  return rows.flatMap(({ point, text }) => (point && text?.trim() ? [{ point, text }] : []));
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
