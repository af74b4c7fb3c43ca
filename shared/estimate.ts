import type { GroupCounts, GroupSums, ItemCounts, Statistic, Totals } from './counts.ts';
import { totalsOf } from './counts.ts';
import type { Bounds } from './interval.ts';
import { studentT975, wilson, Z_95 } from './interval.ts';
import type { Fraction } from './rational.ts';
import { fraction, plus, times, toNumber, ZERO } from './rational.ts';

/**
 * A share and its 95 % interval before any rounding (docs/method.md, "The interval").
 *
 * The answers of one form resemble each other, so forms are clusters: the variance is the linearised one of
 * a ratio (Cochran, Sampling Techniques, 1977, ch. 6), leaning on the worst case while forms are few, and
 * Wilson's interval (1927) is drawn for the number of independent answers that would have that variance.
 */

/** All answers together; every item alike; every factor alike (areas alike); all nine factors alike. */
export type Aggregation = 'pooled' | 'mean_items' | 'mean_factors' | 'mean_nine_factors';
export interface Method {
  readonly statistic: Statistic;
  readonly aggregation: Aggregation;
}

/** Shares are 0-1: the top-2 share, or u = (mean - 1) / (width - 1). */
export interface Estimate extends Bounds {
  readonly share: Fraction;
  readonly nEff: number;
}

/** Forms at which the linearised variance and the worst case weigh alike; set before the simulations, not tuned. */
const FORMS_OF_EQUAL_TRUST = 25;

/** A thing that is averaged, and how much of the average it is. */
export interface Part {
  readonly items: readonly ItemCounts[];
  readonly part: Fraction;
}

/** What a method averages in a group; one part only means that there is nothing to average. */
export function partsOf(
  { factors }: Pick<GroupCounts, 'factors'>,
  aggregation: Aggregation,
): readonly Part[] {
  switch (aggregation) {
    case 'pooled':
      return [{ items: factors.flatMap((factor) => factor.items), part: fraction(1, 1) }];
    case 'mean_items': {
      const items = factors.flatMap((factor) => factor.items);
      return items.map((item) => ({ items: [item], part: fraction(1, items.length) }));
    }
    case 'mean_factors': {
      const areas = new Set(factors.map((factor) => factor.area)).size;
      return factors.map(({ area, items }) => {
        const inArea = factors.filter((factor) => factor.area === area).length;
        return { items, part: fraction(1, areas * inArea) };
      });
    }
    case 'mean_nine_factors':
      return factors.map(({ items }) => ({ items, part: fraction(1, factors.length) }));
  }
}

/** The estimate of a group that is not withheld: ten forms or more, and ten answers in each averaged part. */
export function estimate(group: GroupCounts, { statistic, aggregation }: Method): Estimate {
  const totals = totalsOf(
    group.factors.flatMap((factor) => factor.items),
    statistic,
  );
  const spread = spreadOf(totals, group.sums, statistic);
  const parts = partsOf(group, aggregation);
  // An average of one thing is that thing, with its better interval.
  return parts.length === 1
    ? pooled(totals, spread, group.sums.n, statistic)
    : averaged(parts, totals, spread, statistic);
}

/** The estimate of all answers together, from the whole numbers that stand beside a served figure alone. */
export function estimateOfSums(sums: GroupSums & { readonly Y: number; readonly M: number }): Estimate {
  const totals = { mass: BigInt(sums.M), points: BigInt(sums.Y), span: 1n };
  return pooled(totals, spreadOf(totals, sums, 'top2'), sums.n, 'top2');
}

interface Spread {
  /** M²·ΣΣ - 2·T·M·ΣTM + T²·MM: the linearised variance of the share times span²·M⁴. */
  readonly numerator: bigint;
  /** n_lo = M² / MM: what n_eff would be if all answers of a form were identical. */
  readonly nLow: number;
  readonly MM: bigint;
}

