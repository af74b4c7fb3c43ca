import type { Period } from '../../shared/period.ts';
import {
  GREY_BELOW_N,
  type GroupCounts,
  groupOfItem,
  isWithheld,
  itemScore,
  type Method,
  type Score,
  score,
} from '../../shared/score.ts';
import { addVector, groupOf, itemOf, type Vector } from '../../shared/tally.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import { itemOfGroup, kindOf } from './group-names.ts';
import { neighboursOf } from './neighbours.ts';
import type { Place } from './place-tree.ts';
import { type Cut, sumOver } from './served-cells.ts';

/**
 * The only way from tallies to a figure that leaves the server: method, threshold, and what could be obtained
 * by subtraction (`neighbours.ts`). A group is named by its code; `overall` is the overall question,
 * `item 31` one item (`itemGroup`).
 */
export interface ReadOut {
  /** What is served of a place in a period. */
  figure(place: Place, period: Period, group: string): ReadFigure;
  /** All forms of one but not those of the other, which lies in it; asked only where both are served. */
  rest(whole: Where, part: Where, group: string): ReadFigure;
  /** The counts of a figure; they may leave the server where the figure does. */
  counts(place: Place, period: Period, group: string): GroupCounts;
  /** The figure of added-up tallies, for comparisons inside the server only: it has not been withheld by its neighbours. */
  exactOf(vector: Vector, group: string): Score;
  /** Whether valid and partial submissions of a place in a period may be named. */
  mayNamePartial(place: Place, period: Period): boolean;
}

export interface ReadFigure {
  readonly served: ServedScore;
  readonly exact: Score;
  readonly n: number;
}

export interface Where {
  readonly place: Place;
  readonly period: Period;
}

const NO_ANSWERS = { withheld: 'no-answers' } as const;

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
  const neighbours = neighboursOf(shape);
  const exactOf = (vector: Vector, group: string): Score => {
    const item = itemOfGroup(group);
    return item === undefined
      ? score(groupOf(vector, shape, group, form), method)
      : itemScore(itemOf(vector, shape, item, form), method.statistic);
  };
  const vectorOf = ({ place, period }: Where, group: string) =>
    sumOver(place.cut, period, kindOf(shape, group));
  function keptOf(place: Place, period: Period, group: string): Score {
    const work = () => exactOf(vectorOf({ place, period }, group), group);
    // which half-months tell of items depends on the day
    if (kindOf(shape, group) === 'items') return work();
    return place.cut.kept(period, `${group} ${method.statistic} ${method.aggregation}`, work);
  }
  function servedOf(exact: Score, n: number): ServedScore {
    if (isWithheld(exact)) return { withheld: exact.withheld };
    const { percent, low, high, answers, noOpinion, nEff, decimals } = exact;
    const { asOf, received, shown } = page;
    const noOpinionPercent = percentHalfUp(fraction(noOpinion, answers + noOpinion), decimals);
    const grey = n < GREY_BELOW_N;
    const counts = { n, answers, noOpinion, noOpinionPercent, nEff };
    return { percent, low, high, ...counts, method, asOf, received, shown, grey };
  }
  const isAsked = (group: string) => {
    const item = itemOfGroup(group);
    return item === undefined ? shape.groups.has(group) : shape.items.has(item);
  };
  return {
    exactOf,
    mayNamePartial: (place, period) =>
      neighbours.baseOf(place, period, 'submissions') > 0 && !neighbours.hide(place, period, 'submissions'),
    figure(place, period, group) {
      // another version of the questionnaire may ask nothing of it
      if (!isAsked(group)) return { served: NO_ANSWERS, exact: NO_ANSWERS, n: 0 };
      const exact = keptOf(place, period, group);
      const n = neighbours.baseOf(place, period, group);
      const isHidden = !isWithheld(exact) && neighbours.hide(place, period, group);
      return { served: isHidden ? { withheld: 'complement' } : servedOf(exact, n), exact, n };
    },
    rest(whole, part, group) {
      const vector = vectorOf(whole, group).slice();
      addVector(vector, vectorOf(part, group), -1);
      const exact = exactOf(vector, group);
      const [all, own] = [whole, part].map((at) => neighbours.baseOf(at.place, at.period, group));
      const n = all! - own!;
      return { served: servedOf(exact, n), exact, n };
    },
    counts(place, period, group) {
      const vector = vectorOf({ place, period }, group);
      const item = itemOfGroup(group);
      return item === undefined
        ? groupOf(vector, shape, group, form)
        : groupOfItem(itemOf(vector, shape, item, form));
    },
  };
}
