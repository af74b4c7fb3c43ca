import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';

/** What was set aside and what people decided about it. The bytes and their reason never change. */
export interface HeldRow {
  readonly leaf: string;
  readonly kind: 'held' | 'conflict';
  readonly reason: string;
  readonly p: string;
  /** Locked, as it was set aside. */
  readonly remark: string | null;
}

/** Everything that nobody has decided about yet. */
export async function openHeld(read: Reader): Promise<HeldRow[]> {
  const rows = await read
    .selectFrom('quarantine')
    .select(['leaf', 'kind', 'reason', 'p', 'remark'])
    .where('decision', '=', 'open')
    .orderBy('leaf')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as HeldRow['kind'],
    p: Buffer.from(row.p).toString(),
  }));
}

export async function decideHeld(
  tx: Tx,
  leaves: readonly string[],
  decision: 'taken' | 'refused',
): Promise<void> {
  for (let i = 0; i < leaves.length; i += 1_000) {
    await tx
      .updateTable('quarantine')
      .set({ decision })
      .where('leaf', 'in', leaves.slice(i, i + 1_000))
      .execute();
  }
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
