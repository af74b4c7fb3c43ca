import type { Queue } from '../../shared/calls.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';

/** Plans of calls: which dossiers there were, which of them were drawn, and until when they are called. */

/** A dossier as the frame of a draw sees it. */
export interface FrameRow {
  readonly point: string;
  readonly code: string;
  readonly field: string;
  readonly returned: string;
  readonly isLate: boolean;
  readonly hasNumber: boolean;
  /** Queue that it was drawn into before. */
  readonly drawn: Queue | null;
  readonly isSuppressed: boolean;
}

/** The dossiers of these service points that were returned from day to day, both inside. */
export async function returnedDossiers(
  read: Reader,
  points: readonly string[],
  days: { readonly from: string; readonly to: string },
): Promise<FrameRow[]> {
  const rows: FrameRow[] = [];
  for (const part of parts(points)) {
    const found = await read
      .selectFrom('dossiers')
      .select(['service_point', 'code', 'field', 'due', 'returned', 'phone', 'drawn', 'suppressed'])
      .where('service_point', 'in', part)
      .where('returned', '>=', days.from)
      .where('returned', '<=', days.to)
      .execute();
    for (const { service_point, code, field, due, returned, phone, drawn, suppressed } of found)
      rows.push({
        point: service_point,
        code,
        field,
        returned: returned!,
        isLate: due !== null && returned! > due,
        hasNumber: phone !== null,
        drawn: drawn as Queue | null,
        isSuppressed: suppressed === 1,
      });
  }
  return rows;
}

export interface CallPlan {
  readonly id: string;
  readonly unit: string;
  readonly campaign: string;
  readonly queue: Queue;
  readonly from: string;
  readonly to: string;
  readonly wanted: number | null;
  readonly seed: string | null;
  readonly made: string;
  readonly account: string;
  readonly ends: string;
  readonly closed: string | null;
}
export interface StratumCounts {
  readonly point: string;
  readonly field: string;
  readonly population: number;
  readonly noNumber: number;
  readonly drawnBefore: number;
  readonly suppressed: number;
  readonly drawn: number;
}

export async function addPlan(tx: Tx, plan: CallPlan, strata: readonly StratumCounts[]): Promise<void> {
  const { from, to, ...rest } = plan;
  await tx
    .insertInto('call_plans')
    .values({ ...rest, from_day: from, to_day: to })
    .execute();
  for (const part of parts(strata, 1_000))
    await tx
      .insertInto('call_strata')
      .values(
        part.map(({ point, noNumber, drawnBefore, ...counts }) => ({
          ...counts,
          plan: plan.id,
          service_point: point,
          no_number: noNumber,
          drawn_before: drawnBefore,
        })),
      )
      .execute();
}

/** Plans of these units, the newest first. */
export async function plansOf(read: Reader, units: readonly string[]): Promise<CallPlan[]> {
  const plans: CallPlan[] = [];
  for (const part of parts(units)) {
    const rows = await read.selectFrom('call_plans').selectAll().where('unit', 'in', part).execute();
    for (const { from_day, to_day, queue, ...row } of rows)
      plans.push({ ...row, queue: queue as Queue, from: from_day, to: to_day });
  }
  return plans.sort((a, b) => b.made.localeCompare(a.made) || a.id.localeCompare(b.id));
}

export async function strataOf(read: Reader, plan: string): Promise<StratumCounts[]> {
  const rows = await read
    .selectFrom('call_strata')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('service_point')
    .orderBy('field')
    .execute();
  return rows.map((row) => ({
    point: row.service_point,
    field: row.field,
    population: row.population,
    noNumber: row.no_number,
    drawnBefore: row.drawn_before,
    suppressed: row.suppressed,
    drawn: row.drawn,
  }));
}

/** Open plans whose last day has passed. */
export async function plansOver(read: Reader, today: string): Promise<string[]> {
  const rows = await read
    .selectFrom('call_plans')
    .select('id')
    .where('closed', 'is', null)
    .where('ends', '<', today)
    .execute();
  return rows.map(({ id }) => id);
}
