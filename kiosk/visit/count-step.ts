import type { Visit } from './visit-states.ts';

/** What one step adds to the running totals of the day. Totals only: no visit can be told from them. */
export interface Counted {
  readonly wakes: 0 | 1;
  readonly starts: 0 | 1;
  /** Number of the question at which a visit was given up, 1 = the overall question. */
  readonly abandonedAt?: number;
}

const OPENING: ReadonlySet<Visit['kind']> = new Set(['attract', 'counter', 'field']);
const isOver = (state: Visit) => state.kind === 'attract' || state.kind === 'committing';

/** The questions of a visit begin. */
export function isStart(before: Visit, after: Visit): boolean {
  const open = before.kind === 'warning' ? before.behind : before;
  return after.kind === 'question' && OPENING.has(open.kind);
}

export function countStep(before: Visit, after: Visit): Counted {
  const open = before.kind === 'warning' ? before.behind : before;
  const isAbandoned = open.kind === 'question' && isOver(after);
  return {
    wakes: before.kind === 'attract' && !before.woken && after.kind === 'attract' && after.woken ? 1 : 0,
    starts: isStart(before, after) ? 1 : 0,
    ...(isAbandoned && { abandonedAt: open.at + 1 }),
  };
}
