import type { Period } from '../../shared/period.ts';
import { GREY_BELOW_N, type GroupCounts, isWithheld, itemScore, type Method, type Score, score } from '../../shared/score.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import { groupOf, itemOf, type Vector } from '../../shared/tally.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { type Cut, periodsAround, sumOver } from './served-cells.ts';
import { leavesSmallRest } from './withhold.ts';

/**
 * The only way from tallies to a figure that leaves the server: method, threshold, and the rest that a longer
 * period would leave. A group is named by its code; `overall` is the overall question.
 */
export interface ReadOut {
  /** The exact score of a group, for targets and comparisons on the server. */
  score(vector: Vector, group: string): Score;
  /** What is served of a cut in a period. */
  figure(from: Cut, period: Period, group: string): { readonly served: ServedScore; readonly exact: Score; readonly n: number };
}

export const OVERALL_QUESTION = 'overall';

/** The same counts for all figures of one page: method, instant, received and shown. */
export function createReadOut(page: {
  readonly method: Method;
  readonly asOf: number;
  readonly received: number;
  readonly shown: number;
  readonly form: Cut['form'];
  readonly shape: Cut['shape'];
}): ReadOut {
  const { shape, form, method } = page;
  const around = new Map<string, Period[]>();
  const periodsOver = (period: Period) => {
    let list = around.get(period.id);
    if (!list) around.set(period.id, (list = periodsAround(period)));
    return list;
  };

  const exactScore = (vector: Vector, group: string): Score =>
    group === OVERALL_QUESTION
      ? itemScore(itemOf(vector, shape, OVERALL, form), method.statistic)
      : score(groupOf(vector, shape, group, form), method);

  const baseOf = (vector: Vector, group: string): number =>
    group === OVERALL_QUESTION
      ? itemOf(vector, shape, OVERALL, form).levels.reduce((sum, count) => sum + count, 0)
      : (groupOf(vector, shape, group, form) satisfies GroupCounts).sums.n;

  return {
    score: exactScore,
    figure(from, period, group) {
      const vector = sumOver(from, period);
      const n = baseOf(vector, group);
      const exact = exactScore(vector, group);
      if (isWithheld(exact)) return { served: { withheld: exact.withheld }, exact, n };
      // a longer period minus this one must not single out a few
      if (periodsOver(period).some((longer) => leavesSmallRest(baseOf(sumOver(from, longer), group), n))) {
        return { served: { withheld: 'complement' }, exact, n };
      }
      const { percent, low, high, answers, noOpinion, nEff } = exact;
      const { asOf, received, shown } = page;
      return {
        served: { percent, low, high, n, answers, noOpinion, nEff, method, asOf, received, shown, grey: n < GREY_BELOW_N },
        exact,
        n,
      };
    },
  };
}
