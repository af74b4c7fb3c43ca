import type { Period } from '../../shared/period.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { ReportFigure } from '../../shared/wire/survey-report.ts';
import { figureSums } from '../figures/figure-sums.ts';
import type { Place } from '../figures/place-tree.ts';
import type { ReadOut } from '../figures/read-out.ts';

/** A figure that the page serves, with its sums; without them where it is withheld. */
export function reportFigure(
  readOut: ReadOut,
  place: Place,
  period: Period,
  group: string,
  score: ServedScore,
): ReportFigure {
  const isTold = !('withheld' in score);
  return {
    group,
    score,
    sums: isTold ? figureSums(readOut.counts(place, period, group), score.noOpinion) : null,
  };
}
