import { type FactorCounts, type ItemCounts, totalsOf } from './counts.ts';
import { type Method, partsOf } from './estimate.ts';
import { fraction, plus, times, ZERO } from './rational.ts';
import { MIN_N, percentOfShare } from './score.ts';

/**
 * A figure of which only counts by item are known, as in a printed table: the percentage is exact, an interval is not there.
 * It rests on the sums over forms (docs/method.md, "The interval"), because the answers of one form are alike, and no table of
 * items holds those.
 */

/** Counts of an item by themselves; null: the table does not say how many had no opinion. */
export interface CountedItem {
  readonly levels: readonly number[];
  readonly noOpinion: number | null;
}

export interface CountedFigure {
  /** 0-100, rounded half up once from the exact fraction. */
  readonly percent: number;
  readonly answers: number;
  readonly noOpinion: number | null;
}
export type UncountedFigure = { readonly withheld: 'too-few' | 'no-answers' | 'item-below-ten' };

const answersTo = ({ levels }: CountedItem) => levels.reduce((sum, count) => sum + count, 0);

/**
 * Forms that surely have an answer in a group: as many as its most answered item. A table does not say how many more there
 * are, so this is what the threshold asks for.
 */
export const sureForms = (items: readonly CountedItem[]): number => Math.max(0, ...items.map(answersTo));

/** The figure of a group by the method of the page that shows it; every item of a full form weighs one. */
export function countedFigure(
  factors: readonly {
    readonly code: string;
    readonly area: string;
    readonly items: readonly CountedItem[];
  }[],
  method: Method,
): CountedFigure | UncountedFigure {
  const items = factors.flatMap((factor) => factor.items);
  const sure = sureForms(items);
  if (sure === 0) return { withheld: 'no-answers' };
  if (sure < MIN_N) return { withheld: 'too-few' };
  const parts = partsOf({ factors: factors.map(withScale) }, method.aggregation);
  let share = ZERO;
  for (const { items: some, part } of parts) {
    const { answers, points, span, mass } = totalsOf(some, method.statistic);
    if (answers < MIN_N) return { withheld: 'item-below-ten' };
    share = plus(share, times(part, fraction(points, span * mass)));
  }
  const silent = items.map(({ noOpinion }) => noOpinion);
  return {
    percent: percentOfShare(share, WIDTH, method),
    answers: items.reduce((sum, item) => sum + answersTo(item), 0),
    noOpinion: silent.includes(null) ? null : silent.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  };
}

const WIDTH = 5;
type Factor = Parameters<typeof countedFigure>[0][number];
const withScale = ({ code, area, items }: Factor): FactorCounts => ({
  code,
  area,
  items: items.map(
    ({ levels, noOpinion }): ItemCounts => ({ weight: 1, width: WIDTH, levels, noOpinion: noOpinion ?? 0 }),
  ),
});
