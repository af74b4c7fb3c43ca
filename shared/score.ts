import type { FactorCounts, GroupCounts, GroupSums, ItemCounts, Statistic } from './counts.ts';
import { isSatisfied } from './counts.ts';
import type { Aggregation, Estimate, Method } from './estimate.ts';
import { estimate, estimateOfSums, partsOf } from './estimate.ts';
import { wilson, wilsonCentre } from './interval.ts';
import {
  type Fraction,
  fraction,
  percentHalfUp,
  plus,
  roundHalfUp,
  times,
  toNumber,
  ZERO,
} from './rational.ts';

/**
 * From counts to a satisfaction figure: whole numbers in, one division, one rounding, one interval.
 *
 * Promised: a figure is a function of the added-up counts alone, so it is the same for any way of cutting
 * the forms into places and periods; a non-answer is in no denominator; a figure of fewer than ten forms
 * is withheld and then carries no number. The method and its test vectors are in docs/method.md.
 */

export type { Aggregation, FactorCounts, GroupCounts, GroupSums, ItemCounts, Method, Statistic };

export interface Figure {
  /** 0-100, rounded half up once from the exact fraction. */
  readonly percent: number;
  /** Forms with at least one valid answer. */
  readonly n: number;
  readonly answers: number;
  readonly noOpinion: number;
  /** Effective sample size: how many independent answers would say as much. Not rounded. */
  readonly nEff: number;
  /** 95 % interval in percent, each bound rounded half up once. */
  readonly low: number;
  readonly high: number;
  readonly method: Method;
  readonly decimals: number;
  /** Unrounded share 0-1 for comparisons only: the top-2 share, or u = (mean - 1) / (width - 1). */
  readonly p: number;
  /** The bounds in percent before rounding: a target is judged by them, whatever decimals are shown. */
  readonly lowUnrounded: number;
  readonly highUnrounded: number;
}

/** `no-answers` is zero over zero. A withheld score carries no number at all. */
export type Withheld = { readonly withheld: 'too-few' | 'no-answers' | 'item-below-ten'; readonly n?: never };
export type Score = Figure | Withheld;

/** The product's one threshold, in forms; an averaged item or factor needs as many answers (docs/method.md, "Threshold"). */
export const MIN_N = 10;
/** From `MIN_N` up to here a figure is drawn grey, with a note. */
export const GREY_BELOW_N = 30;
/** One on screens; national-style tables take 2. */
const DECIMALS = 1;

export function isWithheld(result: Score): result is Withheld {
  return 'withheld' in result;
}

/** The figure of a factor, an area or everything, in percent. `method` is a setting of the campaign. */
export function score(group: GroupCounts, method: Method, decimals: number = DECIMALS): Score {
  const reason = withhold(group, method);
  if (reason) return reason;
  return figureOf(estimate(group, method), [group], method, decimals);
}

/** The figure of one item or of the overall question: one answer a form, so its counts are all it takes. */
export function itemScore(item: ItemCounts, statistic: Statistic, decimals: number = DECIMALS): Score {
  return score(groupOfItem(item), { statistic, aggregation: 'pooled' }, decimals);
}

/** The six sums that forms with one answer each have: m = 1, y is 0 or 1, x = level - 1. */
export function groupOfItem(item: ItemCounts): GroupCounts {
  const sum = (points: (level: number) => number) =>
    item.levels.reduce((total, count, index) => total + count * points(index + 1), 0);
  const n = sum(() => 1);
  // Scales of two or three levels have no top-2 share; their mean needs none.
  const Y = item.width < 4 ? 0 : sum((level) => (isSatisfied(level, item.width) ? 1 : 0));
  const sums = {
    n,
    MM: n,
    YY: Y,
    YM: Y,
    XX: sum((level) => (level - 1) ** 2),
    XM: sum((level) => level - 1),
  };
  return { sums, factors: [{ code: '', area: '', items: [{ ...item, weight: 1 }] }] };
}

/** One row of a figure that is weighted by something known from outside: a field of procedures, mostly. */
export interface WeightedRow {
  /** Whole number W, fixed without looking at answers: the dossiers of the field in the period. */
  readonly dossiers: number;
  /** The forms of that field. A form is in one row only. */
  readonly group: GroupCounts;
}

/** A second figure beside the plain one; it must be printed with its shares. */
export interface WeightedFigure extends Figure {
  readonly weightedBy: 'dossiers';
  /** What part (0-1) each row is, in the order of the rows. */
  readonly shares: readonly number[];
}

/**
 * P = Σ W·p with the dossiers' shares W, so that a field counts for its work and not for its visitors'
 * readiness to answer. Withheld when any row with dossiers is: merge a small field with another (add their
 * counts and their dossiers), never drop it. Also for forms or channels, with shares fixed in advance.
 */
export function weightedByDossiers(
  rows: readonly WeightedRow[],
  method: Method,
  decimals: number = DECIMALS,
): WeightedFigure | Withheld {
  const counted = rows.filter((row) => row.dossiers > 0);
  if (counted.length === 0) return { withheld: 'no-answers' };
  for (const { group } of counted) {
    const reason = withhold(group, method);
    if (reason) return reason;
  }
  const total = counted.reduce((sum, row) => sum + row.dossiers, 0);
  const strata = counted.map(({ dossiers, group }) => {
    const found = estimate(group, method);
    return { weight: fraction(dossiers, total), found };
  });
  const share = strata.reduce((sum, { weight, found }) => plus(sum, times(weight, found.share)), ZERO);
  const whole = combine(
    strata.map(({ weight, found }) => ({
      share: toNumber(weight),
      p: toNumber(found.share),
      nEff: found.nEff,
    })),
  );
  const groups = counted.map((row) => row.group);
  return {
    ...figureOf({ ...whole, share }, groups, method, decimals),
    weightedBy: 'dossiers' as const,
    shares: rows.map((row) => row.dossiers / total),
  };
}

