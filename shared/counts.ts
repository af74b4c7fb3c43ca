/** The whole numbers that a score is made of, and what a statistic reads out of them (docs/method.md). */

/** One item's valid answers. The counts of several places or periods are the plain sums of theirs. */
export interface ItemCounts {
  /** Design weight of the item in this form of the questionnaire, a whole number (1 on a full form). */
  readonly weight: number;
  /** How many levels the scale has. */
  readonly width: number;
  /** Answers at level 1, 2, … width. */
  readonly levels: readonly number[];
  /** "No opinion": shown beside the figure, in no denominator. */
  readonly noOpinion: number;
}

/**
 * Sums over the forms with at least one valid answer in the group. For one form, over its answered items:
 * m = Σ weight, y = Σ weight of the satisfied answers, x = Σ weight · (level - 1).
 */
export interface GroupSums {
  /** How many such forms there are: what a reader calls n. */
  readonly n: number;
  /** Σ m², Σ y², Σ y·m, Σ x², Σ x·m. */
  readonly MM: number;
  readonly YY: number;
  readonly YM: number;
  readonly XX: number;
  readonly XM: number;
}

export interface FactorCounts {
  /** `II.C`. */
  readonly code: string;
  /** `II`. */
  readonly area: string;
  readonly items: readonly ItemCounts[];
}

/** One factor, the factors of one area, or all nine, with the six sums of exactly that group. */
export interface GroupCounts {
  readonly sums: GroupSums;
  readonly factors: readonly FactorCounts[];
}

/** Share of the two highest levels, or mean ÷ number of levels × 100. */
export type Statistic = 'top2' | 'mean5';

/** "Satisfied" is one of the two highest levels: 4 and 5 of five, 3 and 4 of four. */
export function isSatisfied(level: number, width: number): boolean {
  // With three levels or two it would call the middle, or everybody, satisfied.
  if (width < 4) throw new RangeError('the top-2 share needs a scale of at least four levels');
  return level >= width - 1;
}

/**
 * Totals of some items under one statistic. An answer scores 0 … span points: satisfied or not (span 1) in
 * `top2`, level - 1 (span width - 1) in `mean5`; so both are one formula, and a share is
 * points / (span · mass).
 */
export interface Totals {
  readonly answers: number;
  readonly span: bigint;
  /** M = Σ weight · answers. */
  readonly mass: bigint;
  /** Y or X = Σ weight · points. */
  readonly points: bigint;
  /** Σ weight · points². */
  readonly squares: bigint;
  /** Σ weight² · answers. */
  readonly weightSquares: bigint;
}

export function totalsOf(items: readonly ItemCounts[], statistic: Statistic): Totals {
  const width = items[0]?.width ?? 5;
  // Only in `mean5` would scales of different width give points of different size.
  if (statistic === 'mean5' && items.some((item) => item.width !== width)) {
    throw new RangeError('a mean needs items of one scale');
  }
  let answers = 0;
  let [mass, points, squares, weightSquares] = [0n, 0n, 0n, 0n];
  for (const item of items) {
    const weight = BigInt(item.weight);
    item.levels.forEach((count, index) => {
      const level = index + 1;
      const scored = statistic === 'mean5' ? BigInt(index) : isSatisfied(level, item.width) ? 1n : 0n;
      const weighted = weight * BigInt(count);
      answers += count;
      mass += weighted;
      points += weighted * scored;
      squares += weighted * scored * scored;
      weightSquares += weighted * weight;
    });
  }
  const span = statistic === 'mean5' ? BigInt(width - 1) : 1n;
  return { answers, span, mass, points, squares, weightSquares };
}
