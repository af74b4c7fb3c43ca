import type { ExpressionBuilder } from 'kysely';
import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** What was set aside and what people decided about it. The bytes and their reason never change. */
export interface HeldRow {
  readonly leaf: string;
  readonly kind: 'held' | 'conflict';
  readonly reason: string;
  readonly p: string;
  /** Locked, as it was set aside. */
  readonly remark: string | null;
}

/** What is open and alike: reason, kind, and the service point and half-month that the bytes name. */
export interface HeldGroup {
  readonly kind: HeldRow['kind'];
  readonly reason: string;
  readonly point: string | null;
  readonly halfMonth: string | null;
  readonly count: number;
}

/** All that nobody has decided about yet, counted from an index: no bytes are read. */
export async function openGroups(read: Reader): Promise<HeldGroup[]> {
  const rows = await read
    .selectFrom('quarantine')
    .select(['kind', 'reason', 'named_point as point', 'named_half_month as halfMonth'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decision', '=', 'open')
    .groupBy(['reason', 'kind', 'named_point', 'named_half_month'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as HeldRow['kind'] }));
}

/** Service points of which something is open; null where the bytes name none. */
export async function openPoints(read: Reader): Promise<Set<string | null>> {
  const rows = await read
    .selectFrom('quarantine')
    .select('named_point')
    .distinct()
    .where('decision', '=', 'open')
    .execute();
  return new Set(rows.map(({ named_point }) => named_point));
}

/** Open rows of a group in the order of leaves, at most so many, after a leaf. */
export async function openHeld(read: Reader, group: HeldGroup, most: number, after = ''): Promise<HeldRow[]> {
  const rows = await read
    .selectFrom('quarantine')
    .select(['leaf', 'kind', 'reason', 'p', 'remark'])
    .where(openOf(group))
    .where('leaf', '>', after)
    .orderBy('leaf')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as HeldRow['kind'],
    p: Buffer.from(row.p).toString(),
  }));
}

const openOf =
  ({ kind, reason, point, halfMonth }: HeldGroup) =>
  (eb: ExpressionBuilder<Tables, 'quarantine'>) =>
    eb.and([
      eb('decision', '=', 'open'),
      eb('reason', '=', reason),
      eb('kind', '=', kind),
      point === null ? eb('named_point', 'is', null) : eb('named_point', '=', point),
      halfMonth === null ? eb('named_half_month', 'is', null) : eb('named_half_month', '=', halfMonth),
    ]);

export async function refuseGroup(tx: Tx, group: HeldGroup): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('quarantine')
    .set({ decision: 'refused' })
    .where(openOf(group))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function markTaken(tx: Tx, leaves: readonly string[]): Promise<void> {
  if (leaves.length === 0) return;
  await tx
    .updateTable('quarantine')
    .set({ decision: 'taken' })
    .where('leaf', 'in', [...leaves])
    .execute();
}

/** Service point and half-month that some bytes name, whatever else is wrong with them. */
export function placeNamed(p: string): { readonly point: string | null; readonly halfMonth: string | null } {
  let read: { sp?: unknown; b?: unknown } | null;
  try {
    read = JSON.parse(p) as typeof read;
  } catch {
    return { point: null, halfMonth: null };
  }
  const { sp, b } = read ?? {};
  return {
    point: typeof sp === 'string' && /^[\w.-]{1,32}$/.test(sp) ? sp : null,
    halfMonth:
      typeof b === 'string' && /^\d{4}-(0[1-9]|1[0-2])(-\d\d(AM|PM)|\/[12])$/.test(b) ? halfMonthOf(b) : null,
  };
}