/** Stratified variance V = Σ W²·p̃(1 - p̃)/n_eff (Cochran 1977, ch. 5) and Wilson's interval for n_eff = P(1 - P)/V. */
export function combine(
  strata: readonly { readonly share: number; readonly p: number; readonly nEff: number }[],
): {
  readonly p: number;
  readonly variance: number;
  readonly nEff: number;
  readonly low: number;
  readonly high: number;
} {
  let [p, variance, inverse] = [0, 0, 0];
  for (const stratum of strata) {
    const centre = wilsonCentre(stratum.p, stratum.nEff);
    p += stratum.share * stratum.p;
    variance += (stratum.share ** 2 * centre * (1 - centre)) / stratum.nEff;
    inverse += stratum.share ** 2 / stratum.nEff;
  }
  if (strata.every((stratum) => stratum.p === strata[0]!.p)) p = strata[0]!.p; // no last-bit noise at 0 and 1
  // At 0 and 1 P(1 - P) says nothing: there the rows' own sizes do, as if all rows varied alike.
  const nEff = p === 0 || p === 1 ? 1 / inverse : (p * (1 - p)) / variance;
  return { p, variance, nEff, ...wilson(p, nEff) };
}

/** A share as it is printed: itself, or mean ÷ width = (1 + (width - 1)·u) / width, with five levels 20 + 80·u percent. */
export function percentOfShare(share: Fraction, width: number, method: Method, decimals: number = DECIMALS) {
  if (method.statistic === 'top2') return percentHalfUp(share, decimals);
  const index = times(plus(fraction(1, 1), times(fraction(width - 1, 1), share)), fraction(1, width));
  return percentHalfUp(index, decimals);
}

function itemsOf(group: GroupCounts): ItemCounts[] {
  return group.factors.flatMap((factor) => factor.items);
}

function answersTo(items: readonly ItemCounts[]): number {
  return items.reduce((sum, item) => item.levels.reduce((total, count) => total + count, sum), 0);
}

/** Must come before any division: what it lets through has ten forms, and ten answers in each averaged part. */
function withhold(group: GroupCounts, method: Method): Withheld | undefined {
  if (group.sums.n === 0 || answersTo(itemsOf(group)) === 0) return { withheld: 'no-answers' };
  if (group.sums.n < MIN_N) return { withheld: 'too-few' };
  const parts = partsOf(group, method.aggregation);
  if (parts.some((part) => answersTo(part.items) < MIN_N)) return { withheld: 'item-below-ten' };
  return undefined;
}

/** The whole numbers that stand beside a served figure: of one group, or of several together that hold no form twice. */
export interface SumsOfFigure extends GroupSums {
  readonly answers: number;
  readonly noOpinion: number;
  /** Σ weight of satisfied answers, Σ weight of valid ones. */
  readonly Y: number;
  readonly M: number;
}

const POOLED_TOP2: Method = { statistic: 'top2', aggregation: 'pooled' };

/**
 * The top-2 share of all answers together, from such sums alone: the very figure that the counts give. Throws where they
 * are of no forms that there can be.
 */
export function scoreOfSums(sums: SumsOfFigure, decimals: number = DECIMALS): Score {
  const { n, answers, noOpinion } = sums;
  if (n === 0 || answers === 0) return { withheld: 'no-answers' };
  if (n < MIN_N) return { withheld: 'too-few' };
  return figureFrom(estimateOfSums(sums), { n, answers, noOpinion, width: 5 }, POOLED_TOP2, decimals);
}

function figureOf(found: Estimate, groups: readonly GroupCounts[], method: Method, decimals: number): Figure {
  const items = groups.flatMap(itemsOf);
  const about = {
    n: groups.reduce((sum, group) => sum + group.sums.n, 0),
    answers: answersTo(items),
    noOpinion: items.reduce((sum, item) => sum + item.noOpinion, 0),
    width: items[0]!.width, // `mean5` has one for all
  };
  return figureFrom(found, about, method, decimals);
}

function figureFrom(
  { share, nEff, low, high }: Estimate,
  { width, ...counts }: Pick<Figure, 'n' | 'answers' | 'noOpinion'> & { readonly width: number },
  method: Method,
  decimals: number,
): Figure {
  const isMean = method.statistic === 'mean5';
  const toPercent = (bound: number) => 100 * (isMean ? (1 + (width - 1) * bound) / width : bound);
  const [lowUnrounded, highUnrounded] = [toPercent(low), toPercent(high)];
  return {
    percent: percentOfShare(share, width, method, decimals),
    ...counts,
    nEff,
    low: roundHalfUp(lowUnrounded, decimals),
    high: roundHalfUp(highUnrounded, decimals),
    method,
    decimals,
    p: toNumber(share),
    lowUnrounded,
    highUnrounded,
  };
}
