import { reportYearDays } from '../../shared/period.ts';
import type { Target } from '../../shared/wire/overview.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Targets as what was decided, step by step. Promised: rows are only added and none holds before the day on which it
 * was written, so the target that was in force at the end of a closed period stays what it was.
 */
export interface TargetStep extends Omit<Target, 'percent'> {
  readonly unit: string;
  /** '' = all fields together. */
  readonly field: string;
  /** Null: no target any more. */
  readonly percent: number | null;
  readonly from: string;
  readonly at: number | null;
  readonly account: string | null;
}

/** All steps, or those of these units, in the order in which they were written. */
export async function targetSteps(read: Reader, units?: readonly string[]): Promise<TargetStep[]> {
  const rows = await read
    .selectFrom('targets')
    .selectAll()
    .$if(units !== undefined, (query) => query.where('unit', 'in', [...units!]))
    .orderBy('unit')
    .orderBy('year')
    .orderBy('field')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    unit: row.unit,
    year: row.year,
    field: row.field,
    percent: row.percent,
    source: { vi: row.source_vi, en: row.source_en },
    from: row.valid_from,
    at: row.at,
    account: row.account,
  }));
}

export async function addTargetStep(tx: Tx, step: TargetStep): Promise<void> {
  const { unit, year, field, percent, source, from, at, account } = step;
  const { last } = await tx
    .selectFrom('targets')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('unit', '=', unit)
    .where('year', '=', year)
    .where('field', '=', field)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('targets')
    .values({
      unit,
      year,
      field,
      seq: (last ?? 0) + 1,
      percent,
      source_vi: source.vi,
      source_en: source.en,
      valid_from: from,
      at,
      account,
    })
    .execute();
}

/** A target of a whole year, for all fields: what an installation begins with. */
export async function addTarget(tx: Tx, unit: string, target: Target): Promise<void> {
  const { from } = reportYearDays(target.year);
  await addTargetStep(tx, { unit, field: '', ...target, from, at: null, account: null });
}

/** In force on a day: the step that began last; of one day, the one written last. */
export function stepOn(steps: readonly TargetStep[], day: string): TargetStep | undefined {
  return steps
    .filter(({ from }) => from <= day)
    .reduce<TargetStep | undefined>((last, step) => (last && step.from < last.from ? last : step), undefined);
}

/**
 * The target of a year for all fields that was in force on a day at the nearest of these units: its own, or that of a
 * unit above it, nearest first.
 */
export function targetInForce(
  steps: readonly TargetStep[],
  units: readonly string[],
  year: number,
  day: string,
): Target | null {
  for (const unit of units) {
    const own = steps.filter((step) => step.unit === unit && step.year === year && step.field === '');
    const found = stepOn(own, day);
    if (found && found.percent !== null) return { year, percent: found.percent, source: found.source };
  }
  return null;
}
