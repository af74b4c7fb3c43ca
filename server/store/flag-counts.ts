import * as v from 'valibot';
import { invariant } from '../../shared/assert.ts';
import { isOutsideIndex } from '../../shared/calls.ts';
import { halfMonthOf } from '../../shared/period.ts';
import { decodeSubmission, isFlagged, type Submission } from '../../shared/submission.ts';
import { FLAG_CLASSES } from '../../shared/flag-classes.ts';
import type { FlagCounts } from '../../shared/wire/cohort-review.ts';
import { eachSubmission } from './roots.ts';
import type { Reader, Tx } from './store.ts';

/**
 * How many forms carry which class, per service point of the bytes and half-month: what a reviewer looks at. The classes
 * stand in the bytes alone, so every row is read: work for the night. What is kept is what may be told.
 */
export interface KeptFlags {
  readonly all: FlagCounts;
  /** By half-day, those that may be told. */
  readonly halfDays: Readonly<Record<string, FlagCounts>>;
}

const NO_FLAGS: FlagCounts = { forms: 0, flagged: 0, dur: 0, gap: 0, line: 0, run: 0, cell: 0, hrs: 0 };

/** Everything that was taken in these half-months, whatever was decided about it, by `POINT HALF-MONTH`. */
export async function countFlags(
  read: Reader,
  halfMonths: readonly string[],
): Promise<ReadonlyMap<string, { all: FlagCounts; byDate: Map<string, FlagCounts> }>> {
  const wanted = new Set(halfMonths);
  const cells = new Map<string, { all: FlagCounts; byDate: Map<string, FlagCounts> }>();
  for await (const { p, half_day: date } of eachSubmission(read)) {
    const halfMonth = halfMonthOf(date);
    if (!wanted.has(halfMonth)) continue;
    const submission = decodeSubmission(p);
    invariant(submission, 'a stored submission can be read');
    if (isOutsideIndex(submission)) continue;
    const key = `${submission.sp} ${halfMonth}`;
    const cell = cells.get(key) ?? { all: NO_FLAGS, byDate: new Map<string, FlagCounts>() };
    cell.all = plusOne(cell.all, submission);
    cell.byDate.set(date, plusOne(cell.byDate.get(date) ?? NO_FLAGS, submission));
    cells.set(key, cell);
  }
  return cells;
}

function plusOne(counts: FlagCounts, submission: Submission): FlagCounts {
  const sum = { ...counts, forms: counts.forms + 1 };
  if (isFlagged(submission)) sum.flagged += 1;
  for (const name of FLAG_CLASSES) sum[name] += submission.q[name];
  return sum;
}

const count = v.number();
const CountsSchema = v.object({
  forms: count,
  flagged: count,
  dur: count,
  gap: count,
  line: count,
  run: count,
  cell: count,
  hrs: count,
});
const KeptSchema = v.object({ all: CountsSchema, halfDays: v.record(v.string(), CountsSchema) });

/** What is told of a half-month, by service point. */
export async function keptFlags(read: Reader, halfMonth: string): Promise<ReadonlyMap<string, KeptFlags>> {
  const rows = await read
    .selectFrom('flag_counts')
    .select(['service_point', 'counts'])
    .where('half_month', '=', halfMonth)
    .execute();
  return new Map(rows.map((row) => [row.service_point, v.parse(KeptSchema, JSON.parse(row.counts))]));
}

/** Whether anything was counted yet. */
export async function hasFlagCounts(read: Reader): Promise<boolean> {
  return (
    (await read.selectFrom('flag_counts').select('half_month').limit(1).executeTakeFirst()) !== undefined
  );
}

export async function putFlags(
  tx: Tx,
  at: { readonly point: string; readonly halfMonth: string },
  kept: KeptFlags,
): Promise<void> {
  const counts = JSON.stringify(kept);
  await tx
    .insertInto('flag_counts')
    .values({ service_point: at.point, half_month: at.halfMonth, counts })
    .onConflict((on) => on.columns(['service_point', 'half_month']).doUpdateSet({ counts }))
    .execute();
}
