import type { Period } from '../../shared/period.ts';
import { GREY_BELOW_N, isWithheld, itemScore, type Method, type Score, score } from '../../shared/score.ts';
import { groupOf, itemOf, type Vector } from '../../shared/tally.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import { createNeighbours, itemOfGroup, kindOf } from './neighbours.ts';
import type { Place } from './place-tree.ts';
import { type Cut, sumOver } from './served-cells.ts';

/**
 * The only way from tallies to a figure that leaves the server: method, threshold, and what could be obtained
 * by subtraction (`neighbours.ts`). A group is named by its code; `overall` is the overall question,
 * `item 31` one item (`itemGroup`).
 */
export interface ReadOut {
  /** What is served of a place in a period. */
  figure(
    place: Place,
    period: Period,
    group: string,
  ): { readonly served: ServedScore; readonly exact: Score; readonly n: number };
  /** The figure of added-up tallies, for comparisons inside the server only: it has not been withheld by its neighbours. */
  exactOf(vector: Vector, group: string): Score;
  /** Whether valid and partial submissions of a place in a period may be named. */
  mayNamePartial(place: Place, period: Period): boolean;
}

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
  const neighbours = createNeighbours(shape, form);
  const exactOf = (vector: Vector, group: string): Score => {
    const item = itemOfGroup(group);
    return item === undefined
      ? score(groupOf(vector, shape, group, form), method)
      : itemScore(itemOf(vector, shape, item, form), method.statistic);
  };
  return {
    exactOf,
    mayNamePartial: (place, period) =>
      neighbours.baseOf(place, period, 'submissions') > 0 && !neighbours.hide(place, period, 'submissions'),
    figure(place, period, group) {
      const exact = exactOf(sumOver(place.cut, period, kindOf(shape, group)), group);
      const n = neighbours.baseOf(place, period, group);
      if (isWithheld(exact)) return { served: { withheld: exact.withheld }, exact, n };
      if (neighbours.hide(place, period, group)) return { served: { withheld: 'complement' }, exact, n };
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
          noOpinionPercent: percentHalfUp(fraction(noOpinion, answers + noOpinion), exact.decimals),
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
