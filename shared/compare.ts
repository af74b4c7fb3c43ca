import { twoSidedP, wilsonCentre, Z_95 } from './interval.ts';
import { isWithheld, type Score } from './score.ts';

/**
 * What may be said about two figures, several units, or a target. Two overlapping (or disjoint) intervals
 * are no test; these are (docs/method.md, "Change", "Ranking", "Targets").
 */

/** The part of a figure that comparisons use. Compare only figures of one method, form and questionnaire version. */
export interface Compared {
  /** Unrounded share, 0-1. */
  readonly p: number;
  /** Effective sample size. */
  readonly nEff: number;
}

export interface Change {
  /** Above zero when `a` is the higher one. */
  readonly z: number;
  /** Whether chance alone would show this difference in fewer than one of twenty comparisons. */
  readonly changed: boolean;
}

/**
 * Two independent figures: two periods, two channels, two units. Never a part against a whole that contains
 * it (compare it with the rest). Unpooled z test of two shares whose variances are taken at the centres of
 * their Wilson intervals, so that a small unanimous group is not taken for certain.
 */
export function change(a: Compared, b: Compared): Change {
  const z = (a.p - b.p) / Math.sqrt(varianceOf(a) + varianceOf(b));
  return { z, changed: Math.abs(z) > Z_95 };
}

function varianceOf({ p, nEff }: Compared): number {
  const centre = wilsonCentre(p, nEff);
  return (centre * (1 - centre)) / nEff;
}

export type ChangeState = 'up' | 'down' | 'not-clear';

/** What may be said of a figure against an earlier one. */
export interface PointsChange {
  /** Percentage points between the two as they are printed, so that a reader who subtracts finds the same. */
  readonly points: number;
  /** Only the test says that something changed. */
  readonly state: ChangeState;
}

/** The change from one figure to another of the same method and independent of it; undefined where one is withheld. */
export function changeSince(now: Score, before: Score): PointsChange | undefined {
  if (isWithheld(now) || isWithheld(before)) return undefined;
  const { z, changed } = change(now, before);
  const scale = 10 ** now.decimals;
  const points = (Math.round(now.percent * scale) - Math.round(before.percent * scale)) / scale;
  return { points, state: !changed ? 'not-clear' : z > 0 ? 'up' : 'down' };
}

/** Of parts, each with the rest of the whole: which are clearly below their rest, all tests together (Holm) at 5 %. */
export function clearlyBelow(pairs: readonly (readonly [part: Compared, rest: Compared])[]): boolean[] {
  const tests = pairs
    .map(([part, rest], index) => ({ index, z: change(part, rest).z }))
    .map((test) => ({ ...test, pValue: twoSidedP(test.z) }))
    .sort((a, b) => a.pValue - b.pValue);
  const apart = tests.slice(0, apartOf(tests));
  const below = new Set(apart.filter(({ z }) => z < 0).map(({ index }) => index));
  return pairs.map((_, index) => below.has(index));
}

/** `higher` and `lower` are positions in the list that was ranked. */
export interface Pair {
  readonly higher: number;
  readonly lower: number;
  /** Two-sided P-value of the pair alone. */
  readonly pValue: number;
  /** Whether the two are told apart with all pairs considered. */
  readonly apart: boolean;
}

/** 1 + the number surely above … K - the number surely below. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

export interface Ranking {
  /** In the order of the list that was ranked. */
  readonly ranks: readonly RankRange[];
  /** All pairs, the clearest first. */
  readonly pairs: readonly Pair[];
}

/** The chance of even one false difference among all pairs shown. */
const FAMILY_ERROR = 0.05;

/**
 * How many of the tests, the clearest first, hold when all are considered (S. Holm 1979). Must stop at the first one that fails:
 * a later one may pass its own limit and is still a tie.
 */
function apartOf(tests: readonly { readonly pValue: number }[]): number {
  const firstTie = tests.findIndex(({ pValue }, index) => pValue > FAMILY_ERROR / (tests.length - index));
  return firstTie < 0 ? tests.length : firstTie;
}

/** All pairs of the units shown, tested together: pairs not told apart are ties. */
export function rank(list: readonly Compared[]): Ranking {
  const tests: Omit<Pair, 'apart'>[] = [];
  for (let i = 0; i < list.length; i++) {
    for (let j = i + 1; j < list.length; j++) {
      const { z } = change(list[i]!, list[j]!);
      const [higher, lower] = z >= 0 ? [i, j] : [j, i];
      tests.push({ higher, lower, pValue: twoSidedP(z) });
    }
  }
  tests.sort((a, b) => a.pValue - b.pValue);
  const apart = apartOf(tests);
  const pairs = tests.map((pair, index) => ({ ...pair, apart: index < apart }));
  const above = list.map(() => 0);
  const below = list.map(() => 0);
  for (const pair of pairs) {
    if (!pair.apart) continue;
    above[pair.lower]!++;
    below[pair.higher]!++;
  }
  const ranks = list.map((_, unit) => ({ best: 1 + above[unit]!, worst: list.length - below[unit]! }));
  return { ranks, pairs };
}

export type TargetState = 'met' | 'not-met' | 'cannot-tell';

/** A target in percent is met (or not) only when the whole interval, unrounded, is at or above (or below) it. */
export function targetState(result: Score, targetPercent: number): TargetState {
  if ('withheld' in result) return 'cannot-tell';
  if (result.lowUnrounded >= targetPercent) return 'met';
  return result.highUnrounded < targetPercent ? 'not-met' : 'cannot-tell';
}
