import type { Period } from '../../shared/period.ts';
import { GREY_BELOW_N, isWithheld, itemScore, type Method, type Score, score } from '../../shared/score.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import { baseOfGroup, groupOf, itemOf, type Vector } from '../../shared/tally.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { type Cut, periodsAround, sumOf, sumOver } from './served-cells.ts';
import { leavesSmallRest } from './withhold.ts';

/**
 * The only way from tallies to a figure that leaves the server: method, threshold, and the rest that a longer
 * period would leave. A group is named by its code; `overall` is the overall question.
 */
export interface ReadOut {
  /** What is served of a cut in a period. */
  figure(
    from: Cut,
    period: Period,
    group: string,
  ): { readonly served: ServedScore; readonly exact: Score; readonly n: number };
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

  /** n of a group: forms with at least one valid answer. It adds up, so it needs no sum of whole vectors. */
  const baseOf = (group: string) => (vector: Vector) =>
    group === OVERALL_QUESTION
      ? itemOf(vector, shape, OVERALL, form).levels.reduce((sum, count) => sum + count, 0)
      : baseOfGroup(vector, shape, group);

  return {
    figure(from, period, group) {
      const vector = sumOver(from, period);
      const base = baseOf(group);
      const n = base(vector);
      const exact = exactScore(vector, group);
      if (isWithheld(exact)) return { served: { withheld: exact.withheld }, exact, n };
      // a longer period minus this one must not single out a few
      if (periodsOver(period).some((longer) => leavesSmallRest(sumOf(from, longer, base), n))) {
        return { served: { withheld: 'complement' }, exact, n };
      }
      const { percent, low, high, answers, noOpinion, nEff } = exact;
      const { asOf, received, shown } = page;
      return {
        served: {
          percent,
          low,
          high,
          n,
          answers,
          noOpinion,
          nEff,
          method,
          asOf,
          received,
          shown,
          grey: n < GREY_BELOW_N,
        },
        exact,
        n,
      };
    },
  };
}
