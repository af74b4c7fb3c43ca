/**
 * The oracle: a list of taps, and what must have become of them. It imports nothing of the product's scoring,
 * tallying or accepting, so that a fault there cannot hide in it.
 */
export interface Taken {
  readonly id: string;
  /** Number of the tablet. */
  readonly tablet: number;
  readonly p: string;
  /** The level tapped for the overall question: 1-5, 0 for no opinion. */
  readonly overall: number;
  /** `poison` was kept by a tablet and can never be counted: the server must hold it. */
  readonly kind: 'good' | 'poison';
  /** The person saw "thank you"; without it the power may have gone before anything was written. */
  isThanked: boolean;
  /** The one copy there was has been destroyed: it alone may be missing. */
  isDestroyed: boolean;
}

export interface Found {
  readonly id: string;
  readonly p: string;
}

const times = (list: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** What is wrong with the rows found, in sentences; none = nothing lost, nothing doubled, nothing changed. */
export function judge(taken: readonly Taken[], rows: readonly Found[], held: readonly string[]): string[] {
  const faults: string[] = [];
  const counts = times(rows.map(({ id }) => id));
  const byId = new Map(taken.map((one) => [one.id, one]));
  for (const [id, count] of counts) if (count > 1) faults.push(`doubled: ${id} stands ${count} times`);
  for (const { id, p } of rows) {
    const one = byId.get(id);
    if (!one) faults.push(`forged: nobody has tapped ${id}`);
    else if (one.kind === 'poison') faults.push(`counted: ${id} can be no answer`);
    else if (one.p !== p) faults.push(`changed: ${id} has other bytes`);
  }
  const heldTimes = times(held);
  for (const { id, p, kind, isThanked, isDestroyed } of taken) {
    if (!isThanked || isDestroyed) continue;
    if (kind === 'good' && !counts.has(id)) faults.push(`lost: ${id} was thanked`);
    if (kind === 'poison' && heldTimes.get(p) !== 1) faults.push(`lost: ${id} is not held exactly once`);
  }
  return faults;
}

/** How often each answer to the overall question was tapped, of the submissions with these ids. */
export function overallTaps(taken: readonly Taken[], ids: ReadonlySet<string>): number[] {
  const taps = [0, 0, 0, 0, 0, 0];
  for (const { id, overall } of taken) if (ids.has(id)) taps[overall]!++;
  return taps;
}
