import type { Change, Compared } from './compare.ts';
import { Z_95 } from './interval.ts';
import { combine } from './score.ts';

/**
 * Whether a change between two periods comes from the ways in which people were asked. Direct standardisation (J. L. Fleiss,
 * B. Levin, M. C. Paik, *Statistical Methods for Rates and Proportions*, 3rd ed. 2003, ch. 19): the later period's figure of
 * each channel, weighted by the earlier period's shares of forms, against the earlier period weighted in the same way.
 */
export interface ChannelPair {
  /** Forms of the channel in the earlier period: its share of them is the weight, in both periods. */
  readonly n: number;
  readonly before: Compared;
  readonly now: Compared;
}

export interface FixedMix extends Change {
  /** Shares 0-1. */
  readonly before: number;
  readonly now: number;
}

/** The change at the earlier period's mix; undefined without a channel. Stratified variances, at the centres of Wilson. */
export function atFixedMix(pairs: readonly ChannelPair[]): FixedMix | undefined {
  const total = pairs.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return undefined;
  const [before, now] = (['before', 'now'] as const).map((time) =>
    combine(pairs.map((pair) => ({ share: pair.n / total, p: pair[time].p, nEff: pair[time].nEff }))),
  );
  const z = (now!.p - before!.p) / Math.sqrt(before!.variance + now!.variance);
  return { before: before!.p, now: now!.p, z, changed: Math.abs(z) > Z_95 };
}

/**
 * `same`: nothing clear has changed. `holds`: it has, at a fixed mix too. `mix`: it has, and at a fixed mix it has not, or
 * the other way. `cannot-tell`: the change cannot be computed at a fixed mix.
 */
export type MixVerdict = 'same' | 'holds' | 'mix' | 'cannot-tell';

export function judgeMix(raw: Change, fixed: Change | undefined): MixVerdict {
  if (!raw.changed) return 'same';
  if (!fixed) return 'cannot-tell';
  return fixed.changed && Math.sign(fixed.z) === Math.sign(raw.z) ? 'holds' : 'mix';
}
