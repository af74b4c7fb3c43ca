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
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const zs = tests.map(({ z }) => Math.abs(z));
  const apart = tests.slice(0, apartOf(zs, zs.length));
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
  readonly pairs: () => readonly Pair[];
}

/** The chance of even one false difference among all pairs shown. */
const FAMILY_ERROR = 0.05;

/**
 * How many of some tests hold when all are considered (S. Holm 1979), by their |z|, the clearest first; those that chance alone
 * explains may be left out. Must stop at the first one that fails: a later one may pass its own limit and is still a tie.
 */
function apartOf(clearest: readonly number[], tests: number): number {
  const firstTie = clearest.findIndex((z, index) => twoSidedP(z) > FAMILY_ERROR / (tests - index));
  return firstTie < 0 ? clearest.length : firstTie;
}

/** All pairs of the units shown, tested together: pairs not told apart are ties. Hundreds of units are a hundred thousand pairs. */
export function rank(list: readonly Compared[]): Ranking {
  const variances = list.map(varianceOf);
  /** As `change` has it. */
  const zOf = (i: number, j: number) => (list[i]!.p - list[j]!.p) / Math.sqrt(variances[i]! + variances[j]!);
  const clear: number[] = [];
  for (let i = 0; i < list.length; i++) {
    for (let j = i + 1; j < list.length; j++) {
      const z = Math.abs(zOf(i, j));
      // whatever is tested with it, a pair that chance alone explains is a tie
      if (z > Z_95) clear.push(z);
    }
  }
  clear.sort((a, b) => b - a);
  const apart = apartOf(clear, (list.length * (list.length - 1)) / 2);
  const least = apart === 0 ? Number.POSITIVE_INFINITY : clear[apart - 1]!;
  const above = list.map(() => 0);
  const below = list.map(() => 0);
  for (let i = 0; i < list.length; i++) {
    for (let j = i + 1; j < list.length; j++) {
      const z = zOf(i, j);
      if (Math.abs(z) < least) continue;
      const [higher, lower] = z >= 0 ? [i, j] : [j, i];
      above[lower]!++;
      below[higher]!++;
    }
  }
  const ranks = list.map((_, unit) => ({ best: 1 + above[unit]!, worst: list.length - below[unit]! }));
  return { ranks, pairs: () => pairsOf(list.length, zOf, least) };
}

function pairsOf(count: number, zOf: (i: number, j: number) => number, least: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const z = zOf(i, j);
      const [higher, lower] = z >= 0 ? [i, j] : [j, i];
      pairs.push({ higher, lower, pValue: twoSidedP(z), apart: Math.abs(z) >= least });
    }
  }
  return pairs.sort((a, b) => a.pValue - b.pValue);
}

export type TargetState = 'met' | 'not-met' | 'cannot-tell';

/** A target in percent is met (or not) only when the whole interval, unrounded, is at or above (or below) it. */
export function targetState(result: Score, targetPercent: number): TargetState {
  if ('withheld' in result) return 'cannot-tell';
  if (result.lowUnrounded >= targetPercent) return 'met';
  return result.highUnrounded < targetPercent ? 'not-met' : 'cannot-tell';
}
