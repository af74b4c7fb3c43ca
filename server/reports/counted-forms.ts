import type { Period } from '../../shared/period.ts';
import { headOf } from '../../shared/tally.ts';
import type { FormCounts } from '../../shared/wire/survey-report.ts';
import type { OverviewSources } from '../figures/overview.ts';
import type { Place } from '../figures/place-tree.ts';
import type { ReadOut } from '../figures/read-out.ts';
import { sumOver } from '../figures/served-cells.ts';
import type { PaperBatch } from '../store/paper-batches.ts';
import { withheldRows } from '../withhold.ts';

/** Forms handed out, in the figures, and valid: forms handed out are known of paper alone. */

/** The batches of paper that a report speaks of. */
export function batchesIn(
  { period, questionnaire, form }: Pick<OverviewSources, 'period' | 'questionnaire' | 'form'>,
  points: ReadonlySet<string>,
  batches: readonly PaperBatch[],
): PaperBatch[] {
  const halfMonths = new Set<string>(period.halfMonths);
  return batches.filter(
    (batch) =>
      points.has(batch.servicePoint) &&
      halfMonths.has(batch.halfMonth) &&
      batch.form === form &&
      batch.questionnaire === questionnaire.id &&
      batch.version === questionnaire.version,
  );
}

/** How many were printed; null where nothing was handed out. */
export const printedOf = (batches: readonly PaperBatch[]): number | null =>
  batches.length === 0 ? null : batches.reduce((sum, { counts }) => sum + counts.printed, 0);

interface Counted {
  readonly place: Place;
  readonly readOut: ReadOut;
}

/** Numbers of forms of rows that add up: told only where no row's number can be subtracted. */
export function formsOfRows(
  rows: readonly Counted[],
  period: Period,
  mayTell = true,
): Omit<FormCounts, 'out'>[] {
  const heads = rows.map(({ place }) => headOf(sumOver(place.cut, period)));
  const hidden = withheldRows(
    rows.map(({ place, readOut }, at) => {
      return { n: heads[at]!.submissions, withheld: !mayTell || !readOut.mayNamePartial(place, period) };
    }),
  );
  return heads.map(({ submissions, valid }, at) => {
    // nobody is nobody's secret
    const isTold = mayTell && (submissions === 0 || !hidden[at]);
    return isTold ? { shown: submissions, valid } : { shown: null, valid: null };
  });
}
