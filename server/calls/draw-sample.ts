import { createHash } from 'node:crypto';
import type { Queue } from '../../shared/calls.ts';
import type { FrameRow, StratumCounts } from '../store/planned-calls.ts';

/**
 * The draw: who of the dossiers returned in some days is called. Pure, so that whoever has the list and the seed draws
 * the same ones again; what cannot be drawn is counted by its reason, never passed over.
 */
export interface Stratum {
  readonly counts: Omit<StratumCounts, 'drawn'>;
  /** What is left: these can be drawn. */
  readonly reachable: readonly FrameRow[];
}

/** The strata of a queue: service point × field, in the order of their codes. */
export function strataOfFrame(rows: readonly FrameRow[], queue: Queue): Stratum[] {
  const groups = new Map<string, FrameRow[]>();
  for (const row of rows) {
    if (queue === 'late' && !row.isLate) continue;
    const key = JSON.stringify([row.point, row.field]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => stratumOf(group, queue));
}

function stratumOf(group: readonly FrameRow[], queue: Queue): Stratum {
  // who is on the list of late dossiers can still be drawn by chance, or the sample would hold too few of them
  const wasDrawn = ({ drawn }: FrameRow) => drawn !== null && (queue === 'late' || drawn === 'sample');
  const [suppressed, others] = split(group, ({ isSuppressed }) => isSuppressed);
  const [drawnBefore, rest] = split(others, wasDrawn);
  const [reachable, noNumber] = split(rest, ({ hasNumber }) => hasNumber);
  return {
    counts: {
      point: group[0]!.point,
      field: group[0]!.field,
      population: group.length,
      noNumber: noNumber.length,
      drawnBefore: drawnBefore.length,
      suppressed: suppressed.length,
    },
    reachable,
  };
}

function split<T>(list: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))];
}

/**
 * How many of each stratum: in proportion to its dossiers, at least 1 of each that has somebody to call and at most all
 * of them; whole numbers by the largest remainder. So more than `wanted` may come out where strata are many.
 */
export function allocate(
  strata: readonly { readonly population: number; readonly reachable: number }[],
  wanted: number,
): number[] {
  const reachable = strata.reduce((sum, one) => sum + one.reachable, 0);
  const filled = strata.filter((one) => one.reachable > 0).length;
  const total = Math.min(reachable, Math.max(wanted, filled));
  const shareAt = (rate: number) =>
    strata.map(({ population, reachable: most }) => Math.min(most, Math.max(1, rate * population)));
  const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);
  let [low, high] = [0, total];
  // the rate at which the bounded shares add up to the total: the sum only grows with it
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (sum(shareAt(middle)) < total) low = middle;
    else high = middle;
  }
  const shares = shareAt(high);
  const drawn = shares.map(Math.floor);
  const byRemainder = shares
    .map((share, index) => ({ index, left: share - Math.floor(share) }))
    .filter(({ index }) => drawn[index]! < strata[index]!.reachable)
    .sort((a, b) => b.left - a.left || a.index - b.index);
  const missing = total - sum(drawn);
  for (const { index } of byRemainder.slice(0, missing)) drawn[index]!++;
  return drawn;
}

/** What an allocation goes by. */
export const sizeOf = ({ counts, reachable }: Stratum) => ({
  population: counts.population,
  reachable: reachable.length,
});

/** The place of a dossier in the draw: SHA-256 of seed, service point and code; the lowest are drawn. */
export const drawOrder = (seed: string, { point, code }: Pick<FrameRow, 'point' | 'code'>): string =>
  createHash('sha256').update(`sipas-draw-1\n${seed}\n${point}\n${code}`).digest('hex');

export interface Draw {
  readonly strata: readonly StratumCounts[];
  readonly drawn: readonly FrameRow[];
}

/** The random sample. */
export function drawSample(strata: readonly Stratum[], wanted: number, seed: string): Draw {
  const numbers = allocate(strata.map(sizeOf), wanted);
  return drawOf(strata, (reachable, index) =>
    reachable
      .map((row) => ({ row, order: drawOrder(seed, row) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .slice(0, numbers[index])
      .map(({ row }) => row),
  );
}

/** The list of late dossiers: all of them. */
export const takeAll = (strata: readonly Stratum[]): Draw => drawOf(strata, (reachable) => reachable);

function drawOf(
  strata: readonly Stratum[],
  choose: (reachable: readonly FrameRow[], index: number) => readonly FrameRow[],
): Draw {
  const chosen = strata.map(({ reachable }, index) => choose(reachable, index));
  return {
    strata: strata.map(({ counts }, index) => ({ ...counts, drawn: chosen[index]!.length })),
    drawn: chosen.flat(),
  };
}
