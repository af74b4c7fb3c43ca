import type { Line, Measure } from '../../shared/alert-rule.ts';
import { parts } from './leaves.ts';
import { noteMoves } from './moves.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Alerts of low scores. Promised: a place has one open alert at most, and an alert holds no share and no count. */
export interface Alert {
  readonly id: string;
  readonly point: string;
  /** At whose end it was noticed. */
  readonly halfDay: string;
  readonly measure: Measure;
  readonly line: Line;
  readonly ended: { readonly halfDay: string; readonly why: 'above' | 'off' } | null;
  readonly seen: { readonly day: string; readonly account: string } | null;
}
export type NewAlert = Omit<Alert, 'ended' | 'seen'>;

const fromRow = (row: Tables['alerts']): Alert => ({
  id: row.id,
  point: row.service_point,
  halfDay: row.half_day,
  measure: row.measure as Measure,
  line: row.line as Line,
  ended: row.ended === null ? null : { halfDay: row.ended, why: row.why_ended === 'off' ? 'off' : 'above' },
  seen: row.seen === null ? null : { day: row.seen, account: row.seen_by ?? '' },
});

/** Alerts of these service points, the newest first. */
export async function alertsOf(read: Reader, points: readonly string[]): Promise<Alert[]> {
  const found: Alert[] = [];
  for (const part of parts(points)) {
    const rows = await read.selectFrom('alerts').selectAll().where('service_point', 'in', part).execute();
    found.push(...rows.map(fromRow));
  }
  return found.sort((a, b) => b.halfDay.localeCompare(a.halfDay) || a.point.localeCompare(b.point));
}

/** What is open anywhere, by service point. */
export async function openAlerts(read: Reader): Promise<ReadonlyMap<string, Alert>> {
  const rows = await read.selectFrom('alerts').selectAll().where('ended', 'is', null).execute();
  return new Map(rows.map((row) => [row.service_point, fromRow(row)]));
}

/** Raises an alert; false where the place has an open one. */
export async function raiseAlert(tx: Tx, { id, point, halfDay, measure, line }: NewAlert): Promise<boolean> {
  const columns = { ended: null, why_ended: null, seen: null, seen_by: null };
  const row = await tx
    .insertInto('alerts')
    .values({ id, service_point: point, half_day: halfDay, measure, line, ...columns })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await noteMoves(tx, 'alerts', [point]);
  return row !== undefined;
}

export async function endAlert(
  tx: Tx,
  { id, point }: Pick<Alert, 'id' | 'point'>,
  ended: { readonly halfDay: string; readonly why: 'above' | 'off' },
): Promise<void> {
  await tx
    .updateTable('alerts')
    .set({ ended: ended.halfDay, why_ended: ended.why })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .execute();
  await noteMoves(tx, 'alerts', [point]);
}

/** Whoever sees it first is written down; false when somebody had. */
export async function markSeen(
  tx: Tx,
  { id, point }: Pick<Alert, 'id' | 'point'>,
  by: { readonly day: string; readonly account: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('alerts')
    .set({ seen: by.day, seen_by: by.account })
    .where('id', '=', id)
    .where('seen', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) await noteMoves(tx, 'alerts', [point]);
  return row !== undefined;
}

/** Alerts that ended before a half-day. */
export async function removeOldAlerts(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('alerts').where('ended', '<', before).execute();
}