function spreadOf(
  { mass, points }: Pick<Totals, 'mass' | 'points'>,
  sums: GroupSums,
  statistic: Statistic,
): Spread {
  const [squares, products] = statistic === 'top2' ? [sums.YY, sums.YM] : [sums.XX, sums.XM];
  const MM = BigInt(sums.MM);
  const numerator =
    mass * mass * BigInt(squares) - 2n * points * mass * BigInt(products) + points * points * MM;
  // It is Σ (M·y - Y·m)² over the forms; below zero, sums and counts are not of the same forms.
  if (numerator < 0n || MM <= 0n) throw new RangeError('the sums and the counts of a group disagree');
  return { numerator, nLow: toNumber(fraction(mass * mass, MM)), MM };
}

function pooled(
  { mass, points, span }: Pick<Totals, 'mass' | 'points' | 'span'>,
  { numerator, nLow }: Spread,
  n: number,
  statistic: Statistic,
): Estimate {
  const share = fraction(points, span * mass);
  const p = toNumber(share);
  return { share, nEff: sizeOf(), ...wilson(p, sizeOf()) };

  function sizeOf(): number {
    const missing = span * mass - points;
    if (points === 0n || missing === 0n) return nLow;
    /** v / (p(1 - p)): one over the effective size that the forms themselves show. */
    const seen = toNumber(fraction(numerator, mass * mass * points * missing));
    if (statistic === 'top2') {
      const trust = n / (n + FORMS_OF_EQUAL_TRUST);
      return Math.max(nLow, 1 / (trust * seen + (1 - trust) / nLow));
    }
    if (numerator === 0n) return nLow;
    return ((1 / seen) * (Z_95 / studentT975(n - 1)) ** 2 * (n - 1)) / n;
  }
}

/**
 * The mean of several parts: the parts' own variances as if all answers were independent, times D, which
 * says how much more the pooled figure of the same group varies than that.
 */
function averaged(
  parts: readonly Part[],
  totals: Totals,
  { numerator, nLow, MM }: Spread,
  statistic: Statistic,
): Estimate {
  let share = ZERO;
  let independent = 0;
  for (const { items, part } of parts) {
    const { mass, points, span } = totalsOf(items, statistic);
    share = plus(share, times(part, fraction(points, span * mass)));
    independent += toNumber(part) ** 2 * varianceOfMean(items, statistic);
  }
  const variance = designEffect(totals, numerator, MM) * independent;
  const p = toNumber(share);
  const half = Z_95 * Math.sqrt(variance);
  const isAtEnd = share.top === 0n || share.top === share.bottom;
  return {
    share,
    // At an end P(1 - P) is 0 and says nothing; the worst case does.
    nEff: isAtEnd ? nLow : (p * (1 - p)) / variance,
    low: Math.max(0, p - half),
    high: Math.min(1, p + half),
  };
}

/** The variance of one answer, with one virtual answer at each end of the scale, over the number of answers. */
function varianceOfMean(items: readonly ItemCounts[], statistic: Statistic): number {
  const unweighted = items.map((item) => ({ ...item, weight: 1 }));
  const { answers, points, squares, span } = totalsOf(unweighted, statistic);
  const size = BigInt(answers) + 2n;
  const [sum, sumOfSquares] = [points + span, squares + span * span];
  return toNumber(fraction(sumOfSquares * size - sum * sum, span * span * size * size)) / answers;
}

/**
 * D = v / (σ²·Σ w²N / M²), at least 1, where σ² is the variance of one answer of the group: p(1 - p) in
 * `top2` and, read alike, the variance of (level - 1) / (width - 1) around the pooled mean in `mean5`, both
 * weighted like the pooled figure and without virtual answers. Where all answers are equal σ² is 0, and
 * D is the worst case MM / Σ w²N.
 */
function designEffect(
  { mass, points, squares, weightSquares }: Totals,
  numerator: bigint,
  MM: bigint,
): number {
  const varianceTimesMass2 = squares * mass - points * points;
  if (varianceTimesMass2 === 0n) return toNumber(fraction(MM, weightSquares));
  return Math.max(1, toNumber(fraction(numerator, varianceTimesMass2 * weightSquares)));
}
