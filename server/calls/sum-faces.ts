import { wilson } from '../../shared/interval.ts';
import { fraction, percentHalfUp, roundHalfUp } from '../../shared/rational.ts';
import { saysFace } from '../../shared/recheck.ts';
import { MIN_N } from '../../shared/score.ts';
import type { FaceSums } from '../../shared/wire/recheck-list.ts';
import type { PlacedRecheck } from '../store/rechecks.ts';
import { saidIn } from './sum-rechecks.ts';

/** One place and half-month: interviews that were counted, and dossiers that were returned. */
export interface Recorded {
  readonly agreed: number;
  readonly returned: number;
}

/**
 * How many of those asked say that they were interviewed, beside the share that is recorded: of each half-month interviews
 * over dossiers returned, weighted by how many were asked of it. Of fewer than ten people nothing is told.
 */
export function sumFaces(
  rows: readonly PlacedRecheck[],
  recordedOf: (row: PlacedRecheck) => Recorded,
  mayTell = true,
): Omit<FaceSums, 'place' | 'unit'> {
  const said = saidIn(rows);
  const n = said.length;
  if (!mayTell || n < MIN_N)
    return { ended: rows.length, answered: n === 0 ? 0 : null, yes: null, recorded: null, isBelow: false };
  const part = said.filter(saysFace).length;
  const { low, high } = wilson(part / n, n);
  const shares = said.map((row) => {
    const { agreed, returned } = recordedOf(row);
    return returned === 0 ? undefined : Math.min(1, agreed / returned);
  });
  const isKnown = shares.every((share) => share !== undefined);
  const recorded = isKnown ? shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) / n : null;
  return {
    ended: rows.length,
    answered: n,
    yes: {
      percent: percentHalfUp(fraction(part, n), 1),
      low: roundHalfUp(100 * low, 1),
      high: roundHalfUp(100 * high, 1),
      n,
    },
    recorded: recorded === null ? null : roundHalfUp(100 * recorded, 1),
    isBelow: recorded !== null && high < recorded,
  };
}
